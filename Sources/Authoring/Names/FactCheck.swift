// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

/// Finds facts that are asked for and never learnt, and facts that are learnt and never asked for.
struct FactCheck: Check {
  /// Facts that the talk itself learns or uses.
  static let builtIn: Set<String> = [
    "role", "other", "relation", "pronoun", "since", "stage", "breach", "region",
    "topic", "talk", "asked", "danger",
  ]

  func findings(in book: RuleBook) -> [Finding] {
    var set: [String: Place] = [:]
    for intent in book.rules.intents {
      for name in intent.captures.keys { set[name] = set[name] ?? intent.place }
    }
    for fact in book.rules.facts { set[fact.name] = set[fact.name] ?? fact.place }
    let read = reads(book)
    let known = Self.builtIn.union(set.keys)
    let unset = read.filter { !known.contains($0.name) }.map { fact in
      Finding.error(
        "fact-never-set", "\(fact.name) is asked for and never learnt", at: fact.place,
        help: nearest(to: fact.name, among: known).map { "did you mean \($0)?" }
          ?? "learn it by captures: of an intent or a rule under facts:")
    }
    let used = Self.builtIn.union(read.map(\.name))
    return unset
      + set.filter { !used.contains($0.key) }.map { name, place in
        .warning(
          "fact-never-read", "\(name) is learnt and never asked for", at: place,
          help: "ask for it in a when:, or stop learning it")
      }
  }

  private func reads(_ book: RuleBook) -> [(name: String, place: Place)] {
    let intents = book.rules.intents.flatMap { intent in
      intent.conditions.keys.map { ($0, intent.place) }
    }
    let replies = book.coach.replies.values.flatMap(\.allVariants).flatMap { variant in
      variant.conditions.keys.map { ($0, variant.text.place) }
    }
    return intents + replies
  }
}
