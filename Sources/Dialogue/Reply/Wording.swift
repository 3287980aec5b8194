// SPDX-License-Identifier: GPL-3.0-or-later

/// Fills the places in a text: `{other}` is "your wife", or "the other person" as long as nothing better
/// is known; a pronoun that is not known is never guessed.
public struct Wording: Sendable {
  private let memory: Memory
  private let extra: [String: String]

  public init(memory: Memory, extra: [String: String] = [:]) {
    self.memory = memory
    self.extra = extra
  }

  /// - Parameter keeping: places that are left as they are, to be filled later.
  public func filled(_ text: String, keeping: Set<String> = []) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      out += rest[..<open]
      let name = String(rest[rest.utf8.index(after: open)..<close])
      let value = keeping.contains(name) ? "{\(name)}" : value(of: name) ?? ""
      out += startsSentence(out) ? value.capitalizedFirst : value
      rest = rest[rest.utf8.index(after: close)...]
    }
    return out + rest
  }

  private func value(of name: String) -> String? {
    if let given = extra[name] { return given }
    switch name {
    case "other": return other
    case "Other": return other.capitalizedFirst
    case "them": return pronoun(["he": "him", "she": "her"]) ?? "them"
    case "their": return pronoun(["he": "his", "she": "her"]) ?? "their"
    default: return nil
    }
  }

  /// The other as the speaker calls them, turned to "your".
  public var other: String {
    guard let word = memory["other"], !word.isEmpty else { return "the other person" }
    for start in ["my ", "our ", "the "] where word.hasPrefix(start) {
      return "your " + word.dropFirst(start.count)
    }
    return "your \(word)"
  }

  /// A pronoun only where it cannot be wrong: the word for the other and what was learnt must agree.
  private func pronoun(_ forms: [String: String]) -> String? {
    let known = memory["pronoun"]
    if let word = memory["other"], let meant = Self.gender(of: word), meant != known { return nil }
    return known.flatMap { forms[$0] }
  }

  private static func gender(of word: String) -> String? {
    let last = word.split(whereSeparator: { $0 == " " || $0 == "-" }).last.map(String.init) ?? word
    let whole = word.hasSuffix("-in-law") ? String(word.dropLast(7)) : last
    if Self.women.contains(whole) { return "she" }
    return Self.men.contains(whole) ? "he" : nil
  }

  private static let women: Set<String> = [
    "wife", "girlfriend", "girl", "lass", "woman", "mum", "mother", "stepmum", "stepmother",
    "daughter", "stepdaughter", "sister", "stepsister", "nan", "gran", "granny", "grandma",
    "grandmother", "granddaughter", "aunt", "auntie", "niece",
  ]
  private static let men: Set<String> = [
    "husband", "boyfriend", "man", "lad", "dad", "father", "stepdad", "stepfather", "son",
    "stepson", "brother", "stepbrother", "grandad", "grandpa", "grandfather", "grandson", "uncle",
    "nephew",
  ]

  private func startsSentence(_ before: String) -> Bool {
    guard let last = before.last(where: { !$0.isWhitespace }) else { return true }
    return ".!?".contains(last)
  }
}

extension StringProtocol {
  /// With its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  var wordCount: Int {
    guard utf8.allSatisfy({ $0 < 128 }) else { return split(whereSeparator: \.isWhitespace).count }
    // Blanks of ASCII are the space and what lies from the tab to the carriage return.
    let words = utf8.split { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
    return words.count
  }
}
