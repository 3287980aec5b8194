// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

extension ReplayReport {
  /// For a person: the findings, each difference with its place, the reply word by word, the sum.
  package func text(_ style: DiffStyle = .plain) -> String {
    var lines: [String] = []
    for transcript in transcripts {
      lines += transcript.findings.map(\.description)
      for turn in transcript.turns where !turn.differences.isEmpty { lines += turn.lines(style) }
    }
    return (lines + [summary]).joined(separator: "\n") + "\n"
  }

  /// What is different in one turn, and why.
  package static func text(of turn: ReplayedTurn, _ style: DiffStyle = .plain) -> String {
    turn.lines(style).joined(separator: "\n") + "\n"
  }
}

extension ReplayedTurn {
  fileprivate func lines(_ style: DiffStyle) -> [String] {
    differences.flatMap { $0.lines(style) }
      + indented((got.explanation ?? "").withoutControls, by: "    why: ")
  }
}

extension Difference {
  /// One line: what was stated, and what came instead.
  var message: String {
    switch key {
    case .coach: "the reply changed"
    case .mustNot: "expected \(expected), got \(got)"
    default: "expected \(key.rawValue) \(expected), got \(got)"
    }
  }

  fileprivate func lines(_ style: DiffStyle) -> [String] {
    let head = "\(place): error: turn \(turn): \(message.withoutControls) [\(kind.rawValue)]"
    guard key == .coach else { return [head] }
    return [head] + indented(style.render(WordDiff(expected, got)), by: "    ")
  }
}

private func indented(_ text: String, by margin: String) -> [String] {
  text.split(separator: "\n").map { margin + $0 }
}
