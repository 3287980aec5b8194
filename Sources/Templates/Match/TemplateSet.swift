// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Language

/// Compiled templates, packed into flat arrays that a `Matcher` walks.
///
/// Immutable and shared freely; what a message needs while it is matched lives in the matcher.
public struct TemplateSet: Sendable {
  struct Program: Sendable, PlainArchivable {
    /// Where its places begin in `spots`.
    var spots: Int32
    var spotCount: Int32
    /// Machine words for a set of places.
    var setWords: Int32
    /// Where its sets begin in `sets`: first, last, then what may follow each place.
    var sets: Int32
    /// Where what may follow each place across the border of a clause begins in `sets`.
    var across: Int32
    var slotNames: Int32
    var whole: Bool
  }

  typealias Spot = Automaton.Spot

  public let lexicon: Lexicon
  let programs: [Program]
  let spots: [Spot]
  let sets: [UInt64]
  let slotNames: [Slot]
  let trie: FrozenTrie
  let outputs: [String?]
  /// By the number of the list; empty where there is none at all.
  let ranges: [ListDefinition.NumberRange?]
  let listCount: Int

  let byWord: Index
  let byList: Index
  let byNumber: [Candidate]
  let always: [Candidate]

  public var count: Int { programs.count }

  /// A template to be tried, and the two things that must stand near its key as well.
  ///
  /// They stand here, beside each other, so that most candidates are dropped without a look at anything
  /// else.
  struct Candidate: Sendable, PlainArchivable {
    var template: Int32
    var first: Check
    var second: Check
    /// How many words before the key a match begins at most, or `anywhere`.
    var before: UInt8 = Candidate.anywhere

    static let anywhere = UInt8.max
  }

  /// `item` numbers words first and then lists; `Lexicon.unknown` asks for nothing. It stands from
  /// `nearest` to `farthest` words after the key, or before it where these are negative.
  struct Check: Sendable, PlainArchivable {
    var item: Int32 = Lexicon.unknown
    var nearest: Int8 = 0
    var farthest: Int8 = 0
  }

  /// From a number to the templates that are tried when it is met.
  struct Index: Sendable {
    let starts: [Int32]
    let candidates: [Candidate]

    init(keys: Int, entries: [(key: Int32, candidate: Candidate)]) {
      var starts = [Int32](repeating: 0, count: keys + 1)
      for entry in entries { starts[Int(entry.key) + 1] += 1 }
      for key in 0..<keys { starts[key + 1] += starts[key] }
      var next = starts
      let nothing = Candidate(template: 0, first: Check(), second: Check())
      var candidates = [Candidate](repeating: nothing, count: entries.count)
      for entry in entries {
        candidates[Int(next[Int(entry.key)])] = entry.candidate
        next[Int(entry.key)] += 1
      }
      self.starts = starts
      self.candidates = candidates
    }

    fileprivate init(starts: [Int32], candidates: [Candidate]) {
      self.starts = starts
      self.candidates = candidates
    }
  }

  init(
    lexicon: Lexicon, templates: [CompiledTemplate], trie: PhraseTrie,
    ranges: [Int: ListDefinition.NumberRange], listCount: Int
  ) {
    self.lexicon = lexicon
    self.ranges = ranges.isEmpty ? [] : (0..<listCount).map { ranges[$0] }
    self.listCount = listCount
    outputs = trie.outputs
    let wordCount = lexicon.words.count
    self.trie = trie.frozen(wordCount: wordCount)

    var packer = Packer(wordCount: wordCount)
    let costs = Costs(templates, trie: trie, words: wordCount, lists: listCount)
    let longest = trie.longest
    for template in templates {
      packer.add(
        template,
        Needs(template.element, cost: costs.cost, longest: { longest[$0] ?? 1 }))
    }
    programs = packer.programs
    spots = packer.spots
    sets = packer.sets
    slotNames = packer.slotNames
    byWord = Index(keys: wordCount, entries: packer.byWord)
    byList = Index(keys: listCount, entries: packer.byList)
    byNumber = packer.byNumber
    always = packer.always
  }

