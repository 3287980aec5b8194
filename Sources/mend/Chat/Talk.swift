// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Reading

/// One conversation: the policy, a reader of its own, and the state between turns.
final class Talk {
  private(set) var policy: Policy
  private var reader: Reader
  private(set) var state: State
  private(set) var last: Reply?
  /// What the last message promised, if anything.
  private(set) var newPromise: String?

  init(policy: Policy, state: State) {
    self.policy = policy
    self.state = state
    reader = Reader(policy.rules)
  }

  func answer(_ text: String) -> Reply {
    let promised = state.promises.count
    let reply = policy.reply(to: text, in: &state, using: reader)
    newPromise = state.promises.count > promised ? state.promises.last?.text : nil
    last = reply
    return reply
  }

  /// Goes on with other rules where the talk stands.
  func exchange(_ policy: Policy) {
    self.policy = policy
    reader = Reader(policy.rules)
  }

  func update(_ change: (inout State) -> Void) { change(&state) }
}

extension Memory {
  /// Facts for machine output: one value as text, several as a list.
  var json: JSONText {
    .object(
      facts.sorted { $0.key < $1.key }.map { name, values in
        let many = name == "breach" || values.count > 1
        return (name, many ? .list(values.map { .string($0) }) : .string(values.last ?? ""))
      })
  }
}
