// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading
import Templates

/// What an author may have meant by a name that nothing has, where its letters tell less than its meaning:
/// `<him>` is what `<them>` stands for, and `<other>` is a side, which goes by other names in templates.
///
/// Only the language's own pieces are offered; those of one subject may mean anything.
struct NamesByMeaning {
  private var forms: [String: String] = [:]

  init(_ set: RuleSet) {
    for list in set.lists.sorted(by: { $0.name > $1.name }) where list.place.isOfLanguage {
      guard case .values(let values) = list.content else { continue }
      for value in values { add(value.template, "{\(list.name)}") }
    }
    for rule in set.rules.sorted(by: { $0.name > $1.name }) where rule.place.isOfLanguage {
      for word in CaptureSlots.node(rule.template)?.plainBranches ?? [] {
        add(word, "<\(rule.name)>")
      }
    }
    sides(set.language.roles)
  }

  /// The form to write instead, as it stands in a template.
  func form(for name: String) -> String? { forms[name] }

  private mutating func add(_ word: String, _ form: String) { forms[word] = form }

  /// The words that `holder:` has for the two sides.
  private mutating func sides(_ roles: [LanguageDefinition.Role]) {
    func either(_ names: [String]) -> String? {
      let forms = names.map { "<\($0)>" }
      guard let last = forms.last else { return nil }
      return forms.count == 1 ? last : forms.dropLast().joined(separator: ", ") + " or \(last)"
    }
    if let speaker = either(roles.map(\.speaker)) { add("speaker", speaker) }
    if let other = either(roles.map(\.other)) { add("other", other) }
  }
}

extension Place {
  /// Whether it is in a file of the language, whose pieces are there for whoever needs them.
  var isOfLanguage: Bool { file.hasPrefix("language/") }
}

extension TemplateNode {
  /// The branches that are plain words.
  var plainBranches: [String] {
    switch self {
    case .alternatives(let branches): branches.flatMap(\.plainBranches)
    case .sequence(let items) where items.count == 1: items[0].plainBranches
    case .text(let text): [text]
    case .sequence, .optional, .permutation, .list, .rule, .gap, .clauseStart, .clauseEnd: []
    }
  }
}
