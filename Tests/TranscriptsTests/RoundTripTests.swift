// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Transcripts

@Suite struct RoundTripTests {
  @Test func everyKeySurvives() {
    var transcript = header
    transcript.consent = true
    transcript.continues = "2026-11-14T10-30-05Z-7f3a"
    transcript.saved = "Monday: the talk"
    transcript.name = "no"
    transcript.turns = [fullTurn, Turn(user: "ok", intents: ["affirm"])]
    let file = TranscriptFile(transcript.yaml, path: "t.yaml")
    #expect(file.findings == [])
    #expect(file.transcript == transcript)
  }

  @Test(arguments: nastyTexts.indices) func anyTextSurvives(_ index: Int) {
    let text = nastyTexts[index]
    var transcript = header
    transcript.saved = text
    let turn = Turn(
      user: text, intents: [text], guidance: [text, text],
      facts: [String(text.prefix(99)): [text], "b: c": [text, text]],
      coach: text, mustNot: [text], parked: [text], answered: text, promise: text,
      promises: [Promise(text)], exercise: text, note: text)
    transcript.turns = [turn, turn]
    let file = TranscriptFile(transcript.yaml, path: "t.yaml")
    #expect(file.findings == [])
    #expect(file.transcript == transcript)
    let exact = zip(file.transcript.turns, transcript.turns).allSatisfy {
      $0.user.unicodeScalars.elementsEqual($1.user.unicodeScalars)
        && ($0.coach ?? "").unicodeScalars.elementsEqual(($1.coach ?? "").unicodeScalars)
    }
    #expect(exact)
  }

  @Test func plainTalkStaysReadable() {
    var transcript = header
    transcript.turns = [
      Turn(
        user: "It was one text, come on.", intents: ["denial.minimizing"],
        guidance: ["acknowledging"], facts: ["role": ["breaker"]], coach: "One text.\n\nTo you.")
    ]
    #expect(
      transcript.yaml == """
        format: 1
        session: 2026-11-21T10-30-05Z-7f3a
        rules: "9f8e"
        seed: 32570
        turns:
        - user: It was one text, come on.
          coach: |-
            One text.

            To you.
          guidance: [acknowledging]
          facts: {role: breaker}
          intents: [denial.minimizing]

        """)
  }
}
