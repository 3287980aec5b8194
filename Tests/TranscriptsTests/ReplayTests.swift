// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Transcripts

/// Answers what it was told to, and remembers what it was told to take over.
struct Puppet: Replayer {
  var answers: [Turn]
  var started: [UInt64] = []
  var takenOver: [String] = []

  init(_ answers: Turn...) { self.answers = answers }

  mutating func start(seed: UInt64, header: Transcript) { started.append(seed) }
  mutating func answer(_ user: String) -> Turn { answers.removeFirst() }
  mutating func resynchronise(with recorded: Turn) { takenOver.append(recorded.user) }
}

func report(_ text: String, _ answers: [Turn]) -> ReplayReport {
  var puppet = Puppet()
  puppet.answers = answers
  return ReplayReport([replay(TranscriptFile(text, path: "t.yaml"), with: &puppet)])
}

struct ReplayCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let stated: String
  let got: Turn
  let kinds: [Difference.Kind]
  let isRecorded: Bool

  init(
    _ name: String, _ stated: String, recorded: Bool = false, _ got: Turn,
    _ kinds: [Difference.Kind]
  ) {
    testDescription = name
    self.stated = stated
    self.got = got
    self.kinds = kinds
    isRecorded = recorded
  }
}

@Suite struct ReplayTests {
  private static let heard = Turn(
    user: "", intents: ["denial.joking", "own-breach"], guidance: ["apologising.plan"],
    facts: ["role": ["breaker"], "other": ["wife"]], coach: "One.")

  @Test(arguments: [
    ReplayCase("nothing stated", "", heard, []),
    ReplayCase("a family", "intents: [denial]", heard, []),
    ReplayCase("a name", "intents: [denial.joking]", heard, []),
    ReplayCase("not the first, by hand", "intents: [own-breach]", heard, []),
    ReplayCase(
      "not the first, recorded", "intents: [own-breach]", recorded: true, heard, [.intent]),
    ReplayCase("another rule", "intents: [denial.minimizing]", heard, [.rule]),
    ReplayCase("another intent", "intents: [progress]", heard, [.intent]),
    ReplayCase("a prefix is no family", "intents: [den]", heard, [.intent]),
    ReplayCase("one of several missing", "intents: [denial, progress]", heard, [.intent]),
    ReplayCase("forbidden", "must_not: [progress, denial]", heard, [.intent]),
    ReplayCase("guidance, family", "guidance: [apologising]", heard, []),
    ReplayCase(
      "guidance, recorded", "guidance: [apologising]\n  intents: [denial]", recorded: true, heard,
      [.guidance]),
    ReplayCase("a fact", "facts: {role: breaker}", heard, []),
    ReplayCase(
      "a fact, recorded", "facts: {role: breaker}\n  intents: [denial]", recorded: true, heard,
      [.facts]),
    ReplayCase("another fact", "facts: {role: hurt}", heard, [.facts]),
    ReplayCase("parked", "parked: [a]", heard, [.parked]),
    ReplayCase("the reply", "coach: One.", heard, []),
    ReplayCase("another reply", "coach: Two.", heard, [.wording]),
    ReplayCase(
      "a crisis appears", "intents: [denial]",
      Turn(user: "", intents: ["crisis-abuse", "denial"]), [.safety]),
    ReplayCase(
      "a crisis goes", "intents: [crisis-abuse]", heard, [.safety]),
    ReplayCase(
      "a crisis forbidden", "must_not: [crisis-self-harm]",
      Turn(user: "", intents: ["crisis-self-harm"]), [.safety]),
    ReplayCase(
      "another crisis", "intents: [crisis-abuse]", Turn(user: "", intents: ["crisis-child"]),
      [.safety]),
    ReplayCase("an exercise", "exercise: plan", Turn(user: "", exercise: "plan"), []),
    ReplayCase("no exercise", "exercise: plan", heard, [.exercise]),
    ReplayCase("a promise", "promise: call on Sunday", heard, [.promise]),
    ReplayCase(
      "promises", "promises: [{text: call, state: kept}]",
      Turn(user: "", promises: [Promise("call")]), [.promise]),
    ReplayCase("another question", "answered: Since when?", heard, [.question]),
    ReplayCase("a note", "note: he means the second time", heard, []),
  ])
  func onlyWhatIsStatedIsCompared(_ test: ReplayCase) {
    let session = test.isRecorded ? "session: 2026-11-21T10-30-05Z-7f3a\n" : ""
    let text = "\(session)turns:\n- user: a\n  \(test.stated)\n"
    let result = report(text, [test.got])
    #expect(result.turns == 1)
    #expect(result.transcripts[0].differences.map(\.kind) == test.kinds)
    #expect(result.passed == test.kinds.isEmpty)
  }

