// SPDX-License-Identifier: GPL-3.0-or-later

/// What was said, what was understood, and what was answered.
///
/// Only `user` is always there; what is nil or empty is not stated and so not checked by a replay.
package struct Turn: Sendable, Equatable {
  package var user: String
  /// Ranked, best first; a name may be a family.
  package var intents: [String]
  /// Ids of the knowledge that the reply draws on.
  package var guidance: [String]
  /// All that is known so far, each fact with its values.
  package var facts: [String: [String]]
  /// The reply, to the letter.
  package var coach: String?
  /// Intents that must not be heard.
  package var mustNot: [String]
  /// What was put off until the talk pauses.
  package var parked: [String]
  /// The question of the coach that these words answer.
  package var answered: String?
  /// What the person promised in this turn.
  package var promise: String?
  /// Earlier promises, and what became of them.
  package var promises: [Promise]
  package var exercise: String?
  package var note: String?
  /// Why it was answered so; carried into replay reports, never written to a file.
  package var explanation: String?

  package init(
    user: String, intents: [String] = [], guidance: [String] = [], facts: [String: [String]] = [:],
    coach: String? = nil, mustNot: [String] = [], parked: [String] = [], answered: String? = nil,
    promise: String? = nil, promises: [Promise] = [], exercise: String? = nil, note: String? = nil,
    explanation: String? = nil
  ) {
    self.user = user
    self.intents = intents
    self.guidance = guidance
    self.facts = facts
    self.coach = coach
    self.mustNot = mustNot
    self.parked = parked
    self.answered = answered
    self.promise = promise
    self.promises = promises
    self.exercise = exercise
    self.note = note
    self.explanation = explanation
  }
}

/// Something that the person said they would do.
package struct Promise: Sendable, Hashable {
  package enum State: String, Sendable, CaseIterable {
    case open, kept, missed
  }

  package var text: String
  package var state: State

  package init(_ text: String, _ state: State = .open) {
    self.text = text
    self.state = state
  }
}
