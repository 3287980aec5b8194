// SPDX-License-Identifier: GPL-3.0-or-later

/// The keys above `turns`, in the order in which they are written.
package enum HeaderKey: String, CaseIterable, Sendable {
  case format, session, rules, seed, consent, continues, saved, name, turns
}

/// The keys of a turn, in the order in which they are written.
///
/// `intents` comes last on purpose: it is always one line, so a turn that has it is whole, wherever
/// the power failed. A reply of several lines could not tell by itself that some are missing.
package enum TurnKey: String, CaseIterable, Sendable {
  case user, answered, exercise, coach, guidance, facts, parked, promise, promises
  case mustNot = "must_not"
  case note, intents
}
