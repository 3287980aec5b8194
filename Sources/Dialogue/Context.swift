// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// Reads a message in the light of the talk so far.
///
/// "And after I've said it?" means little by itself and much after an apology was planned. Rule files see
/// the talk as facts (`when: {topic: [apologising]}`); what only likeness suggests is weighed again here.
struct Context {
  let state: State
  let coach: Coach
  let lexicon: Lexicon
  /// What each family of intents becomes when the other shows it.
  let families: [String: Family]

  /// A question about how to do something counts before a pitfall that its words are like, this near.
  static let questionReach = 260
  /// What a template heard counts before what only likeness suggests, this near.
  static let wordReach = 220
  /// What likeness suggests gains this much where it stays with what is being talked about.
  static let continuity = 50
  /// Below this, likeness says next to nothing about a short message.
  static let faint = -560
  /// Messages of up to so many words may live off what went before.
  static let shortest = 8

  /// Facts of the talk besides those of the person, for the conditions of rules.
  var facts: [String: Set<String>] {
    var known = state.memory.known
    guard state.turn > 1 else { return known }
    known["talk"] = ["going-on"]
    let topics = [state.topic, state.earlierTopic].compactMap { $0 }
    known["topic"] = Set(topics.flatMap { [Self.family($0.label), $0.entry].compactMap { $0 } })
    switch state.question?.kind {
    case .open?, .yesOrNo?: known["asked"] = ["question"]
    case .offer?: known["asked"] = ["offer"]
    case .safety?: known["asked"] = ["safety"]
    case .promise?: known["asked"] = ["promise"]
    case .either?, .parked?, .side?, nil: break
    }
    return known
  }

  /// The reading as it is meant here. Danger stands as it was heard.
  func settled(_ reading: Reading) -> Reading {
    var reading = reading
    guard state.turn > 1, reading.best.tier != .safety, !reading.isFallback else { return reading }
    if reading.intents.contains(where: \.isFromTemplate) {
      wordFirst(in: &reading)
    } else {
      favourTopic(in: &reading)
      turnToOther(in: &reading)
    }
    questionFirst(in: &reading)
    return reading
  }

  /// What was said in so many words counts before what the words are only like.
  private func wordFirst(in reading: inout Reading) {
    guard !reading.best.isFromTemplate,
      let said = reading.intents.firstIndex(where: { $0.isFromTemplate && $0.tier > .conversation }
      ),
      reading.best.points - reading.intents[said].points <= Self.wordReach
    else { return }
    let heard = reading.intents.remove(at: said)
    reading.intents.insert(heard, at: 0)
  }

  /// "He says he'll make it up by Christmas" is his haste and not the speaker's.
  private func turnToOther(in reading: inout Reading) {
    guard reading.best.tier == .pitfall, let other = families[reading.best.intent.family]?.other
    else { return }
    let words = reading.utterance.tokens.map { lexicon.words[$0.word] }
      .drop { Self.leadIns.contains($0) }
    guard let subject = words.first, ["he", "she", "they"].contains(subject),
      words.dropFirst().prefix(2).contains(where: Self.telling.contains)
    else { return }
    reading.intents.removeAll { $0.intent == other }
    reading.intents[0].intent = other
    reading.intents[0].facts = [:]
  }

  private static let telling: Set<String> = [
    "says", "said", "thinks", "thought", "reckons", "wants", "wanted", "promised", "promises",
    "swears", "swore", "claims", "insists", "expects", "hopes", "keeps", "tells", "told",
  ]

  /// What stays with the subject is likelier meant than what is equally like it and is not.
  private func favourTopic(in reading: inout Reading) {
    let near = Set([state.topic, state.earlierTopic].compactMap { $0 }.flatMap(around))
    for index in reading.intents.indices where near.contains(reading.intents[index].intent.family) {
      reading.intents[index].points += Self.continuity
    }
    reading.intents.sort(by: Heard.precedes)
  }

  private func around(_ topic: Topic) -> [String] {
    [Self.family(topic.label)]
      + (topic.entry.map { [$0] + (coach.knowledge[$0]?.related ?? []) } ?? [])
  }

  /// "How can I get her to talk to me" asks for something; that it is like what somebody in a hurry would say
  /// comes second.
  private func questionFirst(in reading: inout Reading) {
    guard isQuestion(reading.utterance), reading.best.tier == .pitfall,
      !reading.best.isFromTemplate,
      let asked = reading.intents.firstIndex(where: { $0.tier == .topic }),
      reading.best.points - reading.intents[asked].points <= Self.questionReach
    else { return }
    let topic = reading.intents.remove(at: asked)
    reading.intents.insert(topic, at: 0)
  }

  private static let askingWords: Set<String> = [
    "how", "what", "when", "where", "which", "who", "should", "shall", "can", "could", "is", "are",
    "do", "does", "will", "would", "why",
  ]
  private static let leadIns: Set<String> = [
    "and", "but", "so", "ok", "okay", "well", "then", "right", "now", "also", "anyway", "oh",
    "yeah", "yes", "no", "hm", "hmm", "fine", "alright",
  ]

  /// Whether it is put as a question, with its mark or by its first word.
  func isQuestion(_ utterance: Utterance) -> Bool {
    if utterance.tokens.last?.endsQuestion == true { return true }
    let words = utterance.tokens.prefix(4).map { lexicon.words[$0.word] }
    guard let first = words.first(where: { !Self.leadIns.contains($0) }) else { return false }
    return Self.askingWords.contains(first)
  }

  private static let pointing: Set<String> = [
    "it", "that", "this", "then", "those", "these", "one", "so", "after", "next", "instead",
  ]

  /// Whether a short message only makes sense after what was said before, and nothing else is heard in it.
  func livesOffTalk(_ reading: Reading) -> Bool {
    guard state.turn > 1, state.topic != nil, reading.utterance.tokens.count <= Self.shortest,
      reading.utterance.tokens.count >= 2,
      !reading.intents.contains(where: \.isFromTemplate),
      reading.isFallback || reading.best.points < Self.faint
        || ["ask-more", "ask-next-step", "off-topic", "unclear"].contains(
          reading.best.intent.family)
    else { return false }
    return reading.utterance.tokens.contains { Self.pointing.contains(lexicon.words[$0.word]) }
  }

  /// Whether likeness says so little that an answer to mend's own question is the better reading.
  func isFaint(_ reading: Reading) -> Bool {
    reading.isFallback
      || !reading.best.isFromTemplate && reading.best.tier != .safety
        && reading.best.points < Self.faint
  }

  static func family(_ label: String) -> String { String(label.prefix { $0 != "." }) }
}

extension Heard {
  var isFromTemplate: Bool {
    if case .template = evidence { return true }
    return false
  }
}
