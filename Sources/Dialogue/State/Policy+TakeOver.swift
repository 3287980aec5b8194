// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// How a turn was answered, as far as a record tells.
public struct AnswerOnRecord: Sendable {
  public var message: String
  public var text: String
  /// What it was taken to mean, what was answered first.
  public var intents: [String]
  public var guidance: [String]
  /// Labels that waited to be answered after the turn; nil where that is not recorded.
  public var parked: [String]?

  public init(
    message: String, text: String, intents: [String], guidance: [String], parked: [String]?
  ) {
    self.message = message
    self.text = text
    self.intents = intents
    self.guidance = guidance
    self.parked = parked
  }
}

extension Policy {
  /// Goes on as if a turn had been answered so, after a replay differed from its record.
  ///
  /// What was said instead is forgotten, what was recorded is remembered: the topic, what waits, and the
  /// question or the step that it ended with. So one change is not met again in every turn that follows. Where
  /// the record says the same in other words, both count as said: the text is one, reworded since.
  ///
  /// - Parameter before: the state before the turn.
  public func takeOver(_ answer: AnswerOnRecord, in state: inout State, since before: State) {
    let text = answer.text
    let (recorded, said) = (Self.sentences(of: text), Self.sentences(of: state.lastReply))
    let isReworded = 2 * recorded.count(where: said.contains) >= recorded.count
    if !isReworded { state.freshness = before.freshness }
    state.freshness.note(text)
    // What it opened with was chosen once, whatever came after it.
    if recorded.first != said.first, !isReworded {
      state.usedFrames = before.usedFrames
      state.lastLead = before.lastLead
    }
    state.lastReply = text
    if let label = answer.intents.first { turn(to: label, answer.guidance, &state, before) }
    if let parked = answer.parked {
      let waiting = before.parked + state.parked
      state.parked = parked.map { label in
        waiting.first { $0.label == label }
          ?? Parked(label: label, words: answer.message, turn: state.turn)
      }
    }
    if let question = state.question, text.hasSuffix(question.text) { return }
    let wording = Wording(memory: state.memory)
    for (label, replies) in coach.replies.sorted(by: { $0.key < $1.key }) {
      for variant in replies.variants where text.hasSuffix(wording.filled(variant.ending)) {
        end(with: variant, of: label, wording, &state)
        return
      }
    }
    guard text.hasSuffix("?") else { return }
    let last = text.dropLast().lastIndex { ".?!".contains($0) }.map { text.index(after: $0) }
    state.question = Question(
      kind: .open, text: text[(last ?? text.startIndex)...].drop { $0 == " " }.description,
      label: state.topic?.label ?? "")
  }

  private static func sentences(of text: String) -> [Substring] {
    text.split { ".?!".contains($0) }
  }

  private func turn(
    to label: String, _ guidance: [String], _ state: inout State, _ before: State
  ) {
    state.topic = before.topic
    state.earlierTopic = before.earlierTopic
    let tier = rules.tier(ofFamily: IntentName(label).family)
    guard tier > .conversation, !guidance.isEmpty else { return }
    let next = Topic(label: label, entry: guidance.first)
    if state.topic != next { state.earlierTopic = state.topic }
    state.topic = next
  }

  private func end(
    with variant: ReplyVariant, of label: String, _ wording: Wording, _ state: inout State
  ) {
    if let ask = variant.ask {
      let kind = variant.questionKind { wording.filled($0) }
      state.question = Question(kind: kind, text: wording.filled(ask.text), label: label)
    } else {
      state.suggestion = wording.filled(variant.ending)
    }
  }
}

extension ReplyVariant {
  /// The question or the step that it ends with, else the text itself.
  fileprivate var ending: String { (ask ?? step ?? text).text }
}
