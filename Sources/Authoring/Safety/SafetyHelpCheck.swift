// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading

/// Sees to it that a talk about danger never runs out of words or of help: each stage has something to say,
/// and there is a contact for those whose country is not known.
struct SafetyHelpCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    contacts(book) + stages(book)
  }

  private func contacts(_ book: RuleBook) -> [Finding] {
    guard let first = book.coach.contacts.first,
      !book.coach.contacts.contains(where: { $0.region == "anywhere" })
    else { return [] }
    return [
      .error(
        "no-contact-anywhere", "no contact is for the region anywhere", at: first.place,
        help: "add one that says how to find help in any country")
    ]
  }

  private func stages(_ book: RuleBook) -> [Finding] {
    let families = Dictionary(
      grouping: book.rules.intents.filter { $0.tier == .safety }, by: \.name.family)
    return families.sorted { $0.key < $1.key }.compactMap { family, intents in
      guard let place = intents.map(\.place).min() else { return nil }
      let replies = book.coach.replies[family]
      let missing = SafetyStage.allCases.filter { (replies?.stages[$0] ?? []).isEmpty }
      guard !missing.isEmpty else { return nil }
      return .error(
        "missing-stage",
        "\(family) has nothing to say at the stage \(missing.map(\.rawValue).joined(separator: ", "))",
        at: replies?.place ?? place, help: "add it under stages: of its replies")
    }
  }
}
