// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Compiled templates, packed into flat arrays that a `Matcher` walks.
///
/// Immutable and shared freely; what a message needs while it is matched lives in the matcher.
public struct TemplateSet: Sendable {
  struct Program: Sendable {
    /// Where its places begin in `kinds`, `arguments`, `slots`, `strict`.
    var spots: Int32
    var spotCount: Int32
    /// Machine words for a set of places.
    var setWords: Int32
    /// Where its sets begin in `sets`: first, last, then one follow set for each place.
    var sets: Int32
    var slotNames: Int32
    /// Words that must all be there, in `required`.
    var required: Int32
    var requiredCount: Int32
    var whole: Bool
  }

  public let lexicon: Lexicon
  let programs: [Program]
  let kinds: [Automaton.Kind]
  let arguments: [Int32]
  let slots: [Int16]
  let strict: [Bool]
  let sets: [UInt64]
  let slotNames: [Slot]
  let required: [WordID]
  let trie: FrozenTrie
  let outputs: [String?]
  let ranges: [Int: ListDefinition.NumberRange]
  let listCount: Int

  let byWord: Index
  let byList: Index
  let byNumber: [Int32]
  let always: [Int32]

  public var count: Int { programs.count }

  /// From a number to the templates that are tried when it is met.
  struct Index: Sendable {
    let starts: [Int32]
    let templates: [Int32]

    init(keys: Int, entries: [(key: Int32, template: Int32)]) {
      var starts = [Int32](repeating: 0, count: keys + 1)
      for entry in entries { starts[Int(entry.key) + 1] += 1 }
      for key in 0..<keys { starts[key + 1] += starts[key] }
      var next = starts
      var templates = [Int32](repeating: 0, count: entries.count)
      for entry in entries {
        templates[Int(next[Int(entry.key)])] = entry.template
        next[Int(entry.key)] += 1
      }
      self.starts = starts
      self.templates = templates
    }
  }

  /// How many of the negations inside a match the template itself names, as words or in a list.
  public func negatorsNamed(in match: TemplateMatch, _ utterance: Utterance) -> Int {
    let program = programs[match.template]
    let spots = Int(program.spots)..<Int(program.spots + program.spotCount)
    let hasGap = spots.contains { kinds[$0] == .gap || kinds[$0] == .wildcard }
    guard hasGap else { return match.tokens.count }
    var words: Set<WordID> = []
    for spot in spots where kinds[spot] == .word { words.insert(arguments[spot]) }
    return match.tokens.count {
      lexicon.isNegator(utterance.tokens[$0].word) && words.contains(utterance.tokens[$0].word)
    }
  }

  init(
    lexicon: Lexicon, templates: [CompiledTemplate], trie: PhraseTrie,
    ranges: [Int: ListDefinition.NumberRange], listCount: Int
  ) {
    self.lexicon = lexicon
    self.ranges = ranges
    self.listCount = listCount
    outputs = trie.outputs
    self.trie = trie.frozen(wordCount: lexicon.words.count)

    var packer = Packer()
    let costs = Costs(
      templates.map(\.element), trie: trie, words: lexicon.words.count, lists: listCount)
    for template in templates { packer.add(template, Needs(template.element, cost: costs.cost)) }
    programs = packer.programs
    kinds = packer.kinds
    arguments = packer.arguments
    slots = packer.slots
    strict = packer.strict
    sets = packer.sets
    slotNames = packer.slotNames
    required = packer.required
    byWord = Index(keys: lexicon.words.count, entries: packer.byWord)
    byList = Index(keys: listCount, entries: packer.byList)
    byNumber = packer.byNumber
    always = packer.always
  }
}

/// How common words and lists are, judged by how many templates use them.
private struct Costs {
  private var words: [Int]
  private var lists: [Int]

  init(_ elements: [Element], trie: PhraseTrie, words wordCount: Int, lists listCount: Int) {
    words = [Int](repeating: 1, count: wordCount)
    lists = [Int](repeating: 1, count: listCount)
    for element in elements { count(element) }
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

  private mutating func count(_ element: Element) {
    switch element {
    case .word(let word): words[Int(word)] += 1
    case .sequence(let items), .alternatives(let items): items.forEach { count($0) }
    case .optional(let inner): count(inner)
    case .list, .wildcard, .range, .gap, .clauseStart, .clauseEnd: break
    }
  }
}

private struct Packer {
  var programs: [TemplateSet.Program] = []
  var kinds: [Automaton.Kind] = []
  var arguments: [Int32] = []
  var slots: [Int16] = []
  var strict: [Bool] = []
  var sets: [UInt64] = []
  var slotNames: [Slot] = []
  var required: [WordID] = []
  var byWord: [(key: Int32, template: Int32)] = []
  var byList: [(key: Int32, template: Int32)] = []
  var byNumber: [Int32] = []
  var always: [Int32] = []

  mutating func add(_ template: CompiledTemplate, _ needs: Needs) {
    let automaton = template.automaton
    let number = Int32(programs.count)
    let words = (automaton.spots.count + 63) / 64
    programs.append(
      TemplateSet.Program(
        spots: Int32(kinds.count), spotCount: Int32(automaton.spots.count), setWords: Int32(words),
        sets: Int32(sets.count), slotNames: Int32(slotNames.count), required: Int32(required.count),
        requiredCount: template.whole ? 0 : Int32(needs.words.count), whole: template.whole))
    for spot in automaton.spots {
      kinds.append(spot.kind)
      arguments.append(spot.argument)
      slots.append(spot.slot)
      strict.append(spot.staysInClause)
    }
    sets += automaton.first.bits(words)
    sets += automaton.last.bits(words)
    for set in automaton.follow { sets += set.bits(words) }
    slotNames += automaton.slots
    if !template.whole { required += needs.words }
    if needs.anyOf.isEmpty { always.append(number) }
    for item in Set(needs.anyOf) {
      switch item {
      case .word(let word): byWord.append((word, number))
      case .list(let list): byList.append((list, number))
      case .number: byNumber.append(number)
      }
    }
  }
}
