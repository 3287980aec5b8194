// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

/// Finds texts between curly quotes, which YAML takes for part of the text.
struct CurlyQuoteCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    let lines = book.rules.intents.flatMap { intent in
      intent.sentences + intent.exceptions.map(\.line) + intent.examples + intent.counterexamples
    }
    return
      (lines.map { ($0.text, $0.place) }
      + book.spokenTexts.map { ($0.spoken.text, $0.spoken.place) }).compactMap { text, place in
        guard let first = text.first, let last = text.last, text.count > 2,
          "“„‘".contains(first), "”“’".contains(last)
        else { return nil }
        let inner = text.dropFirst().dropLast()
        guard !inner.contains(where: { "“”„".contains($0) }) else { return nil }
        return .warning(
          "curly-quotes", "curly quotes stand around the text, and YAML takes them for part of it",
          at: place, help: "did you mean \"\(inner)\"?", length: text.unicodeScalars.count)
      }
  }
}
