// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Findings
import Language
import Templates

/// Rules ready to read with. Immutable; any number of readers may share it.
///
/// Compiling sorts the intents by name first, so that the order of files and of rules in them changes
/// nothing that anyone can see. A class, so that a reader hands it about without copying.
public final class CompiledRules: Sendable {
  /// What a template of the set is there for.
  enum Purpose: Sendable, PlainArchivable {
    case sentence(intent: Int32, line: Int32, turned: Bool)
    case unless(intent: Int32, ExceptionReach)
    case cue(Int32)
    case fact(Int32)
    case unlessFact(Int32)
  }

  /// A label of the likeness model, and what rules say of the family that it names.
  struct Label: Sendable {
    let name: String
    let number: Int
    let isDanger: Bool
    /// Whether it stands for all dangers together.
    let isAnyDanger: Bool
    let side: String?
  }

  public let intents: [Intent]
  public let families: [String: Family]
  public let templates: TemplateSet
  public let likeness: LikenessModel?
  /// What likeness can suggest, in the order of the model's labels.
  let labels: [Label]
  let labelNumbers: [String: Int]
  let purposes: [Purpose]
  let cues: [LanguageDefinition.Cue]
  let facts: [FactRule]
  let numbers: [IntentName: Int]
  private let familyTiers: [String: Tier]
  private let kinds: [String: FamilyKinds]

  /// How many sentence templates there are, as rule files write them.
  public let sentenceCount: Int

  /// What compiling makes of rules, the likeness model set aside: that is learnt, and has a file of its own.
  public struct Parts: Sendable {
    let intents: [Intent]
    let families: [String: Family]
    let facts: [FactRule]
    let cues: [LanguageDefinition.Cue]
    let purposes: [Purpose]
    let templates: TemplateSet
    let answered: Set<String>
  }

  public convenience init(_ rules: RuleSet, findings: inout [Finding]) {
    self.init(Parts(rules, findings: &findings), likeness: rules.likeness)
  }

  public init(_ parts: Parts, likeness: LikenessModel?) {
    intents = parts.intents
    families = parts.families
    facts = parts.facts
    cues = parts.cues
    purposes = parts.purposes
    templates = parts.templates
    self.likeness = likeness
    numbers = Dictionary(
      intents.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    familyTiers = Dictionary(intents.map { ($0.name.family, $0.tier) }, uniquingKeysWith: max)
    let (tiers, families) = (familyTiers, families)
    labels = (likeness?.labels ?? []).enumerated().map { number, name in
      Label(
        name: name, number: number, isDanger: tiers[name] == .safety,
        isAnyDanger: name == LikenessModel.anyDanger, side: families[name]?.side)
    }
    labelNumbers = Dictionary(
      labels.filter { !$0.isAnyDanger }.map { ($0.name, $0.number) },
      uniquingKeysWith: { first, _ in first })
    kinds = FamilyKinds.all(
      of: parts.intents, answered: parts.answered, lexicon: parts.templates.lexicon)
    sentenceCount = intents.reduce(0) { $0 + $1.sentences.count }
  }

  /// The tier of a family's intents; a topic where it has none.
  public func tier(ofFamily family: String) -> Tier { familyTiers[family] ?? .topic }

  /// The sentence that a template of the set was compiled from; nil for what serves another purpose.
  package func sentence(of template: Int) -> (intent: Intent, line: Intent.Line, isTurned: Bool)? {
    guard case .sentence(let intent, let line, let turned) = purposes[template] else { return nil }
    let found = intents[Int(intent)]
    return (found, found.sentences[Int(line)], turned)
  }

  /// The cues among the matches of a message that colour its words, in the order of the text.
  package func cues(in matches: [TemplateMatch]) -> [FoundCue] {
    FacetPainter.standing(
      matches.compactMap { match in
        guard case .cue(let number) = purposes[match.template] else { return nil }
        return FoundCue(cue: cues[Int(number)], tokens: match.tokens)
      })
  }

  /// The rule that is meant where only a family was told; nil where the family goes by its own name.
  func kind(of family: String, in utterance: Utterance, knowing facts: [String: Set<String>])
    -> Intent?
  {
    kinds[family]?.fitting(utterance, knowing: facts)
  }

  /// Whether the family has rules, and neither an intent nor replies of its own name.
  package func isOnlyKinds(_ family: String) -> Bool { kinds[family] != nil }

  public func intent(named name: IntentName) -> Intent? { numbers[name].map { intents[$0] } }
}

extension CompiledRules.Parts {
  /// Compiles what can be compiled and reports the rest: one bad template costs that template only.
  public init(_ rules: RuleSet, findings: inout [Finding]) {
    intents = rules.intents.sorted {
      ($0.name, $0.place) < ($1.name, $1.place)
    }
    families = Dictionary(
      rules.families.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    cues = rules.language.cues
    facts = rules.facts.sorted {
      ($0.name, $0.value ?? "", $0.place) < ($1.name, $1.value ?? "", $1.place)
    }
    var builder = TemplateSetBuilder(
      lexicon: Lexicon(rules.language, correct: rules.words), lists: rules.lists, rules: rules.rules
    )
    var purposes: [CompiledRules.Purpose] = []
    var reported = Set<Finding>()
    func add(
      _ text: String, at place: Place, whole: Bool = false, turned: Bool = false,
      _ purpose: CompiledRules.Purpose
    ) -> Bool {
      switch builder.add(text, at: place, whole: whole, rolesTurned: turned) {
      case .success:
        purposes.append(purpose)
        return true
      case .failure(let error):
        if reported.insert(error.finding).inserted { findings.append(error.finding) }
        return false
      }
    }
    for (number, cue) in rules.language.cues.enumerated() {
      _ = add(cue.template, at: cue.place, .cue(Int32(number)))
    }
    for (number, fact) in facts.enumerated() {
      for line in fact.sentences { _ = add(line.text, at: line.place, .fact(Int32(number))) }
      for line in fact.unless { _ = add(line.text, at: line.place, .unlessFact(Int32(number))) }
    }
    for (number, intent) in intents.enumerated() {
      let serves = families[intent.name.family]?.other != nil && intent.guards.holder == .speaker
      for (line, sentence) in intent.sentences.enumerated() {
        let fine = add(
          sentence.text, at: sentence.place, whole: intent.whole,
          .sentence(intent: Int32(number), line: Int32(line), turned: false))
        if fine, serves, builder.hasRoles(sentence.text) {
          _ = add(
            sentence.text, at: sentence.place, whole: intent.whole, turned: true,
            .sentence(intent: Int32(number), line: Int32(line), turned: true))
        }
      }
      for (line, reach) in intent.exceptions {
        _ = add(line.text, at: line.place, .unless(intent: Int32(number), reach))
      }
    }
    self.purposes = purposes
    templates = builder.build()
    answered = rules.answered
  }
}

extension CompiledRules.Parts: Archivable {
  public static let form = Form(
    CompiledRules.Parts.init(intents:families:facts:cues:purposes:templates:answered:), \.intents,
    \.families, \.facts, \.cues, \.purposes, \.templates, \.answered)
}
