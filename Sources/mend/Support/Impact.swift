// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Foundation
import RuleFiles
import Terminal
import Transcripts

/// What an edit of the rules changes in the talks that are saved: each is talked through with the rules
/// before and after.
struct Impact {
  struct Turn {
    var place: String
    var said: String
    var before: String
    var after: String
    var isNewlyUnmatched: Bool
    /// Whether it is taken to mean something else, and not only answered in other words.
    var isReadDifferently: Bool
    var hasNewFirst: Bool
  }

  /// More saved turns than this are not talked through again: an author waits for the answer.
  static let mostTurns = 4_000

  let changed: [Turn]
  let turns: Int

  init(from before: Policy, to after: Policy, in transcripts: [TranscriptFile]) {
    let results = concurrently(transcripts.count) { index in
      Self.changes(in: transcripts[index], before, after)
    }
    changed = results.flatMap { $0 }
    turns = transcripts.reduce(0) { $0 + $1.transcript.turns.count }
  }

  /// The transcripts below a folder, the newest first as far as they are gone through.
  static func transcripts(in folder: String) -> [TranscriptFile] {
    guard let paths = try? transcriptPaths(at: folder) else { return [] }
    var found: [TranscriptFile] = []
    var turns = 0
    for path in paths.reversed() {
      guard turns < mostTurns, let file = try? TranscriptFile(reading: path) else { continue }
      turns += file.transcript.turns.count
      found.append(file)
    }
    return found.reversed()
  }

  /// One line that sums it up, and one for each turn that changed.
  var lines: [String] {
    guard turns > 0 else { return ["no turn is saved that this edit could change"] }
    let unmatched = changed.count(where: \.isNewlyUnmatched)
    let note = unmatched > 0 ? ", \(unmatched) newly unmatched" : ""
    let sum = "this edit changes \(changed.count) of \(counted(turns, "saved turn"))\(note)"
    let shown = changed.prefix(Self.mostShown).map { turn in
      "  \(turn.place): “\(turn.said)”: \(turn.before) → \(turn.after)"
    }
    let rest = changed.count - shown.count
    return [sum] + shown + (rest > 0 ? ["  … and \(rest) more"] : [])
  }

  /// How many turns are read differently, in one line.
  var moved: String {
    let first = changed.count(where: \.hasNewFirst)
    let verb = changed.count(where: \.isReadDifferently) == 1 ? "reads" : "read"
    return
      "\(changed.count(where: \.isReadDifferently)) of \(counted(turns, "saved turn")) \(verb) differently now, \(first) in their first meaning; mend replay shows them"
  }

  private static let mostShown = 12

  private static func changes(
    in file: TranscriptFile, _ before: Policy, _ after: Policy
  ) -> [Turn] {
    var old = PolicyReplayer(policy: before)
    var new = PolicyReplayer(policy: after)
    old.folder = (file.path as NSString).deletingLastPathComponent
    new.folder = old.folder
    let header = file.transcript
    old.start(seed: header.seed ?? 0, header: header)
    new.start(seed: header.seed ?? 0, header: header)
    var found: [Turn] = []
    for (number, turn) in header.turns.enumerated() {
      let (was, now) = (old.answer(turn.user), new.answer(turn.user))
      guard was.intents != now.intents || was.coach != now.coach else { continue }
      found.append(describe(turn.user, file.places[number].turn.line, file.path, was, now))
      // The next turn is compared from the same state, or one change would show in all that follow.
      new.goOn(from: old)
    }
    return found
  }

  private static func describe(
    _ said: String, _ line: Int, _ path: String, _ was: Transcripts.Turn, _ now: Transcripts.Turn
  ) -> Turn {
    let words = sanitized(said).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let (first, second) = (was.intents.first ?? "", now.intents.first ?? "")
    let isSame = was.intents == now.intents
    return Turn(
      place: "\(sanitized(shortened(path))):\(line)",
      said: words.count > 60 ? words.prefix(59) + "…" : words,
      before: isSame || first != second ? first : was.intents.joined(separator: ", "),
      after: isSame
        ? "the same in other words"
        : first != second ? second : now.intents.joined(separator: ", "),
      isNewlyUnmatched: unmatched.contains(second) && !unmatched.contains(first),
      isReadDifferently: !isSame, hasNewFirst: first != second)
  }

  private static let unmatched: Set = ["unclear", "off-topic"]
}
