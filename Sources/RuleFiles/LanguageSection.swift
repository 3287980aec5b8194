// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading

/// Reads the keys of a language file (`Rules/language/en.yaml`).
enum LanguageSection {
  static let keys = [
    "punctuation", "contractions", "spellings", "conjunctions", "resets", "goes_on", "negators",
    "words", "endings", "prefixes",
    "opposites",
    "folds", "numbers", "roles", "irregular_verbs", "doubling_verbs", "facets", "likeness",
  ]

  static func read(_ key: String, _ value: Cursor, into loaded: inout LoadedRules) {
    switch key {
    case "punctuation": punctuation(value, &loaded)
    case "contractions": spellings(value, .contraction, &loaded)
    case "spellings": spellings(value, .spelling, &loaded)
    case "conjunctions": conjunctions(value, &loaded)
    case "resets": loaded.rules.language.resets += words(value, key, &loaded)
    case "goes_on": loaded.rules.language.goesOn += words(value, key, &loaded)
    case "words": loaded.rules.language.words += words(value, key, &loaded)
    case "endings": loaded.rules.language.endings += words(value, key, &loaded)
    case "prefixes": loaded.rules.language.prefixes += words(value, key, &loaded)
    case "negators": loaded.rules.language.negators += words(value, key, &loaded)
    case "opposites":
      loaded.rules.language.opposites += value.items.map { words($0, key, &loaded) }
    case "folds":
      for (plain, foreign) in IntentSection.facts(value, key, &loaded) {
        for scalar in foreign.unicodeScalars { loaded.rules.language.folds[scalar] = plain }
      }
    case "numbers":
      for (word, _, number) in value.entries(&loaded.findings, of: key) {
        if let number = number.number(&loaded.findings, of: word) {
          loaded.rules.language.numberWords[word] = Int(number)
        }
      }
    case "roles":
      for (speaker, other) in IntentSection.facts(value, key, &loaded).sorted(by: {
        $0.key < $1.key
      }) {
        loaded.rules.language.roles.append(.init(speaker: speaker, other: other))
      }
    case "irregular_verbs": irregular(value, &loaded)
    case "doubling_verbs": loaded.rules.language.doubling += words(value, key, &loaded)
    case "facets": facets(value, &loaded)
    default: likeness(value, &loaded)
    }
  }

  private static func words(_ value: Cursor, _ what: String, _ loaded: inout LoadedRules)
    -> [String]
  {
    value.lines(&loaded.findings, of: what).flatMap {
      $0.text.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    }
  }

  private static func punctuation(_ value: Cursor, _ loaded: inout LoadedRules) {
    for (key, _, inner) in value.entries(&loaded.findings, of: "punctuation") {
      guard let scalar = inner.node.scalar?.string else { continue }
      switch key {
      case "hard": loaded.rules.language.punctuation.hard = scalar
      case "soft": loaded.rules.language.punctuation.soft = scalar
      case "symbols": loaded.rules.language.punctuation.symbols = scalar
      case "quotes": loaded.rules.language.punctuation.quotes = scalar
      default: loaded.rules.language.punctuation.question = scalar
      }
    }
  }

  /// `didn't: did not`, or with conditions `hell: {to: he will, before: [be, never]}`.
  private static func spellings(
    _ value: Cursor, _ kind: Rewriting.Kind, _ loaded: inout LoadedRules
  ) {
    for (from, place, inner) in value.entries(&loaded.findings, of: "spellings") {
      for item in inner.items {
        var spelling = LanguageDefinition.Spelling(from: from, to: "", kind: kind, place: place)
        if item.isMapping {
          for (key, keyPlace, part) in item.entries(&loaded.findings, of: from) {
            switch key {
            case "to": spelling.to = part.string(&loaded.findings, of: key) ?? ""
            case "before": spelling.before = words(part, key, &loaded)
            case "after": spelling.after = words(part, key, &loaded)
            case "not_before": spelling.notBefore = words(part, key, &loaded)
            case "start": spelling.atStart = part.flag(&loaded.findings, of: key) ?? false
            default:
              loaded.findings.append(
                part.unknownKey(
                  key, at: keyPlace, in: "a spelling",
                  known: ["to", "before", "after", "not_before", "start"]))
            }
          }
        } else {
          spelling.to = item.string(&loaded.findings, of: from) ?? ""
        }
        loaded.rules.language.spellings.append(spelling)
      }
    }
  }

