// SPDX-License-Identifier: GPL-3.0-or-later

/// What came of talking at random.
public struct TalkReport: Sendable {
  /// The shortest talk that was found to go wrong.
  public struct Failure: Sendable {
    public var what: String
    public var seed: UInt64
    /// What was typed; the last line is answered wrongly.
    public var lines: [String]
  }

  public var turns = 0
  public var sessions = 0
  public var dangers = 0
  public var exercisesBegun = 0
  public var exercisesFinished = 0
  public var parked = 0
  /// Sentences that came again in a session after more than twenty turns.
  public var lateRepeats = 0
  public var failures: [Failure] = []

  public var summary: String {
    "\(turns) turns in \(sessions) talks, \(dangers) about danger, \(exercisesBegun) exercises begun and "
      + "\(exercisesFinished) finished, \(parked) things parked, \(lateRepeats) sentences said again later: "
      + "\(failures.count) failure\(failures.count == 1 ? "" : "s")"
  }
}
