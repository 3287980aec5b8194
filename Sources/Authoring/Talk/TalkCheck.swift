// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Reading

/// Talks at random and looks at every reply: none empty, none said twice, no danger passed over, nothing
/// parked and lost, no exercise that cannot be left.
public struct TalkCheck {
  /// A talk has so many turns; an hour's talk has fewer.
  public static let sessionTurns = 50
  /// No sentence comes again within so many turns.
  public static let window = 20
  /// No reply is longer; danger needs the most room.
  static let longest = 150

  private let policy: Policy
  private let material: SimulatedUser.Material

  public init(policy: Policy, rules: RuleSet) {
    self.policy = policy
    material = SimulatedUser.Material(rules: rules, coach: policy.coach)
  }

  /// Talks until so many turns were had; stops at `most` failures.
  public func run(turns: Int, seed: UInt64, most: Int = 3) -> TalkReport {
    var report = TalkReport()
    while report.turns < turns, report.failures.count < most {
      let seed = seed &* 1_000_003 &+ UInt64(report.sessions)
      let length = min(Self.sessionTurns, turns - report.turns)
      let session = session(seed: seed, turns: length, into: &report)
      if let what = session.fault {
        report.failures.append(
          .init(what: what, seed: seed, lines: shortest(session.lines, seed, what)))
      } else if report.sessions % 16 == 0, replies(to: session.lines, seed) != session.replies {
        report.failures.append(
          .init(what: "the same seed gave other words", seed: seed, lines: session.lines))
      }
      report.sessions += 1
    }
    return report
  }

  private struct Session {
    var lines: [String] = []
    var replies: [String] = []
    var fault: String?
  }

  private func session(seed: UInt64, turns: Int, into report: inout TalkReport) -> Session {
    var user = SimulatedUser(seed: seed, material: material)
    var watch = TalkWatch(policy: policy, seed: seed)
    var session = Session()
    for _ in 0..<turns {
      let line = user.next(in: watch.state)
      session.lines.append(line)
      session.fault = watch.take(line)
      session.replies.append(watch.state.lastReply)
      report.turns += 1
      if session.fault != nil { break }
    }
    if session.fault == nil { session.fault = watch.fault(atEndOf: session.lines) }
    report.dangers += watch.dangers
    report.exercisesBegun += watch.exercisesBegun
    report.exercisesFinished += watch.state.documents.count
    report.parked += watch.parkedInAll
    report.lateRepeats += watch.lateRepeats
    return session
  }

  private func replies(to lines: [String], _ seed: UInt64) -> [String] {
    var watch = TalkWatch(policy: policy, seed: seed)
    return lines.map { line in
      _ = watch.take(line)
      return watch.state.lastReply
    }
  }

  /// Leaves out line after line, as long as the talk still goes wrong in the same way.
  private func shortest(_ lines: [String], _ seed: UInt64, _ what: String) -> [String] {
    var lines = lines
    var index = 0
    while index < lines.count {
      var fewer = lines
      fewer.remove(at: index)
      if fault(of: fewer, seed) == what { lines = fewer } else { index += 1 }
    }
    return lines
  }

  private func fault(of lines: [String], _ seed: UInt64) -> String? {
    var watch = TalkWatch(policy: policy, seed: seed)
    for line in lines {
      if let fault = watch.take(line) { return fault }
    }
    return watch.fault(atEndOf: lines)
  }
}