  @Test func goesOnFromTheRecordAfterADifference() {
    let file = TranscriptFile(
      "seed: 7\nturns:\n- user: a\n  coach: A\n- user: b\n  coach: B\n- user: c\n  coach: C\n",
      path: "t.yaml")
    var puppet = Puppet(
      Turn(user: "", coach: "A"), Turn(user: "", coach: "x"), Turn(user: "", coach: "C"))
    let result = replay(file, with: &puppet)
    #expect(result.differences.map(\.turn) == [2])
    #expect(result.differences.map(\.place.line) == [5 + 1])
    #expect(puppet.takenOver == ["b"])
    #expect(puppet.started == [7])
  }

  @Test func zeroTurnsFail() {
    #expect(!ReplayReport([]).passed)
    let empty = report("turns: []\n", [])
    #expect(!empty.passed)
    #expect(empty.text() == "no turn was replayed\n")
    #expect(empty.junit.contains("<error message=\"no turn was replayed\"/>"))
    #expect(
      empty.tap
        == "TAP version 14\n1..1\nnot ok 1 - turns\n  ---\n  message: |-\n    no turn was replayed\n  ...\n"
    )
  }

  @Test func aFileThatCannotBeReadInFullFails() {
    let result = report("turns:\n- user: a\n  intnets: [b]\n", [Turn(user: "")])
    #expect(!result.passed)
    #expect(result.summary == "1 transcript, 1 turn: no difference; 1 cannot be read in full")
  }

  private var changed: ReplayReport {
    report(
      "turns:\n- user: a\n- user: b <\n  intents: [denial]\n  coach: It was one text.\n",
      [
        Turn(user: ""),
        Turn(
          user: "", intents: ["progress"], coach: "It was only one, \"text\" <.",
          explanation: "Rules/a.yaml:3"),
      ])
  }

  @Test func textShowsTheReplyWordByWord() {
    #expect(
      changed.text() == """
        t.yaml:4:3: error: turn 2: expected intents denial, got progress [intent]
        t.yaml:5:3: error: turn 2: the reply changed [wording]
            It was {+only +}one{+,+} {+"+}text{+" <+}.
            why: Rules/a.yaml:3
        1 transcript, 2 turns: 1 differ (1 intent, 1 wording)

        """)
  }

  @Test func toolsAreServedToo() {
    let junit = changed.junit
    #expect(junit.contains(#"tests="2" failures="1" errors="0""#))
    #expect(junit.contains(#"<testcase classname="t.yaml" name="turn 1" line="2"/>"#))
    #expect(junit.contains(#"<failure type="intent" message="intent: expected intents denial"#))
    #expect(!junit.contains("text{+\" <"))
    #expect(
      changed.tap.hasPrefix(
        "TAP version 14\n1..2\nok 1 - t.yaml turn 1\nnot ok 2 - t.yaml turn 2\n"))
    #expect(changed.json.contains(#""kind" : "wording""#))
    #expect(changed.json.contains(#""explanation" : "Rules/a.yaml:3""#))
    #expect(changed.json == changed.json)
  }
}
