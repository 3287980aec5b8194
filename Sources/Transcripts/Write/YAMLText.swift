// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes text so that any YAML parser reads the same text back, in the form that reads best.
///
/// Yams' own emitter is not used because it folds long lines, chooses quotes by its own lights, and
/// cannot append to a file.
enum YAMLText {
  /// On one line: as it is where that is safe, else in double quotes.
  static func inline(_ text: String) -> String {
    isSafePlain(text) ? text : quoted(text)
  }

  /// An item of `[...]` or a value of `{...}`, where commas and brackets mean something too.
  static func flowItem(_ text: String) -> String {
    isSafePlain(text) && !text.unicodeScalars.contains { ",[]{}".unicodeScalars.contains($0) }
      ? text : quoted(text)
  }

  static func flowList(_ items: [String]) -> String {
    "[\(items.map(flowItem).joined(separator: ", "))]"
  }

  /// `{role: breaker, breach: [money, dishonesty]}`, sorted, so that the same facts give the same bytes.
  static func flowFacts(_ facts: [String: [String]]) -> String {
    let pairs = facts.sorted { $0.key < $1.key }
      .map { "\(flowItem($0.key)): \(factValue($0.value))" }
    return "{\(pairs.joined(separator: ", "))}"
  }

  static func factValue(_ values: [String]) -> String {
    values.count == 1 ? flowItem(values[0]) : flowList(values)
  }

  /// Whether the text survives as a `|-` block: nothing at its edges that the block would swallow.
  static func fitsBlock(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first != " ", text.unicodeScalars.last != "\n"
    else { return false }
    return text.unicodeScalars.allSatisfy { $0 == "\n" || isSafe($0) } && first != "\n"
  }

  /// The lines of a `|-` block, each with its line end.
  static func blockLines(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "\(margin)\($0)\n" }
      .joined()
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if isSafe(scalar) { result.unicodeScalars.append(scalar) } else { result += escape(scalar) }
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let width = scalar.value <= 0xFF ? 2 : scalar.value <= 0xFFFF ? 4 : 8
    let letter = width == 2 ? "x" : width == 4 ? "u" : "U"
    return "\\\(letter)\(String(repeating: "0", count: width - digits.count))\(digits)"
  }

  /// Printable, and no line break of any kind.
  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: true
    case 0x00...0x9F, 0x2028, 0x2029: false
    default: scalar.isPrintableInYAML
    }
  }

  private static func isPlainIdentifier(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar.isASCII && scalar.properties.isAlphabetic
      || ("0"..."9").contains(scalar)
  }

  private static let reserved: Set<String> = [
    "true", "false", "null", "yes", "no", "on", "off", "y", "n",
  ]

  private static func isSafePlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    if SessionDate(sessionID: text) != nil, scalars.allSatisfy(isPlainIdentifier) { return true }
    guard let first = scalars.first, first.properties.isAlphabetic, scalars.last != " ",
      scalars.last != ":", scalars.allSatisfy(isSafe), !reserved.contains(text.lowercased())
    else { return false }
    var before = first
    for scalar in scalars.dropFirst() {
      if before == ":" && scalar == " " || before == " " && scalar == "#" { return false }
      before = scalar
    }
    return true
  }
}
