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
  let cues: Cues
  /// Which side each knowledge entry is for by its nature, as the families say.
  let sides: [String: Side]

  public init(coach: Coach, rules: CompiledRules) {
    self.coach = coach
    self.rules = rules
    echo = Echo(rules.templates.lexicon.definition)
    sides = rules.families.compactMapValues { $0.side.flatMap { Side(rawValue: $0) } }
    cues = Cues(coach.patterns, lexicon: rules.templates.lexicon)
  }

  /// Answers one message.
  ///
  /// - Parameter reader: a reader of the same rules, used again from turn to turn.
  public func reply(to text: String, in state: inout State, using reader: Reader) -> Reply {
    state.turn += 1
    state.freshness.begin(turn: state.turn)
    let context = Context(
      state: state, coach: coach, lexicon: rules.templates.lexicon,
      families: rules.families)
    let heard = reader.read(text, knowing: context.facts)
    let settled = context.settled(heard)
    state.memory.note(sideOfWords: rules.families[heard.best.intent.family]?.side)
    state.memory.learn(from: heard)
    var turn = Turn(
      policy: self, reading: settled, text: text, context: context, state: state)
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
    guard let promise, let ask = composer.pattern("promise-ask", ["promise": promise.text.asClause])
    else {
      let greeting = composer.pattern("return-greeting")
      return greeting.map { opened($0, composer.state, &state) }
    }
    composer.state.question = Question(kind: .promise(promise.text), text: ask, label: "promise")
    let greeting = composer.pattern("return-greeting-promise") ?? ""
    return opened(greeting + " " + ask, composer.state, &state)
  }

  private func opened(_ text: String, _ next: State, _ state: inout State) -> String {
    state = next
    state.lastReply = text
    state.freshness.note(text)
    return text
  }
}

extension String {
  /// A step as it can stand between quotation marks: small first letter, no full stop.
  var asClause: String {
    let bare = (hasSuffix(".") ? String(dropLast()) : self).replacing("\"", with: "'")
    return bare.prefix(1).lowercased() + bare.dropFirst()
  }
}
