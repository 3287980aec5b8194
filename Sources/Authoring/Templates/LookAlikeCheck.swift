// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

/// Finds letters of another script that look like Latin ones: nobody sees them, and nobody types them, so a
/// template that holds one is deaf.
struct LookAlikeCheck: Check {
  static let latin: [Unicode.Scalar: Unicode.Scalar] = [
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j",
    "ѕ": "s",
    "һ": "h", "ԁ": "d", "ԛ": "q", "ԝ": "w", "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M",
    "Н": "H",
    "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y", "Х": "X", "І": "I", "Ј": "J", "Ѕ": "S",
    "ο": "o",
    "α": "a", "ν": "v", "ρ": "p", "υ": "u", "ι": "i", "κ": "k", "Α": "A", "Β": "B", "Ε": "E",
    "Ζ": "Z",
    "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y",
    "Χ": "X",
    "ı": "i", "ɡ": "g", "ɑ": "a", "ℓ": "l",
  ]

  func findings(in book: RuleBook) -> [Finding] {
    var found: [Finding] = []
    for intent in book.rules.intents {
      for line in intent.sentences + intent.exceptions.map(\.line) {
        found += findings(line.text, line.place, .error)
      }
      for line in intent.examples + intent.counterexamples {
        found += findings(line.text, line.place, .warning)
      }
    }
    for rule in book.rules.rules { found += findings(rule.template, rule.place, .error) }
    for list in book.rules.lists {
      guard case .values(let values) = list.content else { continue }
      for value in values { found += findings(value.template, value.place, .error) }
    }
    for text in book.spokenTexts {
      found += findings(text.spoken.text, text.spoken.place, .warning)
    }
    return found
  }

  private func findings(_ text: String, _ place: Place, _ severity: Finding.Severity) -> [Finding] {
    guard text.utf8.contains(where: { $0 >= 0x80 }),
      let (column, scalar) = text.unicodeScalars.enumerated().first(where: {
        wide($0.element) != nil
      }),
      let plain = wide(scalar)
    else { return [] }
    let number = String(scalar.value, radix: 16, uppercase: true)
    return [
      Finding(
        severity, code: "look-alike-letter", "\(scalar) (U+\(number)) is not the letter \(plain)",
        at: severity == .error ? place.advanced(columns: column) : place,
        help: "type it anew on a Latin keyboard")
    ]
  }

  private func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if (0xFF21...0xFF5A).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) }
    return Self.latin[scalar]
  }
}
