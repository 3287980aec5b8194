// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Language

/// What the likeness stage looks at in a message: words, their stems with people reduced to their role,
/// neighbours, who does what, what is denied, and runs of letters.
///
/// Everything is a stable hash of text, so a model learnt on one machine serves on any other, and does
/// not depend on which words the templates of a rule set happen to use. Words are spelt and hashed once
/// for a message; its sentences are looked at one by one.
struct Features {
  /// The words that a feature was made of, to be written out only where someone asks.
  struct Words: Hashable {
    enum Form: UInt8 {
      /// The words from `first` to `last`.
      case run
      /// A part of the word.
      case letters
      /// Two words with others between them.
      case apart
      case denied
      case question, length, nothing
    }

    var form: Form
    var first = 0
    var last = 0
  }

  private let utterance: Utterance
  private let isNegator: [Bool]
  private let isSubject: [Bool]
  /// The words one after the other, each between two `_`.
  private var spelled: [UInt8] = []
  private var bounds: [Int] = [0]
  private var words: [UInt32] = []
  private var stems: [UInt32] = []

  private enum Kind: UInt8 {
    case word = 117
    case stem = 115
    case pair = 98
    case triple = 116
    case skip = 107
    case does = 99
    case denied = 110
    case letters = 103
    case shape = 63
  }

  init(_ utterance: Utterance, in lexicon: Lexicon, classes: WordClasses) {
    self.utterance = utterance
    let tokens = utterance.tokens
    isNegator = tokens.map { lexicon.isNegator($0.word) }
    spelled.reserveCapacity(utterance.text.count + 3 * tokens.count)
    bounds.reserveCapacity(tokens.count + 1)
    words.reserveCapacity(tokens.count)
    stems.reserveCapacity(tokens.count)
    for token in tokens {
      spelled.append(Self.edge)
      if token.word != Lexicon.unknown {
        spelled.append(contentsOf: lexicon.spelling(of: token.word))
      } else {
        for byte in utterance.text[Int(token.start)..<Int(token.end)] {
          let upper = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
          spelled.append(upper ? byte | 0x20 : byte)
        }
      }
      spelled.append(Self.edge)
      let letters = spelled[(bounds[bounds.count - 1] + 1)..<(spelled.count - 1)]
      bounds.append(spelled.count)
      let word = stableHash(letters)
      words.append(word)
      stems.append(classes.stem(of: letters, hash: word))
    }
    isSubject = words.map(classes.subjects.contains)
  }

  /// Stands before and after a word, where runs of letters are taken.
  private static let edge = UInt8(ascii: "_")

  /// The message in sentences: ranges of words.
  var sentences: [Range<Int>] { utterance.sentences }

  /// Calls `visit` with each feature of the message, in the order of the text.
  func visitAll(_ visit: (UInt32, Words) -> Void) {
    for sentence in sentences {
      self.visit(sentence) { feature, words, _ in visit(feature, words) }
    }
    visitShape(of: 0..<words.count, visit)
  }

  /// Calls `visit` with the features of a sentence; with true for those that reach back into the sentence
  /// before, which are features of the message alone.
  @inline(__always)
  func visit(_ sentence: Range<Int>, _ visit: (UInt32, Words, Bool) -> Void) {
    var subject: UInt32 = 0
    var subjectIndex = -1
    var deniedUntil = -1
    for index in sentence {
      let this = Words(form: .run, first: index, last: index)
      visit(Self.hash(.word, words[index]), this, false)
      visit(Self.hash(.stem, stems[index]), this, false)
      visitLetterRuns(of: index, visit)
      let opens = index == sentence.lowerBound || utterance.tokens[index].breakBefore != .none
      visit(
        Self.hash(.pair, opens ? 1 : stems[index - 1], stems[index]),
        Words(form: .run, first: max(0, index - 1), last: index), false)
      if index + 1 == sentence.upperBound || utterance.tokens[index + 1].breakBefore != .none {
        visit(Self.hash(.pair, stems[index], 2), this, false)
      }
      if index >= 2 {
        let reachesBack = index < sentence.lowerBound + 2
        visit(
          Self.hash(.triple, stems[index - 2], stems[index - 1], stems[index]),
          Words(form: .run, first: index - 2, last: index), reachesBack)
        visit(
          Self.hash(.skip, stems[index - 2], stems[index]),
          Words(form: .apart, first: index - 2, last: index), reachesBack)
      }
      if opens { subject = 0 }
      if isSubject[index] {
        subject = stems[index]
        subjectIndex = index
      } else if subject != 0 {
        visit(
          Self.hash(.does, subject, stems[index]),
          Words(form: .apart, first: subjectIndex, last: index), false)
      }
      if isNegator[index] {
        deniedUntil = index + 4
      } else if index <= deniedUntil {
        visit(
          Self.hash(.denied, stems[index]), Words(form: .denied, first: index, last: index), false)
      }
    }
  }

