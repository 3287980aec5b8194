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
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      let value = keeping.contains(name) ? "{\(name)}" : value(of: name) ?? ""
      out += startsSentence(out) ? value.capitalizedFirst : value
      rest = rest[rest.index(after: close)...]
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

  private func pronoun(_ forms: [String: String]) -> String? {
    memory["pronoun"].flatMap { forms[$0] }
  }

  private func startsSentence(_ before: String) -> Bool {
    guard let last = before.last(where: { !$0.isWhitespace }) else { return true }
    return ".!?".contains(last)
  }
}

extension StringProtocol {
  /// With its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  var wordCount: Int { split(whereSeparator: \.isWhitespace).count }
}
