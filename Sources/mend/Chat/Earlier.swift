// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Transcripts

/// The last session; for those alone who agreed that it may be looked back at (`consent`).
///
/// Nothing is stored beside the transcripts: what is known is worked out by reading them again.
struct Earlier {
  let session: String
  private let transcript: Transcript
  private let folder: String

  /// Nil where nothing was said yet.
  init?(folder: String) {
    let store = SessionStore(folder: folder)
    guard let entry = try? store.list().first(where: { $0.turns > 0 }),
      let file = try? store.load(entry)
    else { return nil }
    transcript = file.transcript
    session = entry.id
    self.folder = folder
  }

  /// What was last answered to the question whether earlier talks may be looked at: the last word counts.
  /// Nil while it was not answered.
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
  static func state(
    after transcript: Transcript, folder: String?, policy: Policy, depth: Int = 0
  ) -> State {
    let talk = Talk(
      policy: policy,
      state: beginning(of: transcript, folder: folder, policy: policy, depth: depth))
    for turn in transcript.turns { _ = talk.answer(turn.user) }
    return talk.state
  }

  /// The state in which a session began: empty, or what its forerunner left.
  static func beginning(
    of transcript: Transcript, folder: String?, policy: Policy, depth: Int = 0
  ) -> State {
    let fresh = State(seed: transcript.seed ?? 0)
    guard let continued = transcript.continues, let folder, depth < 8,
      let file = try? TranscriptFile(reading: "\(folder)/\(continued).yaml")
    else { return fresh }
    let state = state(
      after: file.transcript, folder: folder, policy: policy, depth: depth + 1)
    return carriedOver(state, seed: fresh.seed, policy: policy)
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
