// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings

/// Reads `replies:`, `patterns:`, `contacts:` and the `reply:` of an intent.
enum ReplySection {
  static let variantKeys = ["text", "ask", "try", "yes", "no", "yes-means", "no-means", "when"]

  static func replies(_ section: Cursor, into loaded: inout LoadedRules) {
    for (name, place, value) in section.entries(&loaded.findings, of: "replies") {
      guard loaded.declare("replies for", name, at: place) else { continue }
      var replies = loaded.coach.replies[name] ?? Replies(intent: name, place: place)
      for (key, keyPlace, inner) in value.entries(&loaded.findings, of: "the replies for \(name)") {
        switch key {
        case "guidance":
          replies.guidance = inner.names(&loaded.findings, of: key, places: &replies.namePlaces)
        case "say": variants(inner, into: &replies, &loaded)
        case "stages": stages(inner, into: &replies, &loaded)
        default:
          loaded.findings.append(
            inner.unknownKey(
              key, at: keyPlace, in: "replies", known: ["guidance", "say", "stages"]))
        }
      }
      loaded.coach.replies[name] = replies
    }
  }

  static func variants(_ cursor: Cursor, into replies: inout Replies, _ loaded: inout LoadedRules) {
    replies.variants += cursor.items.compactMap { variant($0, &loaded) }
  }

  private static func stages(
    _ cursor: Cursor, into replies: inout Replies, _ loaded: inout LoadedRules
  ) {
    for (key, keyPlace, value) in cursor.entries(&loaded.findings, of: "stages") {
      guard let stage = SafetyStage(rawValue: key) else {
        loaded.findings.append(
          value.unknownKey(
            key, at: keyPlace, in: "stages", known: SafetyStage.allCases.map(\.rawValue)))
        continue
      }
      replies.stages[stage] = value.items.compactMap { variant($0, &loaded) }
    }
  }

  private static func variant(_ cursor: Cursor, _ loaded: inout LoadedRules) -> ReplyVariant? {
    guard cursor.isMapping else {
      return spoken(cursor, "a reply", &loaded).map { ReplyVariant(text: $0) }
    }
    var text: Spoken?
    var variant = ReplyVariant(text: Spoken("", at: cursor.place))
    for (key, keyPlace, value) in cursor.entries(&loaded.findings, of: "a reply") {
      switch key {
      case "text": text = spoken(value, key, &loaded)
      case "ask": variant.ask = spoken(value, key, &loaded)
      case "try": variant.step = spoken(value, key, &loaded)
      case "yes": variant.yes = spoken(value, key, &loaded)
      case "no": variant.no = spoken(value, key, &loaded)
      case "yes-means": variant.yesMeans = value.string(&loaded.findings, of: key)
      case "no-means": variant.noMeans = value.string(&loaded.findings, of: key)
      case "when": variant.conditions = IntentSection.conditions(value, &loaded)
      default:
        loaded.findings.append(
          value.unknownKey(key, at: keyPlace, in: "a reply", known: variantKeys))
      }
    }
    guard let text else {
      if cursor.has("text") || cursor.misspells("text", known: variantKeys) { return nil }
      loaded.findings.append(
        .error(
          "missing-key", "a reply without text:", at: cursor.place,
          help: "add text: with what is said"))
      return nil
    }
    variant.text = text
    if let ask = variant.ask, variant.step != nil {
      loaded.findings.append(
        .error(
          "ask-and-try", "a reply ends with a question and a step", at: ask.place,
          help: "keep ask: or try:, not both"))
    }
    return variant
  }

  /// A text to be said; nil, and a finding, where there is none yet.
  static func spoken(_ cursor: Cursor, _ what: String, _ loaded: inout LoadedRules) -> Spoken? {
    cursor.string(&loaded.findings, of: what).flatMap { text in
      if let finding = UnwrittenText.finding(text, of: what, at: cursor.place) {
        loaded.findings.append(finding)
        return nil
      }
      let isOneLine = text.utf8.allSatisfy { 0x20..<0x80 ~= $0 }
      let line =
        isOneLine
        ? text : text.split(whereSeparator: \.isNewline).map(\.trimmed).joined(separator: " ")
      return Spoken(line, at: cursor.place)
    }
  }

  static func patterns(_ section: Cursor, into loaded: inout LoadedRules) {
    for (name, place, value) in section.entries(&loaded.findings, of: "patterns") {
      guard loaded.declare("pattern", name, at: place) else { continue }
      loaded.coach.patterns[name] = value.items.compactMap { spoken($0, name, &loaded) }
    }
  }

  static func contacts(_ section: Cursor, into loaded: inout LoadedRules) {
    for item in section.items {
      var contact = Contact(region: "", name: "", place: item.place)
      for (key, _, value) in item.entries(&loaded.findings, of: "a contact") {
        guard let text = value.string(&loaded.findings, of: key) else { continue }
        switch key {
        case "region": contact.region = text
        case "name": contact.name = text
        case "emergency": contact.emergency = text
        default: contact.lines[key] = text
        }
      }
      if loaded.declare("region", contact.region, at: contact.place) {
        loaded.coach.contacts.append(contact)
      }
    }
  }
}
