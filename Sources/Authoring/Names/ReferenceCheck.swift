// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading

/// Finds names that nothing answers to: intents, knowledge entries, lists, expansion rules, patterns.
///
/// A name that nothing answers to costs its rule in silence: a reply is never said, a template never matches.
struct ReferenceCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    let references = References(book.rules)
    return references.broken + templates(references, book) + families(book) + replies(book)
      + knowledge(book) + exercises(book) + patterns(book)
  }

  /// Whether a name is declared nowhere: neither in what was read nor in what could not be.
  private func isMissing(_ name: String, from known: Set<String>, _ book: RuleBook) -> Bool {
    !known.contains(name) && !book.lost.declares(name)
  }

  private func templates(_ references: References, _ book: RuleBook) -> [Finding] {
    let lists = Set(book.rules.lists.map(\.name))
    let rules = Set(book.rules.rules.map(\.name))
    let meaning = NamesByMeaning(book.rules)
    return references.lists.filter { isMissing($0.name, from: lists, book) }.map {
      unknown(
        "list", "no list is named {\($0.name)}", $0.name, lists, at: $0.place, form: { "{\($0)}" },
        otherwise: "declare it under lists:")
    }
      + references.rules.filter {
        !$0.place.file.isEmpty && isMissing($0.name, from: rules, book)
      }.map {
        unknown(
          "rule", "no expansion rule is named <\($0.name)>", $0.name, rules, at: $0.place,
          form: { "<\($0)>" }, meant: meaning.form(for: $0.name),
          otherwise: "declare it under expansion_rules:")
      }
  }

  private func families(_ book: RuleBook) -> [Finding] {
    let declared = Set(book.rules.intents.flatMap { [$0.name.description, $0.name.family] })
      .union(book.rules.likeness?.labels ?? []).union(book.coach.replies.keys)
    return book.rules.families.flatMap { family -> [Finding] in
      [family.other, family.asked, family.letGo].compactMap { $0?.description }
        .filter { isMissing($0, from: declared, book) }
        .map {
          unknown(
            "intent", "the family \(family.name) turns into \($0), which no rule declares", $0,
            declared, at: family.place, orElse: "mend new rule \($0) begins it")
        }
    }
  }

  private func replies(_ book: RuleBook) -> [Finding] {
    let names = book.heardNames
    let entries = Set(book.coach.knowledge.keys)
    return book.coach.replies.values.flatMap { replies -> [Finding] in
      var found = replies.guidance.filter {
        isMissing($0, from: entries, book) && !book.isDanger($0)
      }.map {
        unknown(
          "knowledge", "no knowledge entry is named \($0)", $0, entries,
          at: replies.namePlaces[$0] ?? replies.place)
      }
      if isMissing(replies.intent, from: names, book) {
        found.append(
          unknown(
            "intent", "replies for \(replies.intent), which nothing hears", replies.intent, names,
            at: replies.place, severity: .warning))
      }
      return found
    }
  }

  private func knowledge(_ book: RuleBook) -> [Finding] {
    let entries = Set(book.coach.knowledge.keys)
    return book.coach.knowledge.values.flatMap { entry in
      entry.related.filter { isMissing($0, from: entries, book) }.map {
        unknown(
          "knowledge", "no knowledge entry is named \($0)", $0, entries,
          at: entry.namePlaces[$0] ?? entry.place)
      }
    }
  }

  private func exercises(_ book: RuleBook) -> [Finding] {
    let names = book.heardNames.union(book.coach.knowledge.keys)
    return book.coach.exercises.flatMap { exercise in
      exercise.about.filter { isMissing($0, from: names, book) }.map {
        unknown(
          "intent", "the exercise is about \($0), which is neither heard nor known", $0, names,
          at: exercise.namePlaces[$0] ?? exercise.place)
      }
    }
  }

  private func patterns(_ book: RuleBook) -> [Finding] {
    let heard = book.heardNames.union(book.coach.knowledge.keys)
    return book.coach.patterns.sorted { $0.key < $1.key }.compactMap { name, texts in
      guard let place = texts.first?.place else { return nil }
      if name.hasPrefix("name-") {
        let label = String(name.dropFirst(5))
        guard isMissing(label, from: heard, book) else { return nil }
        return unknown(
          "intent", "\(name) names \(label), which nothing hears", label, heard, at: place,
          severity: .warning)
      }
      return Patterns.known.contains(name)
        ? nil
        : unknown(
          "pattern", "no part of a talk asks for the pattern \(name)", name, Patterns.known,
          at: place, severity: .warning)
    }
  }

  private func unknown(
    _ kind: String, _ message: String, _ name: String, _ known: some Sequence<String>,
    at place: Place,
    form: (String) -> String = { $0 }, meant: String? = nil, otherwise: String? = nil,
    orElse: String? = nil,
    severity: Finding.Severity = .error
  ) -> Finding {
    let near = (meant ?? nearest(to: name, among: known).map(form)).map { "did you mean \($0)?" }
    let help = [near, orElse].compactMap { $0 }.joined(separator: " Else ")
    return Finding(
      severity, code: "unknown-\(kind)", message, at: place,
      help: help.isEmpty ? otherwise ?? "remove it, or declare it" : help,
      length: form(name).unicodeScalars.count)
  }
}