  /// Calls `visit` with what tells some words' length and kind.
  func visitShape(of part: Range<Int>, _ visit: (UInt32, Words) -> Void) {
    if utterance.tokens[part].contains(where: \.endsQuestion) {
      visit(Self.hash(.shape, 1), Words(form: .question))
    }
    visit(Self.hash(.shape, UInt32(10 + min(6, part.count / 6))), Words(form: .length))
    visit(Self.hash(.shape, 0), Words(form: .nothing))
  }

  /// Visits every run of four letters, the word's ends counting as letters.
  @inline(__always)
  private func visitLetterRuns(of index: Int, _ visit: (UInt32, Words, Bool) -> Void) {
    let (start, end) = (bounds[index], bounds[index + 1])
    guard end - start > 4 else { return }
    for first in start...(end - 4) {
      var run = StableHash()
      for place in first..<(first + 4) { run.add(spelled[place]) }
      visit(
        Self.hash(.letters, run.value), Words(form: .letters, first: index, last: index), false)
    }
  }

  // MARK: - Words

  func text(of words: Words) -> String {
    switch words.form {
    case .run:
      words.first == words.last
        ? text(words.first) : (words.first...words.last).map { text($0) }.joined(separator: " ")
    case .letters: "…\(text(words.first))…"
    case .apart: "\(text(words.first)) … \(text(words.last))"
    case .denied: "not … \(text(words.first))"
    case .question: "?"
    case .length: "length"
    case .nothing: ""
    }
  }

  private func text(_ index: Int) -> String {
    String(decoding: spelled[(bounds[index] + 1)..<(bounds[index + 1] - 1)], as: UTF8.self)
  }

  @inline(__always)
  private static func hash(_ kind: Kind, _ first: UInt32) -> UInt32 {
    sealed(mixed(seed(kind), first))
  }

  @inline(__always)
  private static func hash(_ kind: Kind, _ first: UInt32, _ second: UInt32) -> UInt32 {
    sealed(mixed(mixed(seed(kind), first), second))
  }

  @inline(__always)
  private static func hash(_ kind: Kind, _ first: UInt32, _ second: UInt32, _ third: UInt32)
    -> UInt32
  {
    sealed(mixed(mixed(mixed(seed(kind), first), second), third))
  }

  @inline(__always)
  private static func seed(_ kind: Kind) -> UInt32 { UInt32(kind.rawValue) &* 0x9E37_79B1 }

  @inline(__always)
  private static func mixed(_ value: UInt32, _ part: UInt32) -> UInt32 {
    let value = (value ^ part) &* 0x85EB_CA6B
    return value ^ value >> 15
  }

  /// 0 marks an empty slot of the model.
  @inline(__always)
  private static func sealed(_ value: UInt32) -> UInt32 { value == 0 ? 1 : value }
}

/// Words that count as one in the likeness stage, and endings that do not count.
public struct WordClasses: Sendable {
  let classes: [UInt32: UInt32]
  let subjects: Set<UInt32>
  let endings: [[UInt8]]
  let shortestStem: Int

  /// - Parameters:
  ///   - classes: name of a class to its words.
  ///   - subjects: words that can be who does something.
  ///   - endings: endings that are cut off, tried in this order.
  public init(
    classes: [String: [String]] = [:], subjects: [String] = [], endings: [String] = [],
    shortestStem: Int = 3
  ) {
    var numbers: [UInt32: UInt32] = [:]
    for (name, words) in classes.sorted(by: { $0.key < $1.key }) {
      for word in words { numbers[stableHash(word.utf8)] = stableHash("<\(name)>".utf8) }
    }
    self.classes = numbers
    self.subjects = Set(subjects.map { stableHash($0.utf8) })
    self.endings = endings.map { Array($0.utf8) }
    self.shortestStem = shortestStem
  }

  private init(
    classes: [UInt32: UInt32], subjects: Set<UInt32>, endings: [[UInt8]], shortestStem: Int
  ) {
    self.classes = classes
    self.subjects = subjects
    self.endings = endings
    self.shortestStem = shortestStem
  }

  /// What stands for a word: its class, or else what is left without its ending.
  func stem(of letters: ArraySlice<UInt8>, hash: UInt32) -> UInt32 {
    if let kind = classes[hash] { return kind }
    for ending in endings
    where letters.count - ending.count >= shortestStem
      && letters.suffix(ending.count).elementsEqual(ending)
    {
      return stableHash(letters.dropLast(ending.count))
    }
    return hash
  }
}

extension WordClasses: Archivable {
  public static let form = Form(
    WordClasses.init(classes:subjects:endings:shortestStem:), \.classes, \.subjects, \.endings,
    \.shortestStem)
}
