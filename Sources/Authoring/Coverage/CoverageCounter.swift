// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading

/// Counts what examples and talks reach.
///
/// Examples are tried as the first thing said; a talk is gone through turn by turn, so that replies and
/// answers to questions come up as they would.
public struct CoverageCounter {
  enum Key: Hashable {
    case intent(IntentName)
    case spoken(Place)
    case knowledge(String)
  }

  private let rules: RuleSet
  private let policy: Policy
  private let reader: Reader
  private let variants: [String: ReplyVariant]
  private var tally = CoverageTally<Key>()
  private var messages: [(text: String, isTest: Bool)] = []

  public init(rules: RuleSet, policy: Policy) {
    self.rules = rules
    self.policy = policy
    reader = Reader(policy.rules)
    let all = policy.coach.replies.values.flatMap(\.allVariants)
    variants = Dictionary(
      all.map { ("\($0.text.place)", $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Tries every example and counterexample of the rules.
  public mutating func tryExamples() {
    for intent in policy.rules.intents {
      for line in intent.examples + intent.counterexamples {
        var state = State(seed: 0)
        for (fact, values) in intent.conditions { state.memory.set(fact, values[0]) }
        hear([line.text], from: state, isTest: true)
      }
    }
  }

  /// Goes through what somebody said in one talk.
  public mutating func hear(_ talk: [String], from state: State) {
    hear(talk, from: state, isTest: false)
  }

  private mutating func hear(_ talk: [String], from state: State, isTest: Bool) {
    var state = state
    var asked: ReplyVariant?
    for message in talk {
      let question = state.question
      let reply = policy.reply(to: message, in: &state, using: reader)
      messages.append((message, isTest))
      var reached: Set<Key> = Set(reply.guidance.map { .knowledge($0) })
      for (rank, heard) in (reply.reading?.intents ?? []).enumerated()
      where rank == 0 || heard.isFromTemplate {
        reached.insert(.intent(heard.intent))
      }
      let said = reply.places.compactMap { variants[$0] }
      for variant in said { reached.insert(.spoken(variant.text.place)) }
      if case .yesOrNo(let yes, let no) = question?.kind, let asked {
        for (branch, spoken) in [(yes, asked.yes), (no, asked.no)] {
          guard let text = branch.text, let spoken, reply.text.contains(text) else { continue }
          reached.insert(.spoken(spoken.place))
        }
      }
      asked = said.last
      for key in reached { tally.add(key, isTest, once: messages.count) }
    }
  }

  /// What has been reached so far.
  public func coverage() -> Coverage {
    Coverage(
      intents + spoken + knowledge
        + TemplateCoverage(rules: rules, compiled: policy.rules, messages: messages).items)
  }

  /// Intents that nothing has reached so far.
  public var missedIntents: [IntentName] {
    policy.rules.intents.map(\.name).filter { !tally.hasReached(.intent($0)) }
  }

  private var intents: [Coverage.Item] {
    policy.rules.intents.map { intent in
      tally.item(.intents, intent.name.description, intent.place, .intent(intent.name))
    }
  }

  private var spoken: [Coverage.Item] {
    policy.coach.replies.flatMap { name, replies in
      replies.allVariants.flatMap { variant in
        let answers = [("yes", variant.yes), ("no", variant.no)].compactMap { word, spoken in
          spoken.map {
            tally.item(.answers, "\(name), \(word): \($0.text)", $0.place, .spoken($0.place))
          }
        }
        let text = variant.text
        return [tally.item(.replies, "\(name): \(text.text)", text.place, .spoken(text.place))]
          + answers
      }
    }
  }

  private var knowledge: [Coverage.Item] {
    policy.coach.knowledge.values.map { tally.item(.knowledge, $0.id, $0.place, .knowledge($0.id)) }
  }
}
