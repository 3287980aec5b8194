// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Dialogue
import Terminal
import Transcripts

/// What tests and transcripts reach, as text and as JSON.
struct CoverageReport {
  let coverage: Coverage

  /// Tries the examples, and goes through the transcripts of a folder.
  init(_ checked: CheckedFolder, transcripts: [TranscriptFile]) {
    let policy = checked.policy
    var counter = CoverageCounter(rules: checked.book.rules, policy: policy)
    counter.tryExamples()
    for file in transcripts {
      let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
      let state = Earlier.beginning(
        of: file.transcript, folder: file.path.hasPrefix("/") ? "/" + folder : folder,
        policy: policy)
      counter.hear(file.transcript.turns.map(\.user), from: state)
    }
    coverage = counter.coverage()
  }

  /// Unreached items of one part that are named before the rest is only counted.
  private static let mostNamed = 10

  func lines(showsAll: Bool) -> [String] {
    Coverage.Part.allCases.flatMap { part in
      let sum = coverage.sum(of: part)
      let missed = coverage.items(of: part).filter { !$0.isReached }
      let shown = showsAll ? missed[...] : missed.prefix(Self.mostNamed)
      let rest = missed.count - shown.count
      return ["\(part.rawValue): \(sum.reached) of \(sum.all) reached"]
        + shown.map { "  \($0.place): nothing reaches \(cut(sanitized($0.name)))" }
        + (rest > 0 ? ["  … and \(rest) more; --all shows them"] : [])
    }
  }

  var json: JSONText {
    .object(
      Coverage.Part.allCases.map { part in
        let sum = coverage.sum(of: part)
        let items = coverage.items(of: part).map { item in
          JSONText.object([
            ("name", .string(item.name)), ("at", .string("\(item.place)")),
            ("tests", .integer(item.tests)), ("turns", .integer(item.turns)),
          ])
        }
        return (
          part.rawValue.replacing(" ", with: "_"),
          .object([
            ("reached", .integer(sum.reached)), ("all", .integer(sum.all)), ("items", .list(items)),
          ])
        )
      })
  }

  private func cut(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 90 ? words.prefix(89) + "…" : words
  }
}