  private init(
    lexicon: Lexicon, programs: [Program], spots: [Spot], sets: [UInt64], slotNames: [Slot],
    trie: FrozenTrie, outputs: [String?], ranges: [ListDefinition.NumberRange?], listCount: Int,
    byWord: Index, byList: Index, byNumber: [Candidate], always: [Candidate]
  ) {
    self.lexicon = lexicon
    self.programs = programs
    self.spots = spots
    self.sets = sets
    self.slotNames = slotNames
    self.trie = trie
    self.outputs = outputs
    self.ranges = ranges
    self.listCount = listCount
    self.byWord = byWord
    self.byList = byList
    self.byNumber = byNumber
    self.always = always
  }
}

extension TemplateSet: Archivable {
  public static let form = Form(
    TemplateSet.init(
      lexicon:programs:spots:sets:slotNames:trie:outputs:ranges:listCount:byWord:byList:byNumber:
      always:),
    \.lexicon, \.programs, \.spots, \.sets, \.slotNames, \.trie, \.outputs, \.ranges, \.listCount,
    \.byWord, \.byList, \.byNumber, \.always)
}

extension TemplateSet.Index: Archivable {
  static let form = Form(
    TemplateSet.Index.init(starts:candidates:), \.starts, \.candidates)
}

/// How common words and lists are, judged by how many templates use them.
private struct Costs {
  private var words: [Int]
  private var lists: [Int]

  init(
    _ templates: [CompiledTemplate], trie: PhraseTrie, words wordCount: Int, lists listCount: Int
  ) {
    words = [Int](repeating: 1, count: wordCount)
    lists = [Int](repeating: 1, count: listCount)
    for template in templates {
      for spot in template.automaton.spots where spot.kind == .word {
        words[Int(spot.argument)] += 1
      }
    }
    let first = trie.firstWords()
    for entry in first { lists[Int(entry.list)] += words[Int(entry.word)] }
  }

  func cost(_ item: Needs.Item) -> Int {
    switch item {
    case .word(let word): words[Int(word)]
    case .list(let list): lists[Int(list)]
    case .number: 50
    }
  }
}

private struct Packer {
  let wordCount: Int
  var programs: [TemplateSet.Program] = []
  var spots: [TemplateSet.Spot] = []
  var sets: [UInt64] = []
  var slotNames: [Slot] = []
  var byWord: [(key: Int32, candidate: TemplateSet.Candidate)] = []
  var byList: [(key: Int32, candidate: TemplateSet.Candidate)] = []
  var byNumber: [TemplateSet.Candidate] = []
  var always: [TemplateSet.Candidate] = []

  init(wordCount: Int) { self.wordCount = wordCount }

  mutating func add(_ template: CompiledTemplate, _ needs: Needs) {
    let automaton = template.automaton
    let candidate = candidate(Int32(programs.count), template, needs)
    let base = sets.count
    sets += automaton.sets
    var across = base + 2 * automaton.setWords
    if !automaton.across.isEmpty, !template.whole {
      across = sets.count
      sets += automaton.across
    }
    programs.append(
      TemplateSet.Program(
        spots: Int32(spots.count), spotCount: Int32(automaton.spots.count),
        setWords: Int32(automaton.setWords), sets: Int32(base), across: Int32(across),
        slotNames: Int32(slotNames.count), whole: template.whole))
    spots += automaton.spots
    slotNames += automaton.slots
    if needs.anyOf.isEmpty { always.append(candidate) }
    for item in needs.anyOf {
      switch item {
      case .word(let word): byWord.append((word, candidate))
      case .list(let list): byList.append((list, candidate))
      case .number: byNumber.append(candidate)
      }
    }
  }

  /// What a whole message must contain may stand in any of its sentences, so there nothing is checked.
  private func candidate(_ number: Int32, _ template: CompiledTemplate, _ needs: Needs)
    -> TemplateSet.Candidate
  {
    let checks = template.whole ? [] : needs.checks.map(check)
    return TemplateSet.Candidate(
      template: number, first: checks.first ?? TemplateSet.Check(),
      second: checks.count > 1 ? checks[1] : TemplateSet.Check(),
      before: template.whole
        ? TemplateSet.Candidate.anywhere
        : UInt8(clamping: needs.before ?? Int(TemplateSet.Candidate.anywhere)))
  }

  private func check(_ check: Needs.Check) -> TemplateSet.Check {
    let item =
      switch check.item {
      case .word(let word): word
      case .list(let list): Int32(wordCount) + list
      case .number: Lexicon.unknown
      }
    return TemplateSet.Check(
      item: item, nearest: Int8(check.distance.lowerBound),
      farthest: Int8(check.distance.upperBound))
  }
}
