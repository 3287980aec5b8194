// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Language
import Reading

/// The rules under check, with every example read once.
///
/// All that comes from outside arrives as values: what the folder holds besides rules, the ids that the
/// knowledge must cover, and the digest that a likeness model of today would have.
public struct RuleBook: Sendable {
  public let rules: RuleSet
  public let coach: Coach
  public let compiled: CompiledRules
  /// Ids of the knowledge that the entries must cover between them; empty where nothing is asked.
  public var inventory: [String] = []
  /// Digest of the messages that the likeness stage would learn from now; nil where that is unknown.
  public var messagesDigest: String?
  /// Files of the folder that nothing reads.
  public var unread: [String] = []
  let probes: [Probe]

  public init(rules: RuleSet, coach: Coach, compiled: CompiledRules) {
    self.rules = rules
    self.coach = coach
    self.compiled = compiled
    probes = Probe.all(of: compiled)
  }

  /// Names that may be heard: intents, their families, what families turn into, what likeness suggests.
  var heardNames: Set<String> {
    var names: Set<String> = ["off-topic", "unclear"]
    for intent in rules.intents { names.formUnion([intent.name.description, intent.name.family]) }
    for family in rules.families {
      names.formUnion([family.other, family.asked, family.letGo].compactMap { $0?.description })
    }
    names.formUnion(rules.likeness?.labels ?? [])
    return names
  }
}

/// One example or counterexample, and what reading it gave.
struct Probe: Sendable {
  let intent: Intent
  let line: Intent.Line
  let isCounterexample: Bool
  let reading: Reading
  /// Sentence templates that matched its words, whatever came of them.
  let templates: Set<Int>

  /// An intent that applies only to what is known so far is read with just that known.
  static func all(of rules: CompiledRules) -> [Probe] {
    let reader = Reader(rules)
    let matcher = TemplateProber(rules)
    return rules.intents.flatMap { intent in
      let known = intent.conditions.mapValues { Set($0) }
      func probe(_ line: Intent.Line, counter: Bool) -> Probe {
        Probe(
          intent: intent, line: line, isCounterexample: counter,
          reading: reader.read(line.text, knowing: known),
          templates: matcher.templates(in: line.text))
      }
      return intent.examples.map { probe($0, counter: false) }
        + intent.counterexamples.map { probe($0, counter: true) }
    }
  }
}
