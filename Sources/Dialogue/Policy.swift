// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// Decides what is said: state and message in, next state and reply out.
///
/// Order of what is answered: danger, then what was asked last, then a question, a pitfall, what happened,
/// a feeling. One thing is answered; what else was said is parked and comes back.
public struct Policy: Sendable {
  public let coach: Coach
  public let rules: CompiledRules
  let echo: Echo

  public init(coach: Coach, rules: CompiledRules) {
    self.coach = coach
    self.rules = rules
    echo = Echo(rules.templates.lexicon.definition)
  }

  /// Answers one message.
  ///
  /// - Parameter reader: a reader of the same rules, used again from turn to turn.
  public func reply(to text: String, in state: inout State, using reader: Reader) -> Reply {
    state.turn += 1
    let reading = reader.read(text, knowing: state.memory.known)
    state.memory.learn(from: reading)
    var turn = Turn(policy: self, reading: reading, text: text, state: state)
    let reply = turn.reply()
    state = turn.state
    state.lastReply = reply.text
    state.freshness.note(reply.text)
    return reply
  }
}

extension Policy {
  /// What a session that goes on from an earlier one opens with.
  public func opening(of state: inout State, promise: Promise?) -> String? {
    var composer = Composer(
      coach: coach, echo: echo, lexicon: rules.templates.lexicon, state: state)
    guard let greeting = composer.pattern("return-greeting") else { return nil }
    guard let promise, let ask = composer.pattern("promise-ask", ["promise": promise.text.asClause])
    else {
      return opened(greeting, composer.state, &state)
    }
    composer.state.question = Question(kind: .promise(promise.text), text: ask, label: "promise")
    return opened(greeting.contains("?") ? ask : greeting + " " + ask, composer.state, &state)
  }
}

extension Policy {
  private func opened(_ text: String, _ next: State, _ state: inout State) -> String {
    state = next
    state.lastReply = text
    state.freshness.note(text)
    return text
  }
}

extension String {
  /// A step as it can stand after "to": small first letter, no full stop.
  var asClause: String {
    let bare = hasSuffix(".") ? String(dropLast()) : self
    return bare.prefix(1).lowercased() + bare.dropFirst()
  }
}
