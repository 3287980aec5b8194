// SPDX-License-Identifier: GPL-3.0-or-later

import Archive

/// A number that stands for a word: small, so that matching never touches text.
public typealias WordID = Int32

/// What separates a word from the one before it.
public enum Break: UInt8, Sendable, Comparable {
  /// Nothing: the same clause goes on.
  case none
  /// A comma, a dash, a conjunction: a new clause of the same sentence.
  case soft
  /// The end of a sentence, or a new line.
  case hard

  public static func < (left: Break, right: Break) -> Bool { left.rawValue < right.rawValue }
}

/// One word as rules see it, with its place in the text that was typed.
public struct Token: Sendable, Equatable {
  /// The word's number, or `Lexicon.unknown` for one that no rule uses.
  public var word: WordID
  /// UTF-8 offsets of the typed text that this word stands for.
  public var start: Int32
  public var end: Int32
  /// Hash of the normalised spelling, the same on every machine.
  public var hash: UInt32
  public var breakBefore: Break
  /// Whether it is written in digits.
  public var isNumber: Bool
  /// Whether a question mark follows.
  public var endsQuestion = false
  /// Which quotation it stands in; 0 for none. Two that follow each other have different numbers.
  public var quotation: UInt8 = 0

  public init(
    word: WordID, start: Int32, end: Int32, hash: UInt32, breakBefore: Break = .none,
    isNumber: Bool = false
  ) {
    self.word = word
    self.start = start
    self.end = end
    self.hash = hash
    self.breakBefore = breakBefore
    self.isNumber = isNumber
  }
}

/// One entry of the ledger: what was typed, and the words that it was read as.
public struct Rewriting: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case contraction, spelling, stretched, typo
  }

  public var kind: Kind
  /// UTF-8 offsets of the typed text.
  public var start: Int
  public var end: Int
  public var to: String

  public init(kind: Kind, start: Int, end: Int, to: String) {
    self.kind = kind
    self.start = start
    self.end = end
    self.to = to
  }
}

extension Rewriting.Kind: Archivable {
  public static let form = Form<Self>.rawValue
}
