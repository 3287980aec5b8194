// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Testing
import Transcripts

/// A faulty transcript, with the spot marked `⟦` where the finding must point.
struct FaultCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let severity: Finding.Severity
  let help: String?
  let turns: Int

  init(
    _ code: String, _ text: String, _ severity: Finding.Severity = .error, help: String? = nil,
    turns: Int
  ) {
    testDescription = code
    self.text = text
    self.severity = severity
    self.help = help
    self.turns = turns
  }
}

@Suite struct ParsingTests {
  @Test(arguments: [
    FaultCase(
      "unknown-key", "turns:\n- user: a\n  ⟦intnets: [b]\n", help: "did you mean intents?", turns: 1
    ),
    FaultCase("unknown-key", "⟦sede: 1\nturns:\n- user: a\n", help: "did you mean seed?", turns: 1),
    FaultCase("wrong-type", "seed: ⟦many\nturns:\n- user: a\n", turns: 1),
    FaultCase("wrong-type", "turns:\n- user: a\n  coach: ⟦[b]\n", turns: 1),
    FaultCase("wrong-type", "turns:\n- user: a\n  intents: ⟦{b: c}\n", turns: 1),
    FaultCase("wrong-type", "turns:\n- user: a\n  facts: ⟦breaker\n", turns: 1),
    FaultCase("wrong-type", "turns:\n- user: ⟦[a]\n- user: b\n", turns: 1),
    FaultCase("wrong-type", "turns: ⟦none\n", turns: 0),
    FaultCase("wrong-type", "turns:\n- ⟦hello\n- user: b\n", turns: 1),
    FaultCase(
      "wrong-type", "turns:\n- user: a\n  promises: [{text: b, state: ⟦done}]\n", turns: 1),
    FaultCase("missing-user", "turns:\n- ⟦intents: [a]\n- user: b\n", turns: 1),
    FaultCase("missing-turns", "⟦name: a\n", turns: 0),
    FaultCase("unknown-format", "format: ⟦2\nturns:\n- user: a\n", turns: 1),
    FaultCase("yaml-tab", "turns:\n- user: a\n⟦\tintents: [b]\n- user: c\n", turns: 1),
    FaultCase(
      "duplicate-key", "turns:\n- user: a\n  intents: [b]\n  ⟦intents: [c]\n- user: d\n", turns: 1),
    FaultCase("yaml-syntax", "turns:\n- user: ⟦\"a\n- user: b\n", turns: 1),
    FaultCase("yaml-syntax", "turns:\n- user: a⟦: b\n- user: c\n", turns: 1),
    FaultCase("windows-line-ends", "turns:⟦\r\n- user: a\r\n", .warning, turns: 1),
    FaultCase("byte-order-mark", "⟦\u{FEFF}turns:\n- user: a\n", .warning, turns: 1),
    FaultCase("control-character", "turns:\n- user: a⟦\u{1B}[31m\n", turns: 1),
    FaultCase("no-final-newline", "turns:\n- ⟦user: a", .warning, turns: 1),
  ])
  func faultsAreFoundAtTheirPlace(_ fault: FaultCase) {
    let before = fault.text.unicodeScalars.prefix { $0 != "⟦" }
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    let scalars = fault.text.unicodeScalars.filter { $0 != "⟦" }
    let text = String(String.UnicodeScalarView(scalars))
    let file = TranscriptFile(text, path: "t.yaml")
    let found = file.findings.first { $0.code == fault.testDescription }
    #expect(found?.place == Place(file: "t.yaml", line: line, column: column), "\(file.findings)")
    #expect(found?.severity == fault.severity)
    if let help = fault.help { #expect(found?.help == help) }
    #expect(file.findings.count == 1, "\(file.findings)")
    #expect(file.transcript.turns.count == fault.turns)
  }

  @Test func latin1BytesAreReportedAndTheRestIsRead() {
    let bytes = Array("turns:\n- user: caf".utf8) + [0xE9] + Array(" now\n- user: b\n".utf8)
    let file = TranscriptFile(bytes, path: "t.yaml")
    #expect(file.findings.map(\.place) == [Place(file: "t.yaml", line: 2, column: 12)])
    #expect(file.findings.map(\.code) == ["not-utf8"])
    #expect(file.transcript.turns.map(\.user) == ["caf\u{FFFD} now", "b"])
  }

  @Test func aLineOfTenMegabytesIsReportedNotRead() {
    let text = "turns:\n- user: \(String(repeating: "a", count: 10 << 20))\n"
    let file = TranscriptFile(text, path: "t.yaml")
    #expect(file.findings.map(\.code) == ["long-line"])
    #expect(file.findings.map(\.place.line) == [2])
  }

  @Test func handWrittenFilesMayBeWrittenFreely() {
    let file = TranscriptFile(
      """
      # A comment
      name: he minimizes
      turns:
        - user: 'It''s nothing'   # said twice
          intents:
            - denial
            # a comment between
            - own-breach
          must_not: progress
          facts: {role: breaker, breach: [money]}
        - {user: yes, intents: [affirm]}

      """, path: "t.yaml")
    #expect(file.findings == [])
    #expect(file.title == "he minimizes")
    #expect(
      file.transcript.turns == [
        Turn(
          user: "It's nothing", intents: ["denial", "own-breach"],
          facts: ["role": ["breaker"], "breach": ["money"]], mustNot: ["progress"]),
        Turn(user: "yes", intents: ["affirm"]),
      ])
    #expect(file.places[0][.intents] == Place(file: "t.yaml", line: 5, column: 5))
    #expect(file.places[0][.coach] == Place(file: "t.yaml", line: 4, column: 5))
  }

  @Test func controlCharactersInEscapesDoNotGetIn() {
    let file = TranscriptFile("turns:\n- user: \"a\\e[31mb\\x9B\\tc\"\n", path: "t.yaml")
    #expect(file.transcript.turns.map(\.user) == ["a[31mb\tc"])
  }

  @Test(arguments: [
    "", "\n", "\0", "---\n", "...", "a", "- a", "[]", "{", "turns", "turns: [", "turns:\n-",
    "&a *a",
    "*a", "? a\n: b", "turns:\n- user: *a\n", "turns: &a\n- *a\n", "%YAML 9\n---\n", "!!x y",
    "turns:\n- ? [a]\n  : b\n", "a: b\n---\nc: d\n", "turns:\n- user: \"\\uD800\"\n",
    String(repeating: "[", count: 50_000), String(repeating: "- ", count: 50_000),
    String(repeating: "{a: ", count: 50_000),
  ])
  func nothingTraps(_ text: String) {
    for prefix in ["", "session: x\n"] {
      let file = TranscriptFile(prefix + text, path: "t.yaml")
      #expect(file.transcript.turns.count <= 1)
      #expect(!file.findings.isEmpty)
    }
  }

  @Test func anyBytesAreRead() {
    var state: UInt64 = 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    var good = header
    good.turns = [fullTurn, fullTurn]
    let bytes = Array(good.yaml.utf8)
    for _ in 0..<2000 {
      var broken = bytes
      for _ in 0...(next() % 4) { broken[Int(next() % UInt64(bytes.count))] = UInt8(next() & 0xFF) }
      #expect(TranscriptFile(broken, path: "t.yaml").transcript.turns.count <= 200)
    }
  }
}
