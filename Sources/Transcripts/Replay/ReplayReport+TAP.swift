// SPDX-License-Identifier: GPL-3.0-or-later

extension ReplayReport {
  /// Test Anything Protocol, version 14: a line for each turn, with the differences below it.
  package var tap: String {
    var lines: [String] = []
    var count = 0
    func add(_ passed: Bool, _ name: String, details: String = "") {
      count += 1
      lines.append("\(passed ? "ok" : "not ok") \(count) - \(escaped(name))")
      guard !passed else { return }
      lines += ["  ---", "  message: |-"]
      lines += details.split(separator: "\n").map { "    \($0)" }
      lines.append("  ...")
    }
    for transcript in transcripts {
      for finding in transcript.findings where finding.severity == .error {
        add(false, "\(transcript.path) line \(finding.place.line)", details: finding.description)
      }
      for turn in transcript.turns {
        add(
          turn.differences.isEmpty, "\(transcript.path) turn \(turn.number)", details: turn.details)
      }
    }
    if turns == 0 { add(false, "turns", details: summary) }
    return (["TAP version 14", "1..\(count)"] + lines).joined(separator: "\n") + "\n"
  }

  /// `#` would begin a directive.
  private func escaped(_ name: String) -> String {
    name.withoutControls.reduce(into: "") { result, character in
      result += "\\#".contains(character) ? "\\\(character)" : String(character)
    }
  }
}
