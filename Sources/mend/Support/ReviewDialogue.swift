// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Terminal
import Transcripts

/// Asks about each turn that differs: accept what is said now, reject it, or leave it for later; a capital
/// letter answers for every turn whose gravest difference is of the same class.
///
/// A rejected turn stays as it is recorded: it is the rules that have to change.
final class ReviewDialogue {
  private enum Choice: String, CaseIterable {
    case accept, reject, skip
  }

  private let style: DiffStyle
  private var forClass: [Difference.Kind: Choice] = [:]
  private var counts: [Choice: Int] = [:]
  private var isOver = false

  init(style: DiffStyle) { self.style = style }

  /// Turns of one transcript that are accepted.
  func chosen(_ replayed: ReplayedTranscript) -> [ReplayedTurn] {
    replayed.turns.filter { !$0.differences.isEmpty }.filter { turn in
      let choice = self.choice(for: turn)
      counts[choice, default: 0] += 1
      return choice == .accept
    }
  }

  /// `2 accepted (written into the transcript), 1 rejected (…), 3 left for later (…)`
  var summary: String {
    let words: [Choice: String] = [
      .accept: "accepted (written into the transcript)",
      .reject: "rejected (the record stands; the rules have to change)",
      .skip: "left for later (nothing is changed; asked again next time)",
    ]
    return Choice.allCases.compactMap { choice in
      counts[choice].map { "\($0) \(words[choice] ?? "")" }
    }.joined(separator: ", ")
  }

  private static let help = """
    a  accept: what is said now is right; it is written into the transcript
    r  reject: the record is right; it stays, and the rules have to change
    s  skip: undecided; nothing is changed, and it is asked again next time
    A, R, S  the same for every turn whose gravest difference is of this class
    q  quit: whatever is left is skipped
    """

  private func choice(for turn: ReplayedTurn) -> Choice {
    guard let kind = turn.differences.map(\.kind).min(), !isOver else { return .skip }
    if let known = forClass[kind] { return known }
    print(ReplayReport.text(of: turn, style), terminator: "")
    while true {
      print(
        "[\(kind.rawValue)] (a)ccept, (r)eject, (s)kip; A, R, S for all of this class; (q)uit; ? explains: ",
        terminator: "")
      fflush(nil)
      guard let line = readLine(), let letter = line.first(where: { !$0.isWhitespace }) else {
        isOver = true
        return .skip
      }
      if letter == "q" {
        isOver = true
        return .skip
      }
      if letter == "?" {
        print(Self.help)
        continue
      }
      let wanted = letter.lowercased()
      guard let choice = Choice.allCases.first(where: { $0.rawValue.hasPrefix(wanted) }) else {
        continue
      }
      if letter.isUppercase { forClass[kind] = choice }
      return choice
    }
  }
}
