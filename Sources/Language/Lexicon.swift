// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Findings

/// The words that a rule set knows, and how typed words become them.
///
/// Filled while rules are compiled, then `sealed`; from then on it only reads.
public struct Lexicon: Sendable {
  /// The number of every word that no rule uses.
  public static let unknown: WordID = 0

  struct Spelling: Sendable {
    var from: [WordID]
    var to: [WordID]
    var before: Set<WordID>
    var after: Set<WordID>
    var notBefore: Set<WordID>
    var atStart: Bool
    var kind: Rewriting.Kind
  }

  struct Marks: OptionSet, Sendable, PlainArchivable {
    var rawValue: UInt8
    static let opensSpelling = Marks(rawValue: 1)
    static let opensClause = Marks(rawValue: 2)
    static let ruleWord = Marks(rawValue: 4)
    static let negator = Marks(rawValue: 8)
    static let reset = Marks(rawValue: 16)
    static let startsNumber = Marks(rawValue: 32)
    static let goesOn = Marks(rawValue: 64)
  }

  public private(set) var words = WordTable()
  public let definition: LanguageDefinition
  let characters: CharacterClasses
  let correct: WordList
  private(set) var numbers: NumberWords
  private var marks: [Marks] = []
  private var learnt: [String: [WordID]] = [:]
  private var scratch = Utterance()
  private var spellings: [WordID: [Spelling]] = [:]
  private var conjunctions: [WordID: Set<WordID>] = [:]
  private var opposites: [WordID: [WordID]] = [:]
  private(set) var corrections = SpellingIndex()
  let possessive: WordID

  public init(_ definition: LanguageDefinition, correct: WordList = WordList()) {
    self.definition = definition
    self.correct = correct
    characters = CharacterClasses(definition)
    var table = WordTable(capacity: 4096)
    numbers = NumberWords(definition.numberWords, interning: &table)
    possessive = table.intern("'s")
    words = table
    addSpellings()
    for conjunction in definition.conjunctions {
      guard let word = rawWords(conjunction.word).first else { continue }
      conjunctions[word, default: []].formUnion(conjunction.before.flatMap { rawWords($0) })
      mark(word, .opensClause)
    }
    for word in definition.words { _ = rawWords(word) }
    for word in definition.negators.flatMap({ rawWords($0) }) { mark(word, .negator) }
    for word in definition.resets.flatMap({ rawWords($0) }) { mark(word, .reset) }
    for word in definition.goesOn.flatMap({ rawWords($0) }) { mark(word, .goesOn) }
    for members in definition.opposites {
      let words = members.flatMap { rawWords($0) }
      for word in words { opposites[word, default: []] += words.filter { $0 != word } }
    }
    for word in numbers.starters { mark(word, .startsNumber) }
  }

  private init(
    words: WordTable, definition: LanguageDefinition, correct: WordList, numbers: NumberWords,
    marks: [Marks], spellings: [WordID: [Spelling]], conjunctions: [WordID: Set<WordID>],
    opposites: [WordID: [WordID]], corrections: SpellingIndex, possessive: WordID
  ) {
    self.words = words
    self.definition = definition
    self.correct = correct
    self.numbers = numbers
    self.marks = marks
    self.spellings = spellings
    self.conjunctions = conjunctions
    self.opposites = opposites
    self.corrections = corrections
    self.possessive = possessive
    characters = CharacterClasses(definition)
  }

  /// The word that a text is, where it is a rule's already and nothing is read into it; nil says nothing.
  public func known(_ text: String) -> WordID? {
    var text = text
    return text.withUTF8 { bytes in
      var (start, end) = (0, bytes.count)
      while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
      while start < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      var hash = StableHash()
      for index in start..<end {
        guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[index] else { return nil }
        hash.add(bytes[index])
      }
      let word = words.find(UnsafeBufferPointer(rebasing: bytes[start..<end]), hash: hash.value)
      return has(word, .ruleWord) && !has(word, .opensSpelling) ? word : nil
    }
  }

  /// The words of some rule text, learnt where they are new.
  ///
  /// The same few words stand in most templates, so what was learnt is remembered.
  public mutating func learn(_ text: String) -> [WordID] {
    if let known = learnt[text] { return known }
    let found = words(of: text)
    for word in found { mark(word, .ruleWord) }
    learnt[text] = found
    return found
  }

  /// Ends learning: what is not known now is unknown, or a slip of something known.
  public mutating func seal() {
    learnt = [:]
    scratch = Utterance()
    var isTarget = (0..<words.count).map { has(WordID($0), .ruleWord) }
    for spelling in spellings.values.joined() where spelling.kind == .contraction {
      for word in spelling.from { isTarget[Int(word)] = true }
    }
    // Words are compared without apostrophes, and every contraction is known without one as well.
    let targets = (1..<words.count).map { WordID($0) }.filter {
      isTarget[Int($0)] && !words.utf8(of: $0).contains(UInt8(ascii: "'"))
    }
    corrections = SpellingIndex(targets: targets, in: words)
  }

  /// The UTF-8 spelling of a word.
  public func spelling(of word: WordID) -> ArraySlice<UInt8> { words.utf8(of: word) }

