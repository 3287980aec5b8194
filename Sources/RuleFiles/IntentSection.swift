// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading

/// Reads `intents:` and `families:`.
struct IntentSection {
  static let keys = [
    "about", "tier", "holder", "stance", "time", "whole", "sentences", "unless",
    "unless-sentence", "unless-anywhere", "examples",
    "counterexamples", "captures", "when", "guidance", "reply", "say", "data",
  ]
  /// Keys of hassil's files that say nothing about what a coach hears.
  static let foreign = [
    "slots", "requires_context", "excludes_context", "context", "metadata", "response", "domain",
    "description", "expansion_rules", "lists", "required_keywords", "name_domains",
    "inferred_domain",
    "settings", "slot_combinations",
  ]

  static func read(_ section: Cursor, into loaded: inout LoadedRules) {
    for (name, place, value) in section.entries(&loaded.findings, of: "intents") {
      intent(name, place, value, &loaded)
    }
  }

  private static func intent(
    _ name: String, _ place: Place, _ cursor: Cursor, _ loaded: inout LoadedRules
  ) {
    guard loaded.declare("intent", name, at: place) else { return }
    var intent = Intent(name: IntentName(name), place: place)
    var replies = Replies(intent: name, place: place)
    var holder: String?
    var stance: String?
    var hasSentences = false
    for (key, keyPlace, value) in cursor.entries(&loaded.findings, of: "the intent \(name)") {
      switch key {
      case "about": intent.about = value.string(&loaded.findings, of: key)
      case "tier":
        if let tier = value.choice(Tier.self, &loaded.findings, of: key) { intent.tier = tier }
      case "holder": holder = word(value, ["speaker", "other", "nobody", "anyone"], key, &loaded)
      case "stance":
        stance = word(value, Stance.allCases.map(\.rawValue) + ["any"], key, &loaded)
      case "time": intent.guards.time = value.choice(Time.self, &loaded.findings, of: key)
      case "whole": intent.whole = value.flag(&loaded.findings, of: key) ?? false
      case "sentences":
        hasSentences = true
        intent.sentences += lines(value, key, &loaded)
      case "unless": intent.unless = lines(value, key, &loaded)
      case "unless-sentence": intent.unlessInSentence = lines(value, key, &loaded)
      case "unless-anywhere": intent.unlessAnywhere = lines(value, key, &loaded)
      case "examples": intent.examples = lines(value, key, &loaded)
      case "counterexamples": intent.counterexamples = lines(value, key, &loaded)
      case "captures": intent.captures = captures(value, key, &loaded)
      case "when": intent.conditions = conditions(value, &loaded)
      case "guidance":
        replies.guidance = value.names(&loaded.findings, of: key, places: &replies.namePlaces)
      case "reply", "say": ReplySection.variants(value, into: &replies, &loaded)
      case "data":
        hasSentences = true
        data(value, &intent, &loaded)
      case _ where foreign.contains(key):
        loaded.findings.append(
          .init(
            .note, code: "key-without-meaning", "\"\(key)\" has no meaning for mend", at: keyPlace,
            help: "it is accepted and not used", length: key.unicodeScalars.count))
      default:
        loaded.findings.append(value.unknownKey(key, at: keyPlace, in: "an intent", known: keys))
      }
    }
    if !hasSentences, !cursor.misspells("sentences", known: keys) {
      loaded.findings.append(
        .error(
          "missing-key", "the intent \(name) has no sentences", at: place,
          help: "add sentences: with one template a line", length: name.unicodeScalars.count))
    }
    let time = intent.guards.time
    intent.guards = .defaults(for: intent.tier)
    if let holder { intent.guards.holder = Holder(rawValue: holder) }
    if let stance { intent.guards.stance = Stance(rawValue: stance) }
    intent.guards.time = time
    loaded.rules.intents.append(intent)
    if !replies.variants.isEmpty || !replies.guidance.isEmpty {
      loaded.coach.replies[name] = replies
    }
  }

