// SPDX-License-Identifier: GPL-3.0-or-later

/// The names of `patterns:` that a talk asks for, and the places to fill that each may have.
enum Patterns {
  static let known: Set<String> = [
    "alarm-over", "ask-begin", "ask-go-on", "ask-open", "ask-side", "cue-both", "cue-company",
    "cue-me",
    "cue-them", "cue-kept",
    "cue-missed", "cue-plan",
    "cue-helpline", "cue-lost", "cue-no-danger", "cue-together", "cue-tried", "cue-unsafe",
    "hear-fact", "hear-name",
    "hold-abuse", "hold-child", "hold-harm", "hold-open", "no-taken", "off-topic-short",
    "return-greeting-promise", "thanks-short", "unsure-again", "yes-taken", "answer-taken", "back",
    "clarify", "complaint", "consent-ask", "consent-no",
    "consent-yes", "correction", "correction-ask", "cue-back", "cue-cancel", "cue-change",
    "cue-example",
    "cue-not-meant", "cue-promise", "cue-safe", "cue-shorter", "cue-skip", "cue-taken-back",
    "cue-unsure",
    "example", "exercise-cancelled", "exercise-changed", "exercise-digression", "exercise-noted",
    "exercise-offer-opener",
    "exercise-resume", "exercise-saved", "exercise-skipped", "goodbye", "goodbye-promise",
    "greeting",
    "greeting-again", "hear-clause", "hear-doing",
    "hear-quote", "help", "helpline", "identity", "more", "more-none", "next", "off-topic",
    "parked-mention", "parked-return", "privacy", "promise-ask", "promise-kept", "promise-missed",
    "promise-noted", "promise-when", "reject", "repeat", "restated", "return-greeting", "shorter",
    "thanks", "tried",
    "unclear",
    "unclear-again", "unsure", "why",
  ]

  /// Places that every text may have.
  static let everywhere: Set<String> = ["other", "Other", "them", "their"]
  /// Places that texts about danger may have as well.
  static let danger: Set<String> = ["emergency", "line", "region"]
  /// Places of particular patterns.
  static let ofPatterns: Set<String> = [
    "doing", "echo", "emergency", "fact", "first", "line", "name", "promise", "quote", "second",
    "title", "topic",
    "words",
  ]
}