  /// Whether it is a correct word of the language, whatever the rules make of it.
  public func isWord(_ text: String) -> Bool { correct.contains(Array(text.lowercased().utf8)) }

  public func isNegator(_ word: WordID) -> Bool { has(word, .negator) }
  public func isReset(_ word: WordID) -> Bool { has(word, .reset) }
  public func goesOn(_ word: WordID) -> Bool { has(word, .goesOn) }

  @inline(__always)
  func has(_ word: WordID, _ mark: Marks) -> Bool {
    Int(word) < marks.count && marks[Int(word)].contains(mark)
  }

  func spellings(from word: WordID) -> [Spelling] { spellings[word] ?? [] }

  /// Whether a clause begins at a conjunction that is followed by `next`.
  func opensClause(_ word: WordID, before next: WordID?) -> Bool {
    guard let followers = conjunctions[word] else { return false }
    return followers.isEmpty || next.map(followers.contains) == true
  }

  /// Whether a word is a known one with an ending.
  func isInflected(_ letters: [UInt8]) -> Bool {
    definition.endings.contains { ending in
      guard letters.count > ending.utf8.count,
        letters.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      else { return false }
      let stem = Array(letters.dropLast(ending.utf8.count))
      return correct.contains(stem)
        || stem.withUnsafeBufferPointer { words.find($0, hash: stableHash($0)) } != Self.unknown
    }
  }

  /// Whether a word is another with a beginning that changes what it means (`unforgiven`).
  func differsByPrefix(_ letters: [UInt8], from word: WordID) -> Bool {
    let target = words.utf8(of: word)
    return definition.prefixes.contains { prefix in
      let beginning = Array(prefix.utf8)
      return letters.elementsEqual(beginning + target) || target.elementsEqual(beginning + letters)
    }
  }

  /// Whether something that means the opposite of a word was meant as well as likely.
  func isNearOpposite(of word: WordID, _ letters: [UInt8]) -> Bool {
    let reach = SpellingIndex.reach(letters.count)
    return (opposites[word] ?? []).contains {
      editDistance(letters, Array(words.utf8(of: $0))) <= reach
    }
  }

  /// The numbers that begin at a token, each with the token after it.
  public func numbers(at index: Int, in utterance: Utterance) -> [(value: Double, end: Int)] {
    numbers.numbers(in: utterance.tokens[index...], text: utterance.text)
  }

  public func startsNumber(_ token: Token) -> Bool {
    token.isNumber || has(token.word, .startsNumber)
  }

  private mutating func addSpellings() {
    let written = Set(definition.spellings.map(\.from))
    for spelling in definition.spellings {
      add(spelling, from: spelling.from)
      let plain = spelling.from.filter { $0 != "'" }
      if spelling.kind == .contraction, plain != spelling.from, !written.contains(plain) {
        add(spelling, from: plain)
      }
    }
    for word in spellings.keys {
      spellings[word]?.sort {
        ($0.from.count, $0.isConditional ? 1 : 0) > ($1.from.count, $1.isConditional ? 1 : 0)
      }
    }
  }

  private mutating func add(_ spelling: LanguageDefinition.Spelling, from: String) {
    let from = rawWords(from)
    guard let first = from.first else { return }
    spellings[first, default: []].append(
      Spelling(
        from: from, to: rawWords(spelling.to),
        before: Set(spelling.before.flatMap { rawWords($0) }),
        after: Set(spelling.after.flatMap { rawWords($0) }),
        notBefore: Set(spelling.notBefore.flatMap { rawWords($0) }), atStart: spelling.atStart,
        kind: spelling.kind))
    mark(first, .opensSpelling)
  }

  private mutating func rawWords(_ text: String) -> [WordID] {
    var utterance = Utterance()
    utterance.scan(text, learningInto: &words, characters: characters, possessive: possessive)
    return utterance.typed.map(\.word)
  }

  private mutating func words(of text: String) -> [WordID] {
    // Taken out while it is used, so that its memory serves from text to text.
    var utterance = Utterance()
    swap(&utterance, &scratch)
    utterance.scan(text, learningInto: &words, characters: characters, possessive: possessive)
    utterance.respell(with: self)
    let found = utterance.tokens.map(\.word)
    swap(&utterance, &scratch)
    return found
  }

  private mutating func mark(_ word: WordID, _ mark: Marks) {
    while marks.count <= Int(word) { marks.append([]) }
    marks[Int(word)].insert(mark)
  }
}

extension Lexicon.Spelling {
  var isConditional: Bool { !before.isEmpty || !after.isEmpty || !notBefore.isEmpty || atStart }
}

/// Sealed: what serves learning alone is not kept.
extension Lexicon: Archivable {
  public static let form = Form(
    Lexicon.init(
      words:definition:correct:numbers:marks:spellings:conjunctions:opposites:corrections:
      possessive:),
    \.words, \.definition, \.correct, \.numbers, \.marks, \.spellings, \.conjunctions, \.opposites,
    \.corrections, \.possessive)
}

extension Lexicon.Spelling: Archivable {
  static let form = Form(
    Lexicon.Spelling.init, \.from, \.to, \.before, \.after, \.notBefore, \.atStart, \.kind)
}
