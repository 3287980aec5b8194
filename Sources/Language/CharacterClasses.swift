// SPDX-License-Identifier: GPL-3.0-or-later

/// What each character does: belongs to a word, parts clauses, or is nothing.
///
/// A class, so that each message is scanned without copying the tables.
final class CharacterClasses: Sendable {
  enum Class: UInt8, Sendable {
    case nothing, letter, digit, apostrophe, hyphen, point, hard, soft, symbol, quote, foreign
  }

  let ascii: [Class]
  private let folds: [Unicode.Scalar: String]
  private let hard: Set<Unicode.Scalar>
  private let soft: Set<Unicode.Scalar>
  private let symbols: Set<Unicode.Scalar>
  private let openers: Set<Unicode.Scalar>
  private let closers: Set<Unicode.Scalar>
  let question: UInt8

  init(_ definition: LanguageDefinition) {
    folds = definition.folds
    hard = Set(definition.punctuation.hard.unicodeScalars)
    soft = Set(definition.punctuation.soft.unicodeScalars)
    symbols = Set(definition.punctuation.symbols.unicodeScalars)
    let quotes = Array(definition.punctuation.quotes.unicodeScalars)
    openers = Set(stride(from: 0, to: quotes.count, by: 2).map { quotes[$0] })
    closers = Set(stride(from: 1, to: quotes.count, by: 2).map { quotes[$0] })
    question = definition.punctuation.question.utf8.first ?? UInt8(ascii: "?")
    var ascii = [Class](repeating: .nothing, count: 256)
    for byte in 128..<256 { ascii[byte] = .foreign }
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { ascii[Int(byte)] = .letter }
    for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { ascii[Int(byte)] = .letter }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { ascii[Int(byte)] = .digit }
    for scalar in hard where scalar.isASCII { ascii[Int(scalar.value)] = .hard }
    for scalar in soft where scalar.isASCII { ascii[Int(scalar.value)] = .soft }
    for scalar in symbols where scalar.isASCII { ascii[Int(scalar.value)] = .symbol }
    for scalar in openers.union(closers) where scalar.isASCII { ascii[Int(scalar.value)] = .quote }
    ascii[Int(UInt8(ascii: "'"))] = .apostrophe
    ascii[Int(UInt8(ascii: "`"))] = .apostrophe
    ascii[Int(UInt8(ascii: "-"))] = .hyphen
    if ascii[Int(UInt8(ascii: "."))] == .hard { ascii[Int(UInt8(ascii: "."))] = .point }
    self.ascii = ascii
  }

  /// The class of a character beyond ASCII.
  func classify(_ scalar: Unicode.Scalar) -> Class {
    switch scalar.value {
    case 0x2018, 0x2019, 0x02BC, 0x2032, 0xFF07: return .apostrophe
    case 0x2010, 0x2011: return .hyphen
    default: break
    }
    if hard.contains(scalar) { return .hard }
    if soft.contains(scalar) { return .soft }
    if symbols.contains(scalar) { return .symbol }
    if openers.contains(scalar) || closers.contains(scalar) { return .quote }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .format: return .letter
    default: break
    }
    if scalar.properties.isAlphabetic { return .letter }
    return scalar.properties.numericType == .decimal ? .digit : .nothing
  }

  func opensQuotation(_ scalar: Unicode.Scalar) -> Bool { openers.contains(scalar) }
  func closesQuotation(_ scalar: Unicode.Scalar) -> Bool { closers.contains(scalar) }

  /// What a character beyond ASCII counts as inside a word: lower case, without its accent; nothing for
  /// one that shows nothing (a soft hyphen, a zero-width space, marks of direction).
  func folded(_ scalar: Unicode.Scalar) -> String {
    if (0x300...0x36F).contains(scalar.value) { return "" }
    if scalar.properties.generalCategory == .format { return "" }
    let lower = scalar.properties.lowercaseMapping
    if let first = lower.unicodeScalars.first, let plain = folds[first] { return plain }
    return lower
  }
}
