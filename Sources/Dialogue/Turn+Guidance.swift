// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// The main road: answers what matters most, and parks the rest.
extension Turn {
  /// A reply has at most this many words.
  static let longest = 90
  /// Less sure than this, mend asks which of two was meant.
  static let unsureBelow = 0.12
  /// Nor is it asked while either is this far from being likely.
  static let clarifiable = -480

  mutating func guidance() -> Reply {
    guard let focus else { return notUnderstood() }
    state.misses = 0
    if let reply = heldBack(nil, about: focus.intent.family) { return reply }
    if let reply = clarification(focus) { return reply }
    if let reply = askSide(focus) { return reply }
    let parked = park(except: focus)
    return answer(to: focus.intent.description, focus, parked: parked)
      ?? exhausted(focus.intent.description, focus)
  }

  /// What is known on a label, led in by what was heard.
  private mutating func answer(to label: String, _ focus: Heard, parked: Parked?) -> Reply? {
    if asksForPlan, let offer = offer(for: composer.entryID(for: label), isAsked: true) {
      return offered(offer, label, focus)
    }
    // What has words of its own for just this is better answered with those.
    if focus.tier == .topic, policy.coach.replies[label] == nil,
      let offer = offer(for: composer.entryID(for: label))
    {
      return offered(offer, label, focus)
    }
    guard let body = composer.body(for: label) else { return nil }
    let heard = isMove(focus) ? nil : composer.heard(reading, focus)
    let mention = parked.flatMap { parked in
      composer.pattern("parked-mention", ["name": composer.name(of: parked.label)])
    }
    var text = joined(heard, mention, body.whole)
    if text.wordCount > Self.longest { text = joined(heard, body.whole) }
    if text.wordCount > Self.longest { text = body.whole }
    return finish(text, label: label, question: body.question)
  }

  /// Whether it is a move of the talk that has words of its own: they answer it, and need no lead.
  private func isMove(_ focus: Heard) -> Bool {
    policy.coach.replies[focus.intent.description] != nil
      && policy.rules.intent(named: focus.intent)?.conditions["talk"] != nil
  }

  private mutating func offered(_ offer: Question, _ label: String, _ focus: Heard) -> Reply {
    let heard = composer.heard(reading, focus)
    let point = composer.point(of: composer.entryID(for: label), label: label, ending: .none)
    return finish(joined(heard, point?.text, offer.text), label: label, question: offer)
  }

  /// "Help me plan what I say": asks for exactly what an exercise gives.
  var asksForPlan: Bool {
    hears("cue-plan")
  }

  /// Where advice depends on who broke trust and nothing told it, that is asked, once.
  private mutating func askSide(_ focus: Heard) -> Reply? {
    guard state.memory.side == nil, !state.hasAskedSide, state.question == nil,
      focus.tier == .topic, let entry = composer.entryID(for: focus.intent.description),
      policy.coach.replies(to: focus.intent.description)?.variants.isEmpty != false,
      let points = policy.coach.knowledge[entry]?.points, composer.side(of: entry) == nil,
      points.allSatisfy({ $0.said.of(.both).isEmpty }),
      let text = composer.pattern(
        "ask-side", ["name": composer.name(of: focus.intent.family)])
    else { return nil }
    state.hasAskedSide = true
    let label = focus.intent.description
    return finish(
      text, label: label, question: Question(kind: .side, text: text, label: label))
  }

  /// "Did you mean …?", where two readings are as good as each other, both likely, and nothing decides.
  private mutating func clarification(_ focus: Heard) -> Reply? {
    // Later, what is being talked about decides.
    guard reading.certainty < Self.unsureBelow, state.question == nil, state.topic == nil,
      state.turn - (state.lastClarify ?? -9) > 6, !focus.isFromTemplate,
      focus.points >= Self.clarifiable, reading.utterance.tokens.count >= 4,
      let second = reading.intents.dropFirst().first(where: {
        $0.tier > .conversation && $0.intent.family != focus.intent.family
      }), second.tier != .safety, second.points >= Self.clarifiable,
      let text = composer.pattern(
        "clarify",
        [
          "first": composer.name(of: focus.intent.family),
          "second": composer.name(of: second.intent.family),
        ])
    else { return nil }
    state.lastClarify = state.turn
    let question = Question(
      kind: .either(
        first: focus.intent.description, second: second.intent.description, words: text),
      text: text, label: focus.intent.description)
    return finish(text, label: focus.intent.description, question: question)
  }

  /// Replies and points on a label are used up: something near it, then a way on.
  private mutating func exhausted(_ label: String, _ focus: Heard?) -> Reply {
    let entry = composer.entryID(for: label)
    for id in entry.flatMap({ policy.coach.knowledge[$0]?.related }) ?? [] {
      if let body = composer.point(of: id, near: entry, label: label) {
        let heard = focus.flatMap { composer.heard(reading, $0) }
        return finish(joined(heard, body.whole), label: label, question: body.question)
      }
    }
    return parkedReturn(label) ?? say("more-none", label: label)
  }

  /// Notes what else was said; gives what is newly noted first.
  private mutating func park(except focus: Heard) -> Parked? {
    var first: Parked?
    let family = focus.intent.family
    for heard in reading.intents.prefix(4)
    where heard.tier > .conversation && heard.intent.family != family && heard.isFromTemplate {
      guard heard.tokens.clamped(to: focus.tokens).isEmpty, heard.tokens.count >= 2,
        !state.parked.contains(where: { Context.family($0.label) == heard.intent.family })
      else { continue }
      // What is come back to later is the family, where there is anything to say to it.
      let label =
        policy.rules.isOnlyKinds(heard.intent.family)
        ? heard.intent.description : heard.intent.family
      let parked = Parked(
        label: label, words: composer.clauseWords(reading, heard), turn: state.turn)
      state.parked.append(parked)
      if first == nil { first = parked }
    }
    state.parked.removeAll { Context.family($0.label) == family }
    if state.parked.count > 4 { state.parked.removeFirst(state.parked.count - 4) }
    return first
  }

  // MARK: - Not understood

  /// A few plain words that add to what is being talked about ("to my wife").
  private var isFragment: Bool {
    let tokens = reading.utterance.tokens
    return state.topic != nil && state.misses == 0 && (1...4).contains(tokens.count)
      && !reading.best.isFromTemplate && !context.isQuestion(reading.utterance)
      && tokens.allSatisfy { $0.word != Lexicon.unknown }
  }

  mutating func notUnderstood() -> Reply {
    if isFragment { return goOnFromTopic(composer.pattern("answer-taken"), label: label) }
    state.misses += 1
    if reading.best.intent.description == "off-topic", state.misses == 1 {
      return say("off-topic", ["topic": topicName], label: "off-topic")
    }
    return say(state.misses > 1 ? "unclear-again" : "unclear", label: "unclear")
  }
}
