// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Transcripts

struct ReviewCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let before, after: String
  let got: Turn

  init(_ name: String, _ before: String, _ got: Turn, _ after: String) {
    testDescription = name
    self.before = before
    self.after = after
    self.got = got
  }
}

@Suite struct ReviewTests {
  private func review(_ text: String, _ got: [Turn]) throws -> String {
    let file = TranscriptFile(text, path: "t.yaml")
    var puppet = Puppet()
    puppet.answers = got
    let result = replay(file, with: &puppet)
    return try Review(file).updated(accepting: result.turns, inCI: false)
  }

  private static let two = Turn(user: "", intents: ["a.b", "c"], coach: "One.\n\nTwo.")

  @Test(arguments: [
    ReviewCase("flow list", "intents: [x]   # why", two, "intents: [a.b]   # why"),
    ReviewCase("single", "intents: x # why", two, "intents: a.b # why"),
    ReviewCase("quoted", "intents: 'x'", two, "intents: a.b"),
    ReviewCase("what holds stays", "intents: [x, c, a]", two, "intents: [c, a]"),
    ReviewCase(
      "block list", "intents:\n  # first\n  - x   # why\n  - c # too\n", two,
      "intents:\n  # first\n  - a.b   # why\n  - c # too\n"),
    ReviewCase(
      "shorter block list", "intents:\n    - x\n    - y # gone\n    - c", two,
      "intents:\n    - a.b\n    - c"),
    ReviewCase(
      "longer block list", "parked:\n    - x # kept", Turn(user: "", parked: ["x", "z"]),
      "parked:\n    - x # kept\n    - z"),
    ReviewCase(
      "before a block list", "parked:\n  - x", Turn(user: "", parked: ["z", "x"]),
      "parked:\n  - z\n  - x"),
    ReviewCase("empty block list", "parked:\n  - x\n  - z", Turn(user: ""), "parked: []"),
    ReviewCase(
      "plain reply", "coach: One # why", Turn(user: "", coach: "Two."), "coach: Two. # why"),
    ReviewCase(
      "reply over two lines", "coach: One\n    two", Turn(user: "", coach: "Three: four"),
      "coach: \"Three: four\""),
    ReviewCase(
      "quoted reply", "coach: \"One \\\" # x\"   # why", Turn(user: "", coach: "Two"),
      "coach: Two   # why"),
    ReviewCase(
      "becomes a block", "coach: One # why", two,
      "coach: |- # why\n    One.\n\n    Two."),
    ReviewCase(
      "block", "coach: |-   # why\n       Old.\n\n\n       Older.\n", two,
      "coach: |-   # why\n       One.\n\n       Two.\n"),
    ReviewCase(
      "folded block", "coach: >\n    Old\n    older.\n\n", Turn(user: "", coach: "New."),
      "coach: |-\n    New.\n\n"),
    ReviewCase(
      "block that cannot be one", "coach: |-\n    Old.\n    Older.", Turn(user: "", coach: " x"),
      "coach: \" x\""),
    ReviewCase("reply gone", "coach: |-\n    Old.", Turn(user: ""), "coach: \"\""),
    ReviewCase(
      "flow facts", "facts: {role: hurt, other: \"it's\"} # why",
      Turn(user: "", facts: ["role": ["breaker"], "more": ["x"]]), "facts: {role: breaker} # why"),
    ReviewCase(
      "block facts", "facts:\n    role: hurt # why\n    other: x\n    breach: [a]",
      Turn(user: "", facts: ["role": ["breaker"], "breach": ["b", "c"]]),
      "facts:\n    role: breaker # why\n    breach: [b, c]"),
  ])
  func onlyTheValuesThatDifferChange(_ test: ReviewCase) throws {
    func file(_ stated: String) -> String {
      """
      # Above
      name: "quoted"   # name

      turns:

      # The first
      - user: hello   # as they say
        intents: [greeting]
      - user: >-
          folded
          words

        \(stated)
        must_not: [safe]  # after
      # Between
      - {user: bye, intents: [goodbye]}
      # Below

      """
    }
    let hello = Turn(user: "", intents: ["greeting"])
    let bye = Turn(user: "", intents: ["goodbye"])
    #expect(try review(file(test.before), [hello, test.got, bye]) == file(test.after))
    let windows = file(test.before).replacing("\n", with: "\r\n")
    #expect(
      try review(windows, [hello, test.got, bye]) == file(test.after).replacing("\n", with: "\r\n"))
  }

  @Test func aRecordedSessionReplaysAfterItsReview() throws {
    var transcript = header
    transcript.turns = [fullTurn, fullTurn, fullTurn]
    var got = fullTurn
    got.coach = "Quite: another.\n# reply"
    got.intents = ["own-breach", "denial.joking"]
    got.facts = ["role": ["both"]]
    got.guidance = ["listening"]
    let updated = try review(transcript.yaml, [fullTurn, got, fullTurn])
    transcript.turns[1] = got
    #expect(updated == transcript.yaml)
  }

  @Test func nothingIsWrittenInCIOrOverErrors() throws {
    let good = TranscriptFile("turns:\n- user: a\n", path: "t.yaml")
    let ci = #expect(throws: TranscriptFault.self) {
      try Review(good).updated(accepting: [], inCI: true)
    }
    #expect(ci?.kind == .refused)
    let bad = TranscriptFile("turns:\n- usr: a\n", path: "t.yaml")
    #expect(throws: TranscriptFault.self) { try Review(bad).updated(accepting: [], inCI: false) }
  }

  @Test func writesInPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("turns:\n- user: a # b\n  coach: c\n", to: "t.yaml")
    let file = try TranscriptFile(reading: "\(folder.path)/t.yaml")
    var puppet = Puppet(Turn(user: "", coach: "d"))
    let result = replay(file, with: &puppet)
    try Review(file).write(accepting: result.turns, inCI: false)
    #expect(try folder.read("t.yaml") == "turns:\n- user: a # b\n  coach: d\n")
  }
}
