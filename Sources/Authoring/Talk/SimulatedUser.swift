// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Reading

/// Somebody who talks at random: what rules were written for, short answers, digressions, danger, noise.
///
/// Every choice follows from the seed, so a talk that failed can be had again.
struct SimulatedUser {
  private var random: SplitMix
  private let material: Material

  /// Everything that may be typed, gathered once.
  struct Material {
    var told: [String] = []
    var dangers: [String] = []
    var talk: [String] = []
    var sampled: [String] = []
    var exercises: [String] = []

    init(rules: RuleSet, coach: Coach) {
      for intent in rules.intents {
        let lines = intent.examples.map(\.text)
        switch intent.tier {
        case .safety: dangers += lines
        case .conversation, .fallback: talk += lines
        default: told += lines
        }
      }
      let sampler = TemplateSampler(lists: rules.lists, rules: rules.rules)
      for (number, intent) in rules.intents.enumerated() where intent.tier != .safety {
        for (line, sentence) in intent.sentences.enumerated() where line % 7 == number % 7 {
          sampler.sentence(sentence.text, number: line + 1).map { sampled.append($0) }
        }
      }
      exercises = coach.exercises.map { "/exercise \($0.id)" }
    }
  }

  init(seed: UInt64, material: Material) {
    random = SplitMix(seed: seed)
    self.material = material
  }

  private static let short = [
    "yes", "no", "maybe", "i don't know", "ok", "yeah i guess", "nope", "not really", "sure",
    "the first one", "the second", "dunno", "yes please", "hm", "i'd rather not say", "why",
    "go on",
    "what now", "tell me more", "an example please", "shorter please", "say that again", "thanks",
    "i did it", "i forgot", "i'll try that", "never mind", "both",
  ]
  private static let corrections = [
    "no, he lied to me", "no wait, i lied to her", "that's not what i meant",
    "you got that the wrong way round", "my sister, not my wife", "go back to what i said before",
    "no i meant my brother",
  ]
  private static let noise = [
    "asdf jkl", "???", "…", "the the and", "qwertz", "🙂🙂", "ÄÖÜ ß", "1234", "a", "\u{1b}[31mred",
    "x y z x y z", "and then the", "{other} {them}", "\"", "¿", "/",
  ]
  private static let calm = [
    "i'm safe", "my sister is here with me", "no", "forget it i was joking", "i don't know",
    "not very", "yes", "leave me alone",
  ]
  private static let asides = [
    "stop", "skip", "go back", "i don't know", "an example", "what's the weather tomorrow",
    "are you human", "who reads this", "thanks", "can we stop", "why", "this is stupid", "bye",
  ]

  mutating func next(in state: State) -> String {
    if state.exercise != nil { return exerciseAnswer() }
    if case .safety? = state.question?.kind, random.next(below: 3) > 0 { return pick(Self.calm) }
    switch random.next(below: 100) {
    case 0..<34: return pick(material.told)
    case 34..<46: return pick(material.sampled)
    case 46..<74: return pick(Self.short)
    case 74..<82: return pick(material.talk)
    case 82..<86: return pick(material.told) + ". and " + pick(material.told)
    case 86..<89: return pick(Self.corrections)
    case 89..<93: return pick(Self.noise)
    case 93..<97: return pick(material.exercises)
    default: return pick(material.dangers)
    }
  }

  private mutating func exerciseAnswer() -> String {
    switch random.next(below: 100) {
    case 0..<66: pick(material.told)
    case 66..<90: pick(Self.asides)
    case 90..<96: pick(Self.short)
    case 96..<98: pick(material.dangers)
    default: pick(Self.noise)
    }
  }

  private mutating func pick(_ lines: [String]) -> String {
    lines.isEmpty ? "yes" : lines[random.next(below: lines.count)]
  }
}
