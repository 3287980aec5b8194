// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Transcripts

/// The last session, where the person agreed that it may be looked back at.
///
/// Nothing is stored beside the transcripts: what is known is worked out by reading them again.
struct Earlier {
  let session: String
  private let transcript: Transcript
  private let folder: String

  /// Nil where the person did not agree, or took it back: the last word counts.
  init?(folder: String?) {
    guard let folder, Self.consent(in: folder) == true,
      let sessions = try? SessionStore(folder: folder).list(),
      let entry = sessions.first(where: { $0.turns > 0 }),
      let file = try? SessionStore(folder: folder).load(entry)
    else { return nil }
    transcript = file.transcript
    session = entry.id
    self.folder = folder
  }

  /// What was last answered to the question whether earlier talks may be looked at; nil while it was not.
  static func consent(in folder: String) -> Bool? {
    let store = SessionStore(folder: folder)
    for entry in (try? store.list()) ?? [] {
      if let consent = (try? store.load(entry))?.transcript.consent { return consent }
    }
    return nil
  }

  /// What is known at the beginning of a session that goes on from this one.
  func state(seed: UInt64, policy: Policy) -> State {
    let state = Self.state(after: transcript, folder: folder, policy: policy)
    return Self.carriedOver(state, seed: seed, policy: policy)
  }

  /// The state in which a session ended.
  static func state(after transcript: Transcript, folder: String?, policy: Policy) -> State {
    var state = beginning(of: transcript, folder: folder, policy: policy, depth: 0)
    let talk = Talk(policy: policy, state: state)
    for turn in transcript.turns { _ = talk.answer(turn.user) }
    state = talk.state
    return state
  }

  /// The state in which a session began: empty, or what its forerunner left.
  static func beginning(
    of transcript: Transcript, folder: String?, policy: Policy, depth: Int
  ) -> State {
    let fresh = State(seed: transcript.seed ?? 0)
    guard let continued = transcript.continues, let folder, depth < 8,
      let file = try? TranscriptFile(reading: "\(folder)/\(continued).yaml")
    else { return fresh }
    let talk = Talk(
      policy: policy,
      state: beginning(of: file.transcript, folder: folder, policy: policy, depth: depth + 1))
    for turn in file.transcript.turns { _ = talk.answer(turn.user) }
    return carriedOver(talk.state, seed: fresh.seed, policy: policy)
  }

  /// What one session leaves to the next: what is known, and what was promised.
  static func carriedOver(_ earlier: State, seed: UInt64, policy: Policy) -> State {
    var state = State(seed: seed)
    state.memory = earlier.memory
    state.promises = earlier.promises.filter { $0.outcome == .open }
    state.consent = true
    _ = policy.opening(of: &state, promise: state.promises.first)
    return state
  }
}
