// SPDX-License-Identifier: GPL-3.0-or-later

extension ReplayReport {
  /// The XML that CI systems read: a suite for each transcript, a case for each turn.
  package var junit: String {
    let failing = transcripts.reduce(0) { $0 + $1.failures }
    let errors = transcripts.reduce(0) { $0 + $1.errors } + (turns == 0 ? 1 : 0)
    let cases = turns + transcripts.reduce(0) { $0 + $1.errors } + (turns == 0 ? 1 : 0)
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<testsuites name="mend replay" tests="\#(cases)" failures="\#(failing)" errors="\#(errors)">"#,
    ]
    lines += transcripts.flatMap(\.junit)
    if turns == 0 {
      lines += [
        #"  <testsuite name="mend replay" tests="1" failures="0" errors="1">"#,
        #"    <testcase classname="mend replay" name="turns">"#,
        #"      <error message="no turn was replayed"/>"#,
        "    </testcase>", "  </testsuite>",
      ]
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }
}

extension ReplayedTranscript {
  fileprivate var failures: Int { turns.count { !$0.differences.isEmpty } }
  fileprivate var errors: Int { findings.count { $0.severity == .error } }

  fileprivate var junit: [String] {
    let name = path.escapedForMarkup
    let counts =
      #"tests="\#(turns.count + errors)" failures="\#(failures)" errors="\#(errors)""#
    var lines = [#"  <testsuite name="\#(name)" \#(counts)>"#]
    for finding in findings where finding.severity == .error {
      lines += [
        #"    <testcase classname="\#(name)" name="line \#(finding.place.line)">"#,
        #"      <error message="\#(finding.description.escapedForMarkup)"/>"#, "    </testcase>",
      ]
    }
    for turn in turns { lines += turn.junit(in: name) }
    return lines + ["  </testsuite>"]
  }
}

extension ReplayedTurn {
  fileprivate func junit(in suite: String) -> [String] {
    let head = #"    <testcase classname="\#(suite)" name="turn \#(number)" line="\#(place.line)""#
    guard let gravest = differences.min(by: { $0.kind < $1.kind }) else { return [head + "/>"] }
    let message = "\(gravest.kind.rawValue): \(gravest.message)".escapedForMarkup
    let failure = #"      <failure type="\#(gravest.kind.rawValue)" message="\#(message)">"#
    return [head + ">", failure + details.escapedForMarkup + "</failure>", "    </testcase>"]
  }

  /// Every difference in full, and why it was answered so.
  var details: String {
    let parts = differences.map { difference in
      let place = "\(difference.place): \(difference.kind.rawValue): \(difference.message)"
      guard difference.key == .coach else { return place }
      return place + "\n" + DiffStyle.plain.render(WordDiff(difference.expected, difference.got))
    }
    return (parts + [got.explanation].compactMap { $0 }).joined(separator: "\n").withoutControls
  }
}
