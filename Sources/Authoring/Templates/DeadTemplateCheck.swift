// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading

/// Finds templates that none of their own sentences reach: reading rewrites a word that they ask for, or
/// their intent's guards and its `unless` put every one of them aside.
struct DeadTemplateCheck: Check {
  /// Sentences tried before a template is given up.
  static let mostSentences = 24

  func findings(in book: RuleBook) -> [Finding] {
    let sampler = TemplateSampler(lists: book.rules.lists, rules: book.rules.rules)
    let reader = Reader(templatesOf: book.compiled)
    // What does not compile is deaf for a reason that was told already.
    let compiled = Set(
      (0..<book.compiled.templates.count).compactMap { book.compiled.sentence(of: $0)?.line })
    return book.compiled.intents.flatMap { intent in
      intent.sentences.filter(compiled.contains).compactMap { finding(intent, $0, sampler, reader) }
    }
  }

  private func finding(
    _ intent: Intent, _ line: Intent.Line, _ sampler: TemplateSampler, _ reader: Reader
  ) -> Finding? {
    let known = intent.conditions.mapValues { Set($0) }
    var example: String?
    var reason: String?
    var wasMatched = false
    for number in 0..<Self.mostSentences {
      guard let sentence = sampler.sentence(line.text, number: number) else { return nil }
      if example == sentence { break }
      example = example ?? sentence
      let reading = reader.read(sentence, knowing: known)
      if reading.intents.contains(where: { $0.place == line.place && $0.isFromTemplate }) {
        return nil
      }
      let asides = reading.putAside.filter {
        $0.heard.place == line.place && $0.heard.intent == intent.name
      }
      if let aside = asides.first {
        wasMatched = true
        reason = reason ?? aside.reason
      } else if reader.lastMatches.contains(where: {
        reader.rules.sentence(of: $0.template)?.line == line
      }) {
        return nil
      }
    }
    guard let example else { return nil }
    let length = line.text.unicodeScalars.count
    if wasMatched, let reason {
      return .warning(
        "template-put-aside", "what this template hears is always put aside: \(reason)",
        at: line.place,
        help: "change the guard (holder:, stance:, time:, unless:) or the template", length: length)
    }
    return .warning(
      "template-never-matches", "this template does not hear its own sentence \"\(example)\"",
      at: line.place, help: help(line.text, example, reader), length: length)
  }

  /// The two usual causes by name: a question mark meant as in a regular expression, and a clause that
  /// ends within the template.
  private func help(_ template: String, _ example: String, _ reader: Reader) -> String {
    if template.contains("?") { return "a ? makes nothing optional here; write [this] for that" }
    let reading = reader.read(example)
    if reading.clauses.count > 1 {
      let second = reading.utterance.typed(reading.clauses[1].tokens)
      return
        "a clause ends before \"\(second)\", and a template matches within one; cut it there"
    }
    return "mend explain shows what that is read as; write the template in those words"
  }
}
