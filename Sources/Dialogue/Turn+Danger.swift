// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// Danger comes before everything, and is not over because somebody says "forget it".
extension Turn {
  /// Turns after which a danger that was spoken of is come back to at the next pause.
  static let turnsUntilLater = 4
  /// Turns after which it is come back to whatever is being said.
  static let turnsUntilLatest = 8

  /// So often in a row it is asked how safe they are.
  static let mostRounds = 2

  mutating func danger() -> Reply? {
    if let heard = reading.intents.first(where: { $0.tier == .safety }) { return speak(of: heard) }
    guard var danger = state.danger else { return nil }
    let since = state.turn - danger.turn
    if hears("cue-helpline"), let reply = helpline(danger) { return reply }
    if since == 1, wasMisheard(danger) {
      state.danger = nil
      state.question = nil
      isAlarmOver = true
      return nil
    }
    if let stage = since == 1 ? stage(after: danger) : lateRelief(danger, since) {
      if stage == .again { danger.rounds += 1 }
      if stage == .retracted { danger.isLifted = danger.isGuess || hears("cue-no-danger") }
      danger.stage = stage.rawValue
      danger.turn = state.turn
      state.danger = danger
      return say(danger.intent, stage)
    }
    guard state.exercise == nil else { return nil }
    let isPause = reading.best.tier <= .conversation && state.question == nil
    if since >= Self.turnsUntilLatest || since >= Self.turnsUntilLater && isPause {
      return laterDanger()
    }
    return nil
  }

  /// A number was asked for, so it is given, for where they live.
  private mutating func helpline(_ danger: Danger) -> Reply? {
    let region = state.memory["region"]
    guard let text = composer.helpline(danger.intent, region: region) else { return nil }
    let turn = state.turn
    state.danger?.turn = turn
    let question = Question(kind: .safety, text: text, label: danger.intent)
    var reply = finish(text, label: danger.intent, question: question, keepsTopic: true)
    reply.isDanger = true
    reply.guidance = [danger.intent]
    return reply
  }

  /// Comes back once, gently, to a danger that was spoken of.
  mutating func laterDanger() -> Reply? {
    guard var danger = state.danger, !danger.cameBack,
      state.turn - danger.turn >= Self.turnsUntilLater
    else { return nil }
    danger.cameBack = true
    danger.stage = SafetyStage.later.rawValue
    state.danger = danger
    return say(danger.intent, .later, keepsLabel: true)
  }

  /// An answer told of danger, though no word of it did.
  mutating func raise(_ intent: String) -> Reply? { speak(of: intent, as: intent) }

  private mutating func speak(of heard: Heard) -> Reply? {
    speak(
      of: heard.intent.family, as: heard.intent.description, isGuess: !heard.isFromTemplate)
  }

  private mutating func speak(of intent: String, as label: String, isGuess: Bool = false)
    -> Reply?
  {
    state.exercise = nil
    state.misses = 0
    let isNew = state.danger?.intent != intent
    var danger = state.danger ?? Danger(intent: intent, stage: "first", turn: state.turn)
    danger.intent = intent
    danger.stage = isNew ? SafetyStage.first.rawValue : SafetyStage.again.rawValue
    danger.turn = state.turn
    danger.rounds = 0
    danger.cameBack = false
    danger.isGuess = isGuess && (isNew || danger.isGuess)
    danger.isLifted = false
    state.danger = danger
    return say(label, isNew ? .first : .again)
  }

  private mutating func say(_ intent: String, _ stage: SafetyStage, keepsLabel: Bool = false)
    -> Reply
  {
    let family = Context.family(intent)
    let body = composer.safety(family, stage, region: state.memory["region"])
    var reply = finish(
      body?.whole ?? Self.lastResort, label: keepsLabel ? meant.first ?? intent : intent,
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
    switch SafetyStage(rawValue: danger.stage) {
    case .first, .again:
      if isSafe { return .safe }
      if isTakingBack { return .retracted }
      // Asked more often it would be an interrogation, as it is where the alarm was a guess and something
      // else is plainly spoken of; the talk goes on, and comes back to it later.
      return danger.rounds < Self.mostRounds && !(danger.isGuess && isPlainlyElse) ? .again : nil
    case .retracted:
      let answers = ["affirm", "reject", "thanks", "progress", "goodbye"]
      return isSafe || answers.contains(reading.best.intent.family) ? .safe : nil
    case .safe, .later, nil: return nil
    }
  }

  /// What is less like danger than this, in thousandths, is plainly about something else.
  private static let plainlyElse = -200
  /// What people who are in danger speak of as well.
  private static let nearDanger: Set<String> = [
    "tolerating-harm", "partner-control", "partner-resentment", "bottling-up", "secrecy",
    "self-punishment", "feeling-anxious", "feeling-hopeless", "when-to-leave", "own-breach",
    "control", "emotional-safety",
  ]

  /// Whether an alarm that likeness alone raised was for nothing: what follows is plainly about another
  /// matter. Thoughts of death are often veiled, so that alarm stands.
  private func wasMisheard(_ danger: Danger) -> Bool {
    guard danger.isGuess,
      [SafetyStage.first, .again].contains(SafetyStage(rawValue: danger.stage)),
      danger.intent != "crisis-self-harm", !hears("cue-unsafe"), !hears("cue-taken-back"),
      isPlainlyElse
    else { return false }
    return !Self.nearDanger.contains(reading.best.intent.family)
  }

  /// Whether it is clearly something else that is spoken of; "I don't know" is no such thing.
  private var isPlainlyElse: Bool {
    guard let likeness = reading.likenessToDanger, likeness <= Self.plainlyElse else {
      return false
    }
    return reading.best.tier > .conversation && !context.isFaint(reading)
  }

  /// Word of being safe or not alone that comes after other things were said.
  private func lateRelief(_ danger: Danger, _ since: Int) -> SafetyStage? {
    let isOpen = ["first", "again"].contains(danger.stage) && since <= Self.turnsUntilLater
    return isOpen && isSafe ? .safe : nil
  }

  private var isTakingBack: Bool {
    if hears("cue-unsafe") || tellsPlace { return false }
    return hears("cue-taken-back") || hears("cue-no-danger")
      || ["reject", "goodbye", "thanks", "complaint", "off-topic"].contains(
        reading.best.intent.family)
  }

  /// "I'm in Canada, by the way": said so that help can be named.
  private var tellsPlace: Bool { reading.facts.contains { $0.name == "region" } }

  /// Whether they say that they are safe or not alone.
  private var isSafe: Bool {
    // Company is help against oneself; where somebody else is the danger it may be the very danger.
    if state.danger?.intent == "crisis-self-harm", hears("cue-company") { return true }
    guard hears("cue-safe"), !hears("cue-unsafe") else { return false }
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

  func hears(_ cue: String) -> Bool { policy.cues.hears(cue, in: wordList) }

  func isOnly(_ cue: String) -> Bool { policy.cues.isOnly(cue, wordList) }
}
