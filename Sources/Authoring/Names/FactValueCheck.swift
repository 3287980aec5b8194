// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

/// Finds values of facts that something waits for and nothing ever teaches: `when: {role: braker}`.
struct FactValueCheck: Check {
  /// Values that the talk itself gives.
  private static let builtIn: [String: Set<String>] = ["role": ["breaker", "hurt", "both"]]
  /// Facts that hold the person's own words.
  private static let open: Set<String> = ["other", "since", "region", "stage"]

  func findings(in book: RuleBook) -> [Finding] {
    let slots = CaptureSlots(book.rules)
    var known = Self.builtIn
    var open = Self.open
    for intent in book.rules.intents {
      for (fact, value) in intent.captures {
        if value.hasPrefix("{") {
          open.insert(fact)
        } else {
          known[fact, default: []].insert(value)
        }
      }
    }
    for fact in book.rules.facts {
      if let value = fact.value {
        known[fact.name, default: []].insert(value)
      } else if slots.slots(of: fact.sentences).contains(fact.name) {
        open.insert(fact.name)
      }
    }
    return reads(book).compactMap { fact, value, place in
      guard !open.contains(fact), let values = known[fact], !values.contains(value) else {
        return nil
      }
      return .error(
        "fact-value-never-set", "\(fact) is never \(value)", at: place,
        help: nearest(to: value, among: values).map { "did you mean \($0)?" }
          ?? "it is one of \(values.sorted().joined(separator: ", "))")
    }
  }

  private func reads(_ book: RuleBook) -> [(fact: String, value: String, place: Place)] {
    let intents = book.rules.intents.map { ($0.conditions, $0.place) }
    let replies = book.coach.replies.values.flatMap(\.allVariants).map {
      ($0.conditions, $0.text.place)
    }
    return (intents + replies).flatMap { conditions, place in
      conditions.flatMap { fact, values in values.map { (fact, $0, place) } }
    }
  }
}
