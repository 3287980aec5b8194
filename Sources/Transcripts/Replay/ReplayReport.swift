// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// A turn, and how it went this time.
package struct ReplayedTurn: Sendable {
  /// Counts from 1.
  package let number: Int
  package let place: Place
  package let recorded: Turn
  package let got: Turn
  /// What differs; a review may leave out what it does not accept.
  package var differences: [Difference]
}

/// A transcript, and how it went this time.
package struct ReplayedTranscript: Sendable {
  package let path: String
  package let title: String
  package var turns: [ReplayedTurn] = []
  /// What was wrong with the file itself.
  package let findings: [Finding]

  init(_ file: TranscriptFile) {
    path = file.path
    title = file.title
    findings = file.findings
  }

  package var differences: [Difference] { turns.flatMap(\.differences) }

  package var passed: Bool {
    differences.isEmpty && !findings.contains { $0.severity == .error }
  }
}

/// All that was replayed in one run; the renderers turn it into what people and tools read.
package struct ReplayReport: Sendable {
  package var transcripts: [ReplayedTranscript]

  package init(_ transcripts: [ReplayedTranscript]) { self.transcripts = transcripts }

  package var turns: Int { transcripts.reduce(0) { $0 + $1.turns.count } }

  /// Zero turns is a failure: a test that tests nothing must not be green.
  package var passed: Bool { turns > 0 && transcripts.allSatisfy(\.passed) }

  /// How many differences there are of each kind, gravest first.
  package var counts: [(kind: Difference.Kind, count: Int)] {
    let all = transcripts.flatMap(\.differences)
    return Difference.Kind.allCases.compactMap { kind in
      let count = all.count { $0.kind == kind }
      return count == 0 ? nil : (kind, count)
    }
  }

  /// `3 transcripts, 41 turns: 2 differ (1 safety, 1 wording)`
  package var summary: String {
    guard turns > 0 else { return "no turn was replayed" }
    let differing = transcripts.reduce(0) { $0 + $1.turns.count { !$0.differences.isEmpty } }
    let kinds = counts.map { "\($0.count) \($0.kind.rawValue)" }.joined(separator: ", ")
    let outcome = differing == 0 ? "no difference" : "\(differing) differ (\(kinds))"
    let broken = transcripts.count { $0.findings.contains { $0.severity == .error } }
    let faults = broken == 0 ? "" : "; \(broken) cannot be read in full"
    let size = "\(plural(transcripts.count, "transcript")), \(plural(turns, "turn"))"
    return "\(size): \(outcome)\(faults)"
  }

  private func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
