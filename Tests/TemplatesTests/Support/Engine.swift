// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Templates

let nowhere = Place(file: "test.yaml")

/// A handful of templates, compiled and ready, for tests that do not need a rule file.
struct Engine {
  let set: TemplateSet
  let matcher: Matcher
  /// What was wrong with each template that could not be compiled.
  let errors: [String: Finding]
  private let names: [String]

  init(
    _ templates: [String], whole: Bool = false, lists: [ListDefinition] = [],
    rules: [RuleDefinition] = [], language: LanguageDefinition = .plain
  ) {
    var builder = TemplateSetBuilder(lexicon: Lexicon(language), lists: lists, rules: rules)
    var errors: [String: Finding] = [:]
    var names: [String] = []
    for template in templates {
      switch builder.add(template, at: nowhere, whole: whole) {
      case .success: names.append(template)
      case .failure(let error): errors[template] = error.finding
      }
    }
    set = builder.build()
    matcher = Matcher(set)
    self.errors = errors
    self.names = names
  }

  func read(_ text: String) -> Utterance { set.lexicon.read(text) }

  func matches(_ text: String) -> [TemplateMatch] { matcher.matches(in: read(text)) }

  func name(_ match: TemplateMatch) -> String { names[match.template] }
}

extension LanguageDefinition {
  /// Just enough of a language to have numbers and contractions.
  static var plain: LanguageDefinition {
    var language = LanguageDefinition()
    language.spellings = [
      .init(from: "didn't", to: "did not", kind: .contraction, place: nowhere),
      .init(from: "u", to: "you", place: nowhere),
    ]
    language.numberWords = [
      "zero": 0, "one": 1, "two": 2, "three": 3, "five": 5, "nine": 9, "ten": 10, "twenty": 20,
      "fifty": 50, "hundred": 100, "thousand": 1000, "million": 1_000_000,
    ]
    language.negators = ["not", "never"]
    return language
  }
}

extension ListDefinition {
  init(_ name: String, _ values: [String]) {
    self.init(
      name: name, content: .values(values.map { .init(template: $0, place: nowhere) }),
      place: nowhere)
  }

  static func wildcard(_ name: String) -> Self {
    .init(name: name, content: .wildcard, place: nowhere)
  }

  static func range(_ name: String, _ range: NumberRange) -> Self {
    .init(name: name, content: .range(range), place: nowhere)
  }
}
