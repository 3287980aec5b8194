// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Transcripts

@Suite struct CutOffTests {
  /// Where each turn of a file that the program wrote ends, counted in bytes.
  private func written() -> (bytes: [UInt8], header: Int, ends: [Int], transcript: Transcript) {
    var transcript = header
    var bytes = Array(transcript.yaml.utf8)
    let start = bytes.count
    var ends: [Int] = []
    let unicode = Turn(
      user: "- café 🙂: \"x\"", intents: ["unclear"], facts: ["other": ["wife]"]],
      coach: "a]\n\n  b: [c]\n- user: d\nintents: [e]")
    for turn in [fullTurn, unicode, fullTurn] {
      bytes += Array(turn.yaml.utf8)
      ends.append(bytes.count)
      transcript.turns.append(turn)
    }
    return (bytes, start, ends, transcript)
  }

  @Test func cutAnywhereLoadsTheWholeTurnsWithAWarning() {
    let (bytes, start, ends, transcript) = written()
    for length in 0..<bytes.count {
      let file = TranscriptFile(Array(bytes[..<length]), path: "t.yaml")
      let whole = ends.count { $0 <= length }
      #expect(file.transcript.turns == Array(transcript.turns.prefix(whole)), "cut at \(length)")
      #expect(!file.hasErrors, "cut at \(length): \(file.findings)")
      let isBetweenTurns = ends.contains(length) || length == start
      #expect(
        file.findings.contains { $0.code == "cut-off" } == !isBetweenTurns,
        "cut at \(length): \(file.findings)")
    }
  }

  @Test func theOrderOfTheContractIsReadToo() {
    let text = """
      format: 1
      session: 2026-11-21T10-30-05Z-7f3a
      rules: 0123
      seed: 32570
      turns:
      - user: It was one text, come on.
        intents: [denial.minimizing]
        guidance: [acknowledging]
        coach: |-
          One text.
      - user: ok
        intents: [affirm]

      """
    let file = TranscriptFile(text, path: "t.yaml")
    #expect(file.findings == [])
    #expect(file.transcript.turns.map(\.user) == ["It was one text, come on.", "ok"])
    let cut = TranscriptFile(String(text.dropLast(4)), path: "t.yaml")
    #expect(cut.findings.map(\.code) == ["cut-off"])
    #expect(cut.transcript.turns.count == 1)
  }
}
