// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings

/// Reads `knowledge:` and `exercises:`.
enum KnowledgeSection {
  static let entryKeys = [
    "title", "points", "steps", "try", "ask", "related", "sources",
  ]
  static let pointKeys = ["covers", "sources", "breaker", "hurt", "both"]
  static let exerciseKeys = [
    "title", "for", "about", "offer", "opening", "steps", "closing", "promise", "document",
  ]

  static func knowledge(_ section: Cursor, into loaded: inout LoadedRules) {
    for (id, place, value) in section.entries(&loaded.findings, of: "knowledge") {
      guard loaded.declare("knowledge entry", id, at: place) else { continue }
      var entry = KnowledgeEntry(id: id, title: id, points: [], place: place)
      for (key, keyPlace, inner) in value.entries(&loaded.findings, of: "the entry \(id)") {
        switch key {
        case "title": entry.title = inner.string(&loaded.findings, of: key) ?? id
        case "points": entry.points = inner.items.compactMap { point($0, &loaded) }
        case "steps":
          entry.steps = inner.items.compactMap { ReplySection.spoken($0, key, &loaded) }
        case "try": entry.tries = sided(inner, key, &loaded)
        case "ask": entry.asks = sided(inner, key, &loaded)
        case "related":
          entry.related = inner.names(&loaded.findings, of: key, places: &entry.namePlaces)
        case "sources": entry.sources = inner.items.map { source($0, &loaded) }
        default:
          loaded.findings.append(
            inner.unknownKey(key, at: keyPlace, in: "a knowledge entry", known: entryKeys))
        }
      }
      loaded.coach.knowledge[id] = entry
    }
  }

  private static func point(_ cursor: Cursor, _ loaded: inout LoadedRules) -> KnowledgeEntry.Point?
  {
    var texts: [Side: [Spoken]] = [:]
    var point = KnowledgeEntry.Point(said: Sided(), place: cursor.place)
    for (key, keyPlace, value) in cursor.entries(&loaded.findings, of: "a point") {
      switch key {
      case "covers": point.covers = value.lines(&loaded.findings, of: key).map(\.text)
      case "sources":
        point.sources = value.names(&loaded.findings, of: key, places: &point.namePlaces)
      default:
        guard let side = Side(rawValue: key) else {
          loaded.findings.append(
            value.unknownKey(key, at: keyPlace, in: "a point", known: pointKeys))
          continue
        }
        texts[side] = ReplySection.spoken(value, key, &loaded).map { [$0] }
      }
    }
    guard !texts.isEmpty else {
      if Side.allCases.contains(where: { cursor.has($0.rawValue) }) { return nil }
      loaded.findings.append(
        .error(
          "missing-key", "a point that says nothing", at: cursor.place,
          help: "add breaker:, hurt: or both: with what is said"))
      return nil
    }
    point.said = Sided(texts)
    return point
  }

  private static func sided(_ cursor: Cursor, _ what: String, _ loaded: inout LoadedRules) -> Sided
  {
    guard cursor.isMapping else {
      return Sided([.both: cursor.items.compactMap { ReplySection.spoken($0, what, &loaded) }])
    }
    var texts: [Side: [Spoken]] = [:]
    for (key, keyPlace, value) in cursor.entries(&loaded.findings, of: what) {
      guard let side = Side(rawValue: key) else {
        loaded.findings.append(
          value.unknownKey(key, at: keyPlace, in: what, known: Side.allCases.map(\.rawValue)))
        continue
      }
      texts[side] = value.items.compactMap { ReplySection.spoken($0, what, &loaded) }
    }
    return Sided(texts)
  }

  private static func source(_ cursor: Cursor, _ loaded: inout LoadedRules) -> KnowledgeEntry.Source
  {
    guard cursor.isMapping else {
      return .init(article: cursor.string(&loaded.findings, of: "a source") ?? "", section: "")
    }
    let texts = IntentSection.facts(cursor, "a source", &loaded)
    return .init(article: texts["article"] ?? "", section: texts["section"] ?? "")
  }

  static func exercises(_ section: Cursor, into loaded: inout LoadedRules) {
    for (id, place, value) in section.entries(&loaded.findings, of: "exercises") {
      guard loaded.declare("exercise", id, at: place) else { continue }
      var texts: [String: Spoken] = [:]
      var about: [String] = []
      var steps: [Exercise.Step] = []
      var document = ""
      var side = Side.both
      var places: [String: Place] = [:]
      for (key, keyPlace, inner) in value.entries(&loaded.findings, of: "the exercise \(id)") {
        switch key {
        case "for": side = inner.side(&loaded.findings, of: "side") ?? .both
        case "about": about = inner.names(&loaded.findings, of: key, places: &places)
        case "steps": steps = inner.items.compactMap { step($0, &loaded) }
        case "document": document = inner.node.scalar?.string ?? ""
        case _ where exerciseKeys.contains(key):
          texts[key] = ReplySection.spoken(inner, key, &loaded)
        default:
          loaded.findings.append(
            inner.unknownKey(key, at: keyPlace, in: "an exercise", known: exerciseKeys))
        }
      }
      let missing = ["title", "offer", "opening", "closing"].filter { texts[$0] == nil }
      if !missing.isEmpty || steps.isEmpty || document.isEmpty {
        let names =
          (missing + (steps.isEmpty ? ["steps"] : []) + (document.isEmpty ? ["document"] : []))
          .filter { !value.has($0) && !value.misspells($0, known: exerciseKeys) }
        guard !names.isEmpty else { continue }
        loaded.findings.append(
          .error(
            "missing-key", "the exercise \(id) lacks \(names.joined(separator: ", "))", at: place,
            help: "add what is missing", length: id.unicodeScalars.count))
        continue
      }
      func text(_ key: String) -> Spoken { texts[key] ?? Spoken("", at: place) }
      var exercise = Exercise(
        id: id, title: text("title").text, side: side, about: about, offer: text("offer"),
        opening: text("opening"), steps: steps, closing: text("closing"),
        promise: texts["promise"], document: document, place: place)
      exercise.namePlaces = places
      loaded.coach.exercises.append(exercise)
    }
  }

  private static func step(_ cursor: Cursor, _ loaded: inout LoadedRules) -> Exercise.Step? {
    var texts: [String: Spoken] = [:]
    for (key, keyPlace, value) in cursor.entries(&loaded.findings, of: "a step") {
      if ["id", "ask", "hint", "more"].contains(key) {
        texts[key] = ReplySection.spoken(value, key, &loaded)
      } else {
        loaded.findings.append(
          value.unknownKey(key, at: keyPlace, in: "a step", known: ["id", "ask", "hint", "more"]))
      }
    }
    guard let id = texts["id"], let ask = texts["ask"] else {
      if cursor.has("id"), cursor.has("ask") { return nil }
      loaded.findings.append(
        .error("missing-key", "a step without id: and ask:", at: cursor.place, help: "add both"))
      return nil
    }
    return Exercise.Step(id: id.text, ask: ask, hint: texts["hint"], more: texts["more"])
  }
}
