// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading

/// Finds the same template or the same example under several intents, and a template twice under one.
///
/// Of two intents with one template the ranking takes the same one always, so the other's line is dead.
struct DuplicateCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    var found: [Finding] = []
    let intents = book.compiled.intents
    for texts in [Texts(\.sentences, "template", .warning), Texts(\.examples, "example", .error)] {
      var first: [String: (intent: IntentName, place: Place)] = [:]
      for intent in intents {
        for line in intent[keyPath: texts.lines] {
          let key = line.text.lowercased().split(separator: " ").joined(separator: " ")
          guard let earlier = first[key] else {
            first[key] = (intent.name, line.place)
            continue
          }
          found.append(finding(texts, line, intent.name, earlier.intent, earlier.place))
        }
      }
    }
    return found
  }

  private struct Texts {
    let lines: KeyPath<Intent, [Intent.Line]>
    let name: String
    let severity: Finding.Severity

    init(_ lines: KeyPath<Intent, [Intent.Line]>, _ name: String, _ severity: Finding.Severity) {
      self.lines = lines
      self.name = name
      self.severity = severity
    }
  }

  private func finding(
    _ texts: Texts, _ line: Intent.Line, _ intent: IntentName, _ earlier: IntentName, _ place: Place
  ) -> Finding {
    let isSame = intent == earlier
    return Finding(
      isSame ? .warning : texts.severity, code: "duplicate-\(texts.name)",
      isSame
        ? "\(intent) has this \(texts.name) twice"
        : "this \(texts.name) of \(intent) also stands under \(earlier)",
      at: line.place, help: "the other one is at \(place); keep one",
      length: line.text.unicodeScalars.count)
  }
}
