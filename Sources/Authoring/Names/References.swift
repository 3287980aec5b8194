// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading
import Templates

/// Every list and expansion rule that a text of the rules names, with its place.
struct References {
  struct Reference {
    var name: String
    var place: Place
  }

  private(set) var lists: [Reference] = []
  private(set) var rules: [Reference] = []
  /// Texts that are not templates, with what is wrong.
  private(set) var broken: [Finding] = []

  init(_ set: RuleSet) {
    for intent in set.intents {
      for line in intent.sentences + intent.exceptions.map(\.line) { add(line.text, line.place) }
    }
    for fact in set.facts {
      for line in fact.sentences + fact.unless { add(line.text, line.place) }
    }
    for cue in set.language.cues { add(cue.template, cue.place) }
    for rule in set.rules { add(rule.template, rule.place) }
    for list in set.lists {
      guard case .values(let values) = list.content else { continue }
      for value in values { add(value.template, value.place) }
    }
    // A role may be named by being turned to.
    for role in set.language.roles {
      rules += [role.speaker, role.other].map { Reference(name: $0, place: Place(file: "")) }
    }
  }

  private mutating func add(_ text: String, _ place: Place) {
    switch TemplateParser.parse(text, at: place) {
    case .success(let node): collect(node, place)
    case .failure(let error): broken.append(error.finding)
    }
  }

  private mutating func collect(_ node: TemplateNode, _ place: Place) {
    switch node {
    case .list(let name, _, _, let column):
      lists.append(Reference(name: name, place: place.advanced(columns: column)))
    case .rule(let name, let column):
      rules.append(Reference(name: name, place: place.advanced(columns: column)))
    case .sequence(let items), .alternatives(let items), .permutation(let items):
      for item in items { collect(item, place) }
    case .optional(let inner): collect(inner, place)
    case .text, .gap, .clauseStart, .clauseEnd: break
    }
  }
}
