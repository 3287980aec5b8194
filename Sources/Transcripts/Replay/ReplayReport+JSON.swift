// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Foundation

extension ReplayReport {
  /// For tools: one object, keys sorted, stable and additive.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(Shape(self)) else {
      preconditionFailure("text and numbers can always be encoded")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private struct Shape: Encodable {
    let passed: Bool
    let transcripts: [TranscriptShape]
    let turns: Int
    let counts: [String: Int]

    init(_ report: ReplayReport) {
      passed = report.passed
      transcripts = report.transcripts.map(TranscriptShape.init)
      turns = report.turns
      counts = Dictionary(uniqueKeysWithValues: report.counts.map { ($0.kind.rawValue, $0.count) })
    }
  }

  private struct TranscriptShape: Encodable {
    let path, title: String
    let passed: Bool
    let turns: Int
    let findings: [String]
    let differences: [DifferenceShape]

    init(_ transcript: ReplayedTranscript) {
      path = transcript.path
      title = transcript.title
      passed = transcript.passed
      turns = transcript.turns.count
      findings = transcript.findings.map(\.description)
      differences = transcript.turns.flatMap { turn in
        turn.differences.map { DifferenceShape($0, in: turn) }
      }
    }
  }

  private struct DifferenceShape: Encodable {
    let turn, line, column: Int
    let user, kind, key, expected, got: String
    let explanation: String?

    init(_ difference: Difference, in turn: ReplayedTurn) {
      self.turn = difference.turn
      line = difference.place.line
      column = difference.place.column
      user = turn.recorded.user
      kind = difference.kind.rawValue
      key = difference.key.rawValue
      expected = difference.expected
      got = difference.got
      explanation = turn.got.explanation
    }
  }
}