  private static func conjunctions(_ value: Cursor, _ loaded: inout LoadedRules) {
    guard value.isMapping else {
      loaded.rules.language.conjunctions += words(value, "conjunctions", &loaded).map {
        .init(word: $0)
      }
      return
    }
    for (word, _, inner) in value.entries(&loaded.findings, of: "conjunctions") {
      loaded.rules.language.conjunctions.append(
        .init(word: word, before: inner.isNull ? [] : words(inner, word, &loaded)))
    }
  }

  private static func irregular(_ value: Cursor, _ loaded: inout LoadedRules) {
    for (base, place, inner) in value.entries(&loaded.findings, of: "irregular_verbs") {
      let forms = words(inner, base, &loaded)
      guard forms.count == 4 else {
        loaded.findings.append(
          .error(
            "wrong-type", "the verb \(base) has \(forms.count) forms", at: place,
            help: "write four: third person, past, participle, -ing"))
        continue
      }
      loaded.rules.language.irregular.append(
        .init(base: base, third: forms[0], past: forms[1], participle: forms[2], ing: forms[3]))
    }
  }

  private static func facets(_ value: Cursor, _ loaded: inout LoadedRules) {
    for (facet, facetPlace, values) in value.entries(&loaded.findings, of: "facets") {
      let known: [String] =
        switch facet {
        case "holder": Holder.allCases.map(\.rawValue)
        case "stance": Stance.allCases.map(\.rawValue)
        case "time": Time.allCases.map(\.rawValue)
        default: []
        }
      if known.isEmpty {
        loaded.findings.append(
          values.unknownKey(
            facet, at: facetPlace, in: "facets", known: ["holder", "stance", "time"]))
        continue
      }
      for (name, place, scopes) in values.entries(&loaded.findings, of: facet) {
        guard known.contains(name) else {
          loaded.findings.append(scopes.unknownKey(name, at: place, in: facet, known: known))
          continue
        }
        for (scopeName, scopePlace, templates) in scopes.entries(&loaded.findings, of: name) {
          guard let scope = LanguageDefinition.Cue.Scope(rawValue: scopeName) else {
            loaded.findings.append(
              templates.unknownKey(
                scopeName, at: scopePlace, in: "a facet",
                known: LanguageDefinition.Cue.Scope.allCases.map(\.rawValue)))
            continue
          }
          for line in templates.lines(&loaded.findings, of: name) {
            loaded.rules.language.cues.append(
              .init(facet: facet, value: name, scope: scope, template: line.text, place: line.place)
            )
          }
        }
      }
    }
  }

  private static func likeness(_ value: Cursor, _ loaded: inout LoadedRules) {
    var classes: [String: [String]] = [:]
    var subjects: [String] = []
    var endings: [String] = []
    for (key, keyPlace, inner) in value.entries(&loaded.findings, of: "likeness") {
      switch key {
      case "classes":
        for (name, _, members) in inner.entries(&loaded.findings, of: key) {
          classes[name] = words(members, name, &loaded)
        }
      case "subjects": subjects = words(inner, key, &loaded)
      case "endings": endings = words(inner, key, &loaded)
      default:
        loaded.findings.append(
          inner.unknownKey(
            key, at: keyPlace, in: "likeness", known: ["classes", "subjects", "endings"]))
      }
    }
    loaded.wordClasses = WordClasses(classes: classes, subjects: subjects, endings: endings)
  }
}
