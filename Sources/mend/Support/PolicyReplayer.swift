// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Transcripts

/// The program as replaying sees it.
struct PolicyReplayer: Replayer {
  let policy: Policy
  var folder: String?
  private var talk: Talk

  init(policy: Policy) {
    self.policy = policy
    talk = Talk(policy: policy, state: State(seed: 0))
  }

  mutating func start(seed: UInt64, header: Transcript) {
    talk = Talk(
      policy: policy, state: Earlier.beginning(of: header, folder: folder, policy: policy)
    )
  }

  mutating func answer(_ user: String) -> Turn {
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
    turn.explanation = reply.reading?.intents.prefix(3).map { heard in
      let source = heard.place.file.isEmpty ? "by likeness" : "from \(heard.place)"
      return "\(heard.intent) \(source)\(heard.matched.isEmpty ? "" : " by \"\(heard.matched)\"")"
    }.joined(separator: "; ")
    return turn
  }

  mutating func resynchronise(with recorded: Turn) {
    talk.update { state in
      if let coach = recorded.coach { state.takeOver(lastReply: coach) }
    }
  }
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
