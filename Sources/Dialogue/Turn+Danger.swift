// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// Danger comes before everything, and is not over because somebody says "forget it".
extension Turn {
  /// Turns after which a danger that was spoken of is come back to once.
  static let turnsUntilLater = 4

  mutating func danger() -> Reply? {
    let heard = reading.intents.first { $0.tier == .safety }
    if let heard { return speak(of: heard) }
    guard var danger = state.danger else { return nil }
    let since = state.turn - danger.turn
    if since == 1, let stage = stage(after: danger) {
      danger.stage = stage.rawValue
      danger.turn = state.turn
      state.danger = danger
      return say(danger.intent, stage)
    }
    if since >= Self.turnsUntilLater, !danger.cameBack {
      danger.cameBack = true
      danger.stage = SafetyStage.later.rawValue
      state.danger = danger
      return say(danger.intent, .later, keepsLabel: true)
    }
    return nil
  }

  private mutating func speak(of heard: Heard) -> Reply? {
    state.exercise = nil
    state.misses = 0
    let intent = heard.intent.family
    let isNew = state.danger?.intent != intent
    var danger = state.danger ?? Danger(intent: intent, stage: "first", turn: state.turn)
    danger.intent = intent
    danger.stage = isNew ? SafetyStage.first.rawValue : SafetyStage.again.rawValue
    danger.turn = state.turn
    danger.cameBack = false
    state.danger = danger
    return say(heard.intent.description, isNew ? .first : .again)
  }

  private mutating func say(_ intent: String, _ stage: SafetyStage, keepsLabel: Bool = false)
    -> Reply
  {
    let region = state.memory["region"]
    let family = String(intent.prefix { $0 != "." })
    let body = composer.safety(family, stage, region: region)
    var reply = finish(
      body?.text ?? Self.lastResort, label: keepsLabel ? meant.first ?? intent : intent,
      question: body?.question, keepsTopic: true)
    if !keepsLabel, !reply.intents.contains(where: { $0.hasPrefix("crisis-") }) {
      reply.intents.insert(family, at: 0)
    }
    reply.isDanger = true
    reply.guidance = [family]
    return reply
  }

  /// Said where the rules have nothing for a danger; nobody is left without an answer.
  static let lastResort =
    "I take what you wrote seriously, and I am glad you said it. I am a program and cannot help you the way "
    + "a person can. Please reach someone now: 112 or 911 if life is at risk, a free help line from "
    + "findahelpline.com, or somebody you trust. Are you safe right now?"

  /// What follows directly on something said about danger; nil where the talk may go on.
  private func stage(after danger: Danger) -> SafetyStage? {
    let answers = ["affirm", "reject", "thanks", "progress", "goodbye"].contains(
      reading.best.intent.family)
    switch SafetyStage(rawValue: danger.stage) {
    case .first, .again: return isSafe ? .safe : isTakingBack ? .retracted : .again
    case .retracted: return isSafe || answers ? .safe : nil
    case .safe, .later, nil: return nil
    }
  }

  private var isTakingBack: Bool {
    ["reject", "unclear", "off-topic", "goodbye", "thanks", "complaint"].contains(
      reading.best.intent.family)
      || reading.utterance.tokens.count <= 5
      || policy.coach.patterns["cue-taken-back"].map { hears($0) } == true
  }

  /// Whether they say that they are safe or not alone.
  private var isSafe: Bool {
    guard let phrases = policy.coach.patterns["cue-safe"], hears(phrases) else { return false }
    return !reading.utterance.tokens.indices.contains { index in
      policy.rules.templates.lexicon.isNegator(reading.utterance.tokens[index].word)
        && isBefore("safe", index)
    }
  }

  /// Whether a word stands within a few words after a place.
  private func isBefore(_ word: String, _ index: Int) -> Bool {
    let lexicon = policy.rules.templates.lexicon
    return reading.utterance.tokens[index...].prefix(6).contains { lexicon.words[$0.word] == word }
  }

  /// Whether the message holds one of these phrases, word for word.
  func hears(_ phrases: [Spoken]) -> Bool {
    let words = " " + normalised(text) + " "
    return phrases.contains { words.contains(" " + normalised($0.text) + " ") }
  }

  /// Whether the message is one of these phrases and nothing else but a polite word.
  func isOnly(_ phrases: [Spoken]) -> Bool {
    let polite: Set<Substring> = [
      "please", "ok", "okay", "yes", "no", "just", "sorry", "hm", "hmm", "well", "thanks",
    ]
    func bare(_ text: String) -> [Substring] {
      normalised(text).split(separator: " ").filter { !polite.contains($0) }
    }
    let words = bare(text)
    return !words.isEmpty && phrases.contains { bare($0.text) == words }
  }

  private func normalised(_ text: String) -> String {
    let lexicon = policy.rules.templates.lexicon
    let utterance = lexicon.read(text)
    return utterance.tokens.indices.map { index in
      let token = utterance.tokens[index]
      return token.word == Lexicon.unknown
        ? utterance.typed(index..<(index + 1)).lowercased() : lexicon.words[token.word]
    }.joined(separator: " ")
  }
}
