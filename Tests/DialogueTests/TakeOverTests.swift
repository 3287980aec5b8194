// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Reading
import Testing

/// A turn that goes otherwise than recorded must not make every later one differ.
@Suite struct TakeOverTests {
  static let lines = [
    "i lied to my wife about money", "i said sorry once and she just left", "what now", "yes",
    "i never meant to hurt her", "bye",
  ]

  /// Goes through the lines, with other words in one of them, and takes the record over behind it.
  private func replayed(_ recorded: [Reply], other: String, at turn: Int, seed: UInt64) -> [Reply] {
    let reader = Reader(Shipped.policy.rules)
    var state = State(seed: seed)
    return Self.lines.enumerated().map { number, line in
      let before = state
      let said = number == turn ? other : line
      let reply = Shipped.policy.reply(to: said, in: &state, using: reader)
      if number == turn {
        let answer = AnswerOnRecord(
          message: line, text: recorded[number].text, intents: recorded[number].intents,
          guidance: recorded[number].guidance, parked: recorded[number].parked)
        Shipped.policy.takeOver(answer, in: &state, since: before)
      }
      return reply
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func oneTurnDiffersAndTheNextOnesDoNot(_ seed: UInt64) {
    let recorded = Shipped.talk(Self.lines, seed: seed).replies
    let other = "i said sorry once and she just left, and it was nothing, it was one text"
    let again = replayed(recorded, other: other, at: 1, seed: seed)
    #expect(again[1].text != recorded[1].text)
    #expect(again[1].parked != recorded[1].parked)
    #expect(again[2].text == recorded[2].text)
    #expect(again.dropFirst(2).map(\.guidance) == recorded.dropFirst(2).map(\.guidance))
    #expect(again.dropFirst(2).map(\.parked) == recorded.dropFirst(2).map(\.parked))
  }
}
