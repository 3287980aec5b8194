// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Reading

/// Asks every question that the rules can ask and answers each in every way: yes, no, not knowing, a refusal,
/// free words. Whatever is answered, the talk must go on.
public struct QuestionCheck {
  private let policy: Policy

  public init(policy: Policy) { self.policy = policy }

  static let answers = [
    "yes", "no", "i don't know", "i'd rather not say", "it was on a tuesday at work",
  ]

  /// Every question with the label that it belongs to.
  private var questions: [(question: Question, entry: String?)] {
    var found: [(Question, String?)] = []
    for (label, replies) in policy.coach.replies.sorted(by: { $0.key < $1.key })
    where replies.stages.isEmpty {
      for variant in replies.variants {
        guard let ask = variant.ask else { continue }
        found.append(
          (
            Question(kind: variant.questionKind { $0 }, text: ask.text, label: label),
            replies.guidance.first
          ))
      }
    }
    for (id, entry) in policy.coach.knowledge.sorted(by: { $0.key < $1.key }) {
      found += entry.asks.all.map { (Question(kind: .open, text: $0.text, label: id), id) }
    }
    for (name, texts) in policy.coach.patterns.sorted(by: { $0.key < $1.key })
    where !name.hasPrefix("cue-") && !name.hasPrefix("name-") {
      for text in texts where text.text.hasSuffix("?") {
        found.append((Question(kind: .open, text: text.text, label: name), nil))
      }
    }
    found += policy.coach.exercises.map {
      (Question(kind: .offer(exercise: $0.id), text: $0.offer.text, label: $0.id), $0.about.first)
    }
    return found
  }

  /// - Parameter step: every so-manieth question, for a quick look.
  public func run(step: Int = 1) -> (asked: Int, faults: [String]) {
    let reader = Reader(policy.rules)
    var faults: [String] = []
    var asked = 0
    for (number, item) in questions.enumerated() where number % step == 0 {
      asked += 1
      for answer in Self.answers {
        var state = State(seed: UInt64(number))
        state.turn = 4
        state.topic = Topic(label: item.question.label, entry: item.entry)
        state.question = item.question
        state.lastReply = item.question.text
        let reply = policy.reply(to: answer, in: &state, using: reader)
        if reply.text.allSatisfy(\.isWhitespace) || reply.text == item.question.text {
          faults.append("\"\(item.question.text)\" has no way on after \"\(answer)\"")
        }
      }
    }
    return (asked, faults)
  }
}
