// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Findings
import Language
import Templates

/// All rules as values, before they are compiled. Knows nothing of files but the places in them.
public struct RuleSet: Sendable {
  public var language: LanguageDefinition
  public var words: WordList
  public var intents: [Intent]
  public var families: [Family]
  public var facts: [FactRule]
  public var lists: [ListDefinition]
  public var rules: [RuleDefinition]
  public var likeness: LikenessModel?
  /// Names of intents and families that have replies of their own.
  public var answered: Set<String>

  public init(
    language: LanguageDefinition = LanguageDefinition(), words: WordList = WordList(),
    intents: [Intent] = [], families: [Family] = [], facts: [FactRule] = [],
    lists: [ListDefinition] = [], rules: [RuleDefinition] = [], likeness: LikenessModel? = nil,
    answered: Set<String> = []
  ) {
    self.language = language
    self.words = words
    self.intents = intents
    self.families = families
    self.facts = facts
    self.lists = lists
    self.rules = rules
    self.likeness = likeness
    self.answered = answered
  }
}

/// Something that is learnt in passing, whatever the message is about: who the other is, how long ago.
public struct FactRule: Sendable {
  public var name: String
  /// The value learnt; nil for what the capture of the same name holds.
  public var value: String?
  public var sentences: [Intent.Line]
  public var unless: [Intent.Line]
  public var place: Place

  public init(
    name: String, value: String? = nil, sentences: [Intent.Line], unless: [Intent.Line] = [],
    place: Place
  ) {
    self.name = name
    self.value = value
    self.sentences = sentences
    self.unless = unless
    self.place = place
  }
}

extension FactRule: Archivable {
  public static let form = Form(
    FactRule.init(name:value:sentences:unless:place:), \.name, \.value, \.sentences, \.unless,
    \.place)
}
