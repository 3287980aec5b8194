// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// One turn of a talk while it is worked out.
struct Turn {
  let policy: Policy
  let reading: Reading
  let text: String
  var composer: Composer
  /// What the message was taken to mean, where the talk tells more than the message alone.
  var meant: [String]

  var state: State {
    get { composer.state }
    set { composer.state = newValue }
  }

  init(policy: Policy, reading: Reading, text: String, state: State) {
    self.policy = policy
    self.reading = reading
    self.text = text
    meant = reading.intents.map(\.intent.description)
    composer = Composer(
      coach: policy.coach, echo: policy.echo, lexicon: policy.rules.templates.lexicon, state: state)
  }

  mutating func reply() -> Reply {
    if let reply = danger() { return reply }
    if let reply = chosenExercise() ?? exercise() { return reply }
    if let reply = correction() { return reply }
    if let reply = answerToQuestion() { return reply }
    if let reply = conversation() { return reply }
    return guidance()
  }

  // MARK: - Guidance

  /// The main road: answers what matters most, parks the rest.
  mutating func guidance() -> Reply {
    let focus = focus()
    guard let focus else { return notUnderstood() }
    state.misses = 0
    if let reply = clarification(focus) { return reply }
    let parked = park(except: focus)
    let label = focus.intent.description
    if var body = composer.body(for: label) {
      if focus.tier == .topic, let offer = offer(for: composer.entryID(for: label)),
        let plain = composer.point(of: composer.entryID(for: label), label: label, ending: .none)
      {
        body = Composer.Body(text: joined(plain.text, offer.text), question: offer)
      }
      var text = joined(composer.heard(reading, focus), body.text)
      if let parked, text.wordCount < Self.longest - 14,
        body.question == nil || !text.hasSuffix("?")
      {
        text = joined(
          text, composer.pattern("parked-mention", ["name": composer.name(of: parked.label)]))
      }
      return finish(text, label: label, question: body.question)
    }
    return exhausted(label, focus)
  }

  /// A reply has at most this many words.
  static let longest = 90
  /// Less sure than this, mend asks which of two was meant, once.
  static let unsureBelow = 0.12

  /// "Did you mean …?", where two readings are as good as each other and nothing decides.
  private mutating func clarification(_ focus: Heard) -> Reply? {
    guard reading.certainty < Self.unsureBelow, state.misses == 0, state.question == nil,
      case .likeness = focus.evidence, reading.utterance.tokens.count >= 4,
      let second = reading.intents.dropFirst().first(where: { $0.tier > .conversation }),
      let text = composer.pattern(
        "clarify",
        [
          "first": composer.name(of: focus.intent.family),
          "second": composer.name(of: second.intent.family),
        ])
    else { return nil }
    state.misses = 1
    let question = Question(
      kind: .either(
        first: focus.intent.description, second: second.intent.description, words: text),
      text: text,
      label: focus.intent.description)
    return finish(text, label: focus.intent.description, question: question)
  }

  /// Replies and points on a label are used up: something near it, then a way on.
  private mutating func exhausted(_ label: String, _ focus: Heard?) -> Reply {
    let related = composer.entryID(for: label).flatMap { policy.coach.knowledge[$0]?.related } ?? []
    for id in related + policy.coach.knowledge.keys.sorted() {
      if let body = composer.point(of: id, label: label) {
        var text = body.text
        if let focus, let heard = composer.heard(reading, focus) { text = heard + " " + text }
        return finish(text, label: label, question: body.question)
      }
    }
    return finish(composer.pattern("more-none") ?? "", label: label, question: nil)
  }

  /// The intent to answer; nil where the message was not understood.
  private func focus() -> Heard? {
    if reading.isFallback { return nil }
    return reading.intents.first { $0.tier != .conversation && $0.tier != .fallback }
  }

  /// Notes what else was said; gives what is newly noted first.
  private mutating func park(except focus: Heard) -> Parked? {
    var first: Parked?
    let family = focus.intent.family
    for heard in reading.intents.dropFirst().prefix(3)
    where heard.tier > .conversation && heard.intent.family != family {
      guard case .template = heard.evidence, heard.tokens.clamped(to: focus.tokens).isEmpty else {
        continue
      }
      guard !state.parked.contains(where: { $0.label == heard.intent.family }) else { continue }
      let parked = Parked(label: heard.intent.family, words: heard.matched, turn: state.turn)
      state.parked.append(parked)
      if first == nil { first = parked }
    }
    state.parked.removeAll { $0.label == family }
    if state.parked.count > 4 { state.parked.removeFirst(state.parked.count - 4) }
    return first
  }

  private mutating func notUnderstood() -> Reply {
    state.misses += 1
    let isTopicless = reading.best.intent.description == "off-topic"
    if isTopicless, state.misses == 1 {
      return finish(
        composer.pattern("off-topic", ["topic": topicName]) ?? "", label: "off-topic", question: nil
      )
    }
    let name = state.misses > 1 ? "unclear-again" : "unclear"
    return finish(
      composer.pattern(name, ["topic": topicName]) ?? "", label: "unclear", question: nil)
  }

  var topicName: String {
    var copy = composer
    return state.topic.map { copy.name(of: $0.label) } ?? "what happened"
  }

  // MARK: - Ending a turn

  mutating func finish(
    _ text: String, label: String, question: Question?, keepsTopic: Bool = false
  ) -> Reply {
    if !keepsTopic {
      state.topic = Topic(
        label: label, entry: composer.guidance.first ?? composer.entryID(for: label))
    }
    state.question = question
    if label == meant.first || !meant.contains(label) { meant.removeAll { $0 == label } }
    meant.removeAll { $0 == label }
    meant.insert(label, at: 0)
    return Reply(
      text: text, intents: meant, guidance: composer.guidance, places: composer.places,
      answered: label,
      parked: state.parked.map(\.label), reading: reading)
  }
}
