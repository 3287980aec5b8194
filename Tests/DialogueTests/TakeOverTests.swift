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

  /// One word of one text is edited, and that is the one turn that differs.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func aRewordedTextIsOneDifference(_ seed: UInt64) throws {
    let recorded = Shipped.talk(Self.lines, seed: seed).replies
    let place = try #require(recorded[1].places.last)
    func reworded(_ spoken: Spoken) -> Spoken {
      guard "\(spoken.place)" == place else { return spoken }
      return Spoken(spoken.text.replacing("you", with: "you yourself"), at: spoken.place)
    }
    var coach = Shipped.policy.coach
    for (name, replies) in coach.replies {
      coach.replies[name]?.variants = replies.variants.map { variant in
        var variant = variant
        variant.text = reworded(variant.text)
        variant.ask = variant.ask.map(reworded)
        variant.step = variant.step.map(reworded)
        return variant
      }
    }
    let policy = Policy(coach: coach, rules: Shipped.policy.rules)
    let reader = Reader(policy.rules)
    var state = State(seed: seed)
    var differing: [Int] = []
    for (number, line) in Self.lines.enumerated() {
      let before = state
      let reply = policy.reply(to: line, in: &state, using: reader)
      guard reply.text != recorded[number].text else { continue }
      differing.append(number)
      let answer = AnswerOnRecord(
        message: line, text: recorded[number].text, intents: recorded[number].intents,
        guidance: recorded[number].guidance, parked: recorded[number].parked)
      policy.takeOver(answer, in: &state, since: before)
    }
    #expect(differing.allSatisfy { $0 == 1 }, "\(differing)")
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
