// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading

/// Tells what an intent lacks, in one warning for each: it is matched all the same, but nobody can see
/// what it is for, and nothing proves that it works.
struct IncompleteIntentCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    book.rules.intents.compactMap { intent in
      var missing: [String] = []
      if intent.about == nil { missing.append("about") }
      if intent.examples.isEmpty { missing.append("examples") }
      if intent.counterexamples.isEmpty, intent.tier > .conversation {
        missing.append("counterexamples")
      }
      if intent.tier > .conversation, !isAnswered(intent.name, book.coach) {
        missing.append("reply")
      }
      guard !missing.isEmpty else { return nil }
      return .warning(
        "incomplete-intent", "\(intent.name) has no \(missing.joined(separator: ", no "))",
        at: intent.place,
        help: "add what is missing", length: intent.name.description.unicodeScalars.count)
    }
  }

  private func isAnswered(_ name: IntentName, _ coach: Coach) -> Bool {
    coach.replies(to: name.description) != nil || coach.knowledge[name.description] != nil
      || coach.knowledge[name.family] != nil
  }
}
