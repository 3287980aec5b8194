// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Transcripts

/// The program as replaying sees it.
struct PolicyReplayer: Replayer {
  let policy: Policy
  var folder: String?
  private var talk: Talk
  /// The state before the last turn.
  private var before = State(seed: 0)
  private var isRecorded = false

  init(policy: Policy) {
    self.policy = policy
    talk = Talk(policy: policy, state: State(seed: 0))
  }

  mutating func start(seed: UInt64, header: Transcript) {
    talk = Talk(
      policy: policy, state: Earlier.beginning(of: header, folder: folder, policy: policy)
    )
    isRecorded = header.isRecorded
  }

  mutating func answer(_ user: String) -> Turn {
    before = talk.state
    let question = talk.state.question?.text
    let reply = talk.answer(user)
    var turn = Turn(
      user: user, intents: reply.intents, guidance: reply.guidance, coach: reply.text,
      parked: reply.parked,
      exercise: talk.state.exercise?.id)
    turn.facts = talk.state.memory.facts
    turn.answered = question
    turn.promise = talk.newPromise
    turn.promises = talk.state.recordedPromises
    turn.explanation = explanation(of: reply)
    return turn
  }

  /// Which rules speak for what was heard, what comes from the turns before, and where the reply stands.
  private func explanation(of reply: Reply) -> String? {
    guard let heard = reply.reading?.intents else { return nil }
    let rules = heard.prefix(3).map { heard in
      let words = heard.matched.isEmpty ? "" : "\"\(heard.matched)\""
      guard heard.isFromTemplate else {
        return "\(heard.intent) by likeness" + (words.isEmpty ? "" : ", for \(words)")
      }
      return "\(heard.intent) from \(heard.place)" + (words.isEmpty ? "" : " by \(words)")
    }
    let names = Set(heard.map(\.intent.description))
    let carried = reply.intents.filter { !names.contains($0) }.map { "\($0) from the talk so far" }
    let said = reply.places.isEmpty ? [] : ["said from \(reply.places.joined(separator: ", "))"]
    return (carried + rules + said).joined(separator: "; ")
  }

  mutating func resynchronise(with recorded: Turn) {
    guard let coach = recorded.coach else { return }
    let answer = AnswerOnRecord(
      message: recorded.user, text: coach, intents: recorded.intents, guidance: recorded.guidance,
      parked: isRecorded ? recorded.parked : nil)
    talk.update { policy.takeOver(answer, in: &$0, since: before) }
  }

  /// Goes on where another replay of the same talk stands.
  mutating func goOn(from other: PolicyReplayer) { talk.update { $0 = other.talk.state } }
}

extension State {
  /// The promises as a transcript states them.
  var recordedPromises: [Transcripts.Promise] {
    promises.map { promise in
      Transcripts.Promise(
        promise.text, Transcripts.Promise.State(rawValue: promise.outcome.rawValue) ?? .open)
    }
  }
}
