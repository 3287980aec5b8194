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
  /// Words that replies may use though no dictionary has them, in small letters.
  public var accepted: Set<String> = []
  /// Files of the folder that nothing reads.
  public var unread: [String] = []
  /// What stands in files that could not be read.
  public var lost = LostText()
  let probes: [Probe]
  let spokenTexts: [SpokenText]

  /// - Parameter probes: the examples as read, where they were read beforehand.
  public init(
    rules: RuleSet, coach: Coach, compiled: CompiledRules, probes: ProbedExamples? = nil
  ) {
    self.rules = rules
    self.coach = coach
    self.compiled = compiled
    self.probes = (probes ?? ProbedExamples(of: compiled)).probes
    spokenTexts = SpokenText.all(of: coach, isDanger: compiled.isDanger)
  }

  /// Whether the likeness model was learnt from other messages than there are now.
  var isModelStale: Bool {
    messagesDigest.map { rules.likeness?.isStale(for: $0) == true } ?? false
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
