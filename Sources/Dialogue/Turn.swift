// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// One turn of a talk while it is worked out.
struct Turn {
  let policy: Policy
  let reading: Reading
  let text: String
  let context: Context
  /// The message in the rules' spelling.
  let wordList: [Substring]
  var composer: Composer
  /// What the message was taken to mean, where the talk tells more than the message alone.
  var meant: [String]
  /// Whether this turn showed that an alarm was for nothing.
  var isAlarmOver = false

  var state: State {
    get { composer.state }
    set { composer.state = newValue }
  }

  init(policy: Policy, reading: Reading, text: String, context: Context, state: State) {
    self.policy = policy
    self.reading = reading
    self.text = text
    self.context = context
    wordList = Cues.words(Cues.normal(reading.utterance, policy.rules.templates.lexicon))
    meant = reading.intents.map(\.intent.description)
    composer = Composer(
      coach: policy.coach, echo: policy.echo, lexicon: policy.rules.templates.lexicon, state: state,
      known: context.facts.merging(state.memory.known) { _, new in new }, sides: policy.sides)
  }

  mutating func reply() -> Reply {
    if let reply = toldFact() ?? danger() { return reply }
    var reply = answer()
    if isAlarmOver {
      reply.text = joined(composer.pattern("alarm-over"), reply.text)
      reply.places = composer.places
    }
    return reply
  }

  private mutating func answer() -> Reply {
    if let reply = chosenExercise() ?? exercise() { return reply }
    if let reply = correction() { return reply }
    if let reply = followUp() { return reply }
    if let reply = answerToQuestion() { return reply }
    if let reply = conversation() { return reply }
    return guidance()
  }

  /// So many subjects are kept to go back to.
  private static let mostSubjects = 20

  /// Not knowing is not yet answered, and not noise either.
  static let unsure = "unclear.unsure"

  /// The family of what was said, not knowing apart from what was not understood.
  var family: String { label == Self.unsure ? "unsure" : reading.best.intent.family }

  var label: String { reading.best.intent.description }

  /// The topic that is to be answered; nil where the message was not understood.
  var focus: Heard? {
    if reading.isFallback { return nil }
    // A follow-up that has replies of its own is answered like any subject.
    if policy.coach.replies[label] != nil { return reading.best }
    return reading.intents.first { $0.tier != .conversation && $0.tier != .fallback }
  }

  var topicName: String {
    state.topic.map { composer.name(of: $0.label) } ?? "what happened"
  }

  func joined(_ parts: String?...) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: - Ending a turn

  mutating func finish(
    _ text: String, label: String, question: Question?, keepsTopic: Bool = false
  ) -> Reply {
    if !keepsTopic {
      let next = Topic(label: label, entry: composer.guidance.first ?? composer.entryID(for: label))
      if state.topic != next { state.earlierTopic = state.topic }
      state.topic = next
      state.subjects.append(Subject(topic: next, words: wordList.map(String.init)))
      if state.subjects.count > Self.mostSubjects { state.subjects.removeFirst() }
    }
    for entry in composer.guidance.prefix(1) { state.visits[entry, default: 0] += 1 }
    state.question = question
    meant.removeAll { $0 == label }
    meant.insert(label, at: 0)
    return Reply(
      text: text, intents: meant, guidance: composer.guidance, places: composer.places,
      answered: label, parked: state.parked.map(\.label), reading: reading)
  }

  /// A pattern that asks something by itself, as a reply of its own.
  mutating func say(_ pattern: String, _ extra: [String: String] = [:], label: String) -> Reply {
    let text = composer.pattern(pattern, extra) ?? ""
    let question =
      text.hasSuffix("?") ? Question(kind: .open, text: text, label: label) : state.question
    return finish(text, label: label, question: question, keepsTopic: true)
  }
}
