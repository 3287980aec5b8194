// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading
import Testing

/// What is learnt of the person, with a few rules instead of the shipped ones.
@Suite struct MemoryTests {
  private static func intent(
    _ name: String, _ sentence: String, _ tier: Tier, role: String
  ) -> Intent {
    let place = Place(file: "\(name).yaml", line: 1)
    return Intent(
      name: IntentName(name), tier: tier, guards: Intent.Guards(),
      sentences: [Intent.Line(sentence, at: place)], captures: ["role": role], place: place)
  }

  private let reader: Reader

  init() {
    var rules = Shipped.loaded?.rules ?? RuleSet()
    rules.likeness = nil
    rules.facts = []
    rules.families = []
    rules.intents = [
      Self.intent("secrecy", "i deleted it", .pitfall, role: "breaker"),
      Self.intent("control", "i check her phone", .pitfall, role: "breaker"),
      Self.intent("bottling-up", "i say nothing", .pitfall, role: "breaker"),
      Self.intent("partner-breach", "she cheated on me", .disclosure, role: "hurt"),
    ]
    var findings: [Finding] = []
    reader = Reader(CompiledRules(rules, findings: &findings))
  }

  @Test func whatHappenedTellsTheSideHoweverFarDownItStands() throws {
    let reading = reader.read(
      "i check her phone and i say nothing, i deleted it too. she cheated on me")
    let rank = reading.intents.firstIndex { $0.intent.description == "partner-breach" }
    #expect(try #require(rank) >= 3)
    var memory = Memory()
    memory.learn(from: reading)
    #expect(memory.side == .hurt)
  }

  @Test func whereNothingIsSaidOfWhatHappenedThePitfallTells() {
    var memory = Memory()
    memory.learn(from: reader.read("i check her phone"))
    #expect(memory.side == .breaker)
  }

  @Test func wordsTellTheSideMoreSurelyThanLikeness() {
    var reading = reader.read("i deleted it")
    var guess = reading.intents[0]
    guess.intent = IntentName("partner-breach")
    guess.tier = .disclosure
    guess.evidence = .likeness([])
    guess.facts = ["role": "hurt"]
    guess.points += 100
    reading.intents.insert(guess, at: 0)
    var memory = Memory()
    memory.learn(from: reading)
    #expect(memory.side == .breaker)
  }

  @Test func aSideThatWasSupposedIsGivenUpWhenTheTalkSpeaksAgainstItTwice() {
    var reading = reader.read("she cheated on me")
    reading.intents[0].evidence = .likeness([])
    var memory = Memory()
    memory.learn(from: reading)
    #expect(memory.side == .hurt && memory.hasGuessedRole)
    memory.note(sideOfWords: "breaker")
    memory.note(sideOfWords: "hurt")
    memory.note(sideOfWords: "breaker")
    #expect(memory.side == .hurt)
    memory.note(sideOfWords: "breaker")
    #expect(memory.side == .breaker)
  }

  @Test func aSideThatWasToldStands() {
    var memory = Memory()
    memory.learn(from: reader.read("she cheated on me"))
    for _ in 1...4 { memory.note(sideOfWords: "breaker") }
    #expect(memory.side == .hurt)
  }
}
