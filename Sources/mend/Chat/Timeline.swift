// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Foundation
import Terminal
import Transcripts

/// All saved talks as a story: when, what about, what was promised and what became of it.
struct Timeline {
  struct Stop {
    var when: String
    var turns: Int
    var topics: [String]
    /// What the person meant to do, from this talk on.
    var made: [Dialogue.Promise]
    /// What became of earlier promises, as told in this talk.
    var told: [Dialogue.Promise]
    var results: [String]
  }

  let stops: [Stop]

  /// - Parameter digest: which rules are in force.
  init(folder: String, policy: Policy, digest: String) throws {
    let store = SessionStore(folder: folder)
    let entries: [SessionEntry]
    do throws(TranscriptFault) {
      entries = try store.list()
    } catch {
      throw Failure(.noInput, "\(error)")
    }
    stops = entries.reversed().compactMap { entry in
      guard entry.turns > 0, let file = try? store.load(entry) else { return nil }
      return Self.stop(entry, file.transcript, folder, policy, digest)
    }
  }

  private static func stop(
    _ entry: SessionEntry, _ transcript: Transcript, _ folder: String, _ policy: Policy,
    _ digest: String
  ) -> Stop {
    let before = Earlier.beginning(of: transcript, folder: folder, policy: policy)
    let talk = Talk(policy: policy, state: before)
    for turn in transcript.turns { _ = talk.answer(turn.user) }
    var promises = recorded(transcript)
    if promises.made.isEmpty, promises.told.isEmpty, transcript.rules == digest {
      // Talks of before promises were recorded; the same rules find them again.
      let carried = before.promises.count
      promises.made = Array(talk.state.promises.dropFirst(carried))
      promises.told = Array(talk.state.promises.prefix(carried))
    }
    return Stop(
      when: entry.started?.readable ?? entry.id, turns: entry.turns,
      topics: topics(transcript, policy), made: promises.made,
      told: promises.told.filter { $0.outcome != .open },
      results: talk.state.documents.map(\.title))
  }

  /// What the record says of promises: those made in this talk, and those of earlier ones.
  private static func recorded(
    _ transcript: Transcript
  ) -> (made: [Dialogue.Promise], told: [Dialogue.Promise]) {
    let last = transcript.turns.last { !$0.promises.isEmpty }?.promises ?? []
    let all = last.map {
      Dialogue.Promise(
        text: $0.text, outcome: Dialogue.Promise.Outcome(rawValue: $0.state.rawValue) ?? .open)
    }
    let made = transcript.turns.count { $0.promise != nil }
    return (Array(all.suffix(made)), Array(all.dropLast(made)))
  }

  /// What the guidance of a talk was about, by title, in the order of the talk.
  private static func topics(_ transcript: Transcript, _ policy: Policy) -> [String] {
    var seen: Set<String> = []
    return transcript.turns.compactMap(\.guidance.first)
      .filter { seen.insert($0).inserted }
      .compactMap { policy.coach.knowledge[$0]?.title }
  }

  /// Promises made and what became of them, over all talks.
  var counts: (made: Int, kept: Int, missed: Int) {
    let outcomes = stops.flatMap { $0.made + $0.told }.map(\.outcome)
    return (
      stops.reduce(0) { $0 + $1.made.count }, outcomes.count { $0 == .kept },
      outcomes.count { $0 == .missed }
    )
  }

  var text: String {
    if stops.isEmpty { return "No talk is saved yet." }
    let parts = stops.map { stop in
      var lines = ["\(stop.when), \(counted(stop.turns, "turn"))"]
      if !stop.topics.isEmpty {
        lines.append("  about: \(stop.topics.prefix(5).joined(separator: "; "))")
      }
      lines += stop.told.map { "  \(Self.mark($0)) \(sanitized($0.text))" }
      lines += stop.made.map { "  \(Self.mark($0)) \(sanitized($0.text))" }
      lines += stop.results.map { "  written: \($0)" }
      return lines.joined(separator: "\n")
    }
    let sum = counts
    let total = "Promises: \(sum.made) made, \(sum.kept) kept, \(sum.missed) missed"
    return (parts + [total]).joined(separator: "\n\n")
  }

  private static func mark(_ promise: Dialogue.Promise) -> String {
    switch promise.outcome {
    case .kept: "[kept]"
    case .missed: "[missed]"
    case .open: "[promised]"
    }
  }
}
