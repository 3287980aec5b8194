// SPDX-License-Identifier: GPL-3.0-or-later

/// A saved talk: both the record that a person keeps and a test that can be replayed.
///
/// Everything but the turns is optional, because a transcript written by hand as a test needs no more
/// than what its author wants checked. What is nil or empty is not stated.
package struct Transcript: Sendable, Equatable {
  package var format: Int
  package var session: String?
  /// The digest of the rules that were in force.
  package var rules: String?
  package var seed: UInt64?
  /// Whether the person agreed that the next session may look back at this one.
  package var consent: Bool?
  /// The session that this one goes on from.
  package var continues: String?
  /// What the person called it with `/save`.
  package var saved: String?
  /// What the author of a transcript written by hand calls it.
  package var name: String?
  package var turns: [Turn]

  package init(
    format: Int = 1, session: String? = nil, rules: String? = nil, seed: UInt64? = nil,
    consent: Bool? = nil, continues: String? = nil, saved: String? = nil, name: String? = nil,
    turns: [Turn] = []
  ) {
    self.format = format
    self.session = session
    self.rules = rules
    self.seed = seed
    self.consent = consent
    self.continues = continues
    self.saved = saved
    self.name = name
    self.turns = turns
  }

  /// Whether the program wrote it: then every turn states all that was understood, in order, and
  /// not only what an author cared about.
  package var isRecorded: Bool { session != nil }
}
