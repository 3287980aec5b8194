// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

/// Finds lists, expansion rules and knowledge that nothing uses: dead weight, or a name misspelt elsewhere.
struct UnusedCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    let references = References(book.rules)
    let lists = Set(references.lists.map(\.name))
    let rules = Set(references.rules.map(\.name))
    func isUnused(_ name: String, _ place: Place, among used: Set<String>) -> Bool {
      !used.contains(name) && !place.isOfLanguage && !book.lost.uses(name)
    }
    return book.rules.lists.filter { isUnused($0.name, $0.place, among: lists) }.map {
      unused("list", "the list {\($0.name)}", at: $0.place, $0.name)
    }
      + book.rules.rules.filter { isUnused($0.name, $0.place, among: rules) }.map {
        unused("rule", "the expansion rule <\($0.name)>", at: $0.place, $0.name)
      } + knowledge(book)
  }

  /// An entry is reached by guidance, by an entry related to it, by an exercise, or by what is heard.
  private func knowledge(_ book: RuleBook) -> [Finding] {
    var reached = book.heardNames
    for replies in book.coach.replies.values { reached.formUnion(replies.guidance) }
    for entry in book.coach.knowledge.values { reached.formUnion(entry.related) }
    for exercise in book.coach.exercises { reached.formUnion(exercise.about) }
    return book.coach.knowledge.values.filter {
      !reached.contains($0.id) && !book.lost.mentions($0.id)
    }.map {
      unused("knowledge", "the knowledge entry \($0.id)", at: $0.place, $0.id)
    }
  }

  private func unused(_ kind: String, _ what: String, at place: Place, _ name: String) -> Finding {
    .warning(
      "unused-\(kind)", "nothing uses \(what)", at: place,
      help: kind == "knowledge"
        ? "name it in guidance: or related:, or remove it" : "use it, or remove it",
      length: name.unicodeScalars.count)
  }
}