  /// hassil's form: a list of blocks, each with sentences of its own.
  private static func data(_ value: Cursor, _ intent: inout Intent, _ loaded: inout LoadedRules) {
    for block in value.items {
      for (key, place, inner) in block.entries(&loaded.findings, of: "data") {
        if key == "sentences" {
          intent.sentences += lines(inner, key, &loaded)
        } else if foreign.contains(key) {
          loaded.findings.append(
            .init(
              .note, code: "key-without-meaning", "\"\(key)\" has no meaning for mend", at: place,
              help: "it is accepted and not used", length: key.unicodeScalars.count))
        } else {
          loaded.findings.append(inner.unknownKey(key, at: place, in: "data", known: ["sentences"]))
        }
      }
    }
  }

  private static func word(
    _ value: Cursor, _ known: [String], _ key: String, _ loaded: inout LoadedRules
  ) -> String? {
    guard let text = value.string(&loaded.findings, of: key) else { return nil }
    if known.contains(text) { return text }
    loaded.findings.append(
      .error(
        "unknown-value", "\"\(text)\" is no \(key)", at: value.place,
        help: nearest(to: text, among: known).map { "did you mean \($0)?" }
          ?? "write one of \(known.joined(separator: ", "))", length: text.unicodeScalars.count))
    return nil
  }

  private static func lines(_ value: Cursor, _ key: String, _ loaded: inout LoadedRules) -> [Intent
    .Line]
  {
    value.lines(&loaded.findings, of: key).map { Intent.Line($0.text, at: $0.place) }
  }

  static func facts(_ value: Cursor, _ key: String, _ loaded: inout LoadedRules) -> [String: String]
  {
    var facts: [String: String] = [:]
    for (name, _, inner) in value.entries(&loaded.findings, of: key) {
      facts[name] = inner.string(&loaded.findings, of: name)
    }
    return facts
  }

  /// Facts that an intent teaches; who somebody is has a known set of values.
  private static func captures(
    _ value: Cursor, _ key: String, _ loaded: inout LoadedRules
  ) -> [String: String] {
    var facts = facts(value, key, &loaded)
    guard let role = facts["role"], !role.hasPrefix("{") else { return facts }
    for (name, _, inner) in value.entries(&loaded.findings, of: key) where name == "role" {
      facts[name] = inner.side(&loaded.findings, of: name)?.rawValue
    }
    return facts
  }

  static func conditions(_ value: Cursor, _ loaded: inout LoadedRules) -> [String: [String]] {
    var conditions: [String: [String]] = [:]
    for (name, _, inner) in value.entries(&loaded.findings, of: "when") {
      conditions[name] = inner.items.compactMap { $0.string(&loaded.findings, of: name) }
    }
    return conditions
  }

  static func families(_ section: Cursor, into loaded: inout LoadedRules) {
    for (name, place, value) in section.entries(&loaded.findings, of: "families") {
      guard loaded.declare("family", name, at: place) else { continue }
      var family = Family(name: name, place: place)
      for (key, keyPlace, inner) in value.entries(&loaded.findings, of: "the family \(name)") {
        let text = inner.string(&loaded.findings, of: key)
        let target = text.map { IntentName($0) }
        switch key {
        case "side": family.side = inner.side(&loaded.findings, of: key)?.rawValue
        case "other": family.other = target
        case "asked": family.asked = target
        case "let-go": family.letGo = target
        default:
          loaded.findings.append(
            inner.unknownKey(
              key, at: keyPlace, in: "a family", known: ["other", "asked", "let-go", "side"]))
        }
      }
      loaded.rules.families.append(family)
    }
  }

  /// `facts:` holds lists of rules: each with sentences and, unless a capture of the fact's name tells
  /// it, the value that they mean.
  static func factRules(_ section: Cursor, into loaded: inout LoadedRules) {
    for (name, _, value) in section.entries(&loaded.findings, of: "facts") {
      for item in value.items {
        var rule = FactRule(name: name, sentences: [], place: item.place)
        for (key, keyPlace, inner) in item.entries(&loaded.findings, of: "the fact \(name)") {
          switch key {
          case "value" where name == "role":
            rule.value = inner.side(&loaded.findings, of: name)?.rawValue
          case "value": rule.value = inner.string(&loaded.findings, of: key)
          case "sentences": rule.sentences = lines(inner, key, &loaded)
          case "unless": rule.unless = lines(inner, key, &loaded)
          default:
            loaded.findings.append(
              inner.unknownKey(
                key, at: keyPlace, in: "a fact", known: ["value", "sentences", "unless"]))
          }
        }
        loaded.rules.facts.append(rule)
      }
    }
  }
}
