// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Templates

/// Reads `lists:` and `expansion_rules:`.
enum TemplateSections {
  static let listKeys = ["values", "range", "wildcard", "forms", "metadata", "context"]
  static let valueKeys = ["in", "out", "context", "metadata", "requires_context"]
  static let rangeKeys = ["from", "to", "step", "multiplier", "type", "fractions"]

  static func lists(_ section: Cursor, into loaded: inout LoadedRules) {
    for (name, place, value) in section.entries(&loaded.findings, of: "lists") {
      guard loaded.declare("list", name, at: place) else { continue }
      if let list = list(name, place, value, &loaded) { loaded.rules.lists.append(list) }
    }
  }

  private static func list(
    _ name: String, _ place: Place, _ cursor: Cursor, _ loaded: inout LoadedRules
  ) -> ListDefinition? {
    guard cursor.isMapping else {
      return ListDefinition(name: name, content: .values(values(cursor, &loaded)), place: place)
    }
    var content: ListDefinition.Content?
    var forms = ListDefinition.Forms.asWritten
    for (key, keyPlace, value) in cursor.entries(&loaded.findings, of: "the list \(name)") {
      switch key {
      case "values": content = .values(values(value, &loaded))
      case "range": content = range(value, &loaded).map { .range($0) }
      case "wildcard": if value.flag(&loaded.findings, of: key) == true { content = .wildcard }
      case "forms":
        forms = value.choice(ListDefinition.Forms.self, &loaded.findings, of: key) ?? .asWritten
      case "metadata", "context": break
      default:
        loaded.findings.append(value.unknownKey(key, at: keyPlace, in: "a list", known: listKeys))
      }
    }
    guard let content else {
      if cursor.misspells("values", known: listKeys) { return nil }
      loaded.findings.append(
        .error(
          "missing-key", "the list {\(name)} has no values", at: place,
          help: "add values:, range: or wildcard: true", length: name.unicodeScalars.count))
      return nil
    }
    return ListDefinition(name: name, content: content, place: place, forms: forms)
  }

  private static func values(_ cursor: Cursor, _ loaded: inout LoadedRules) -> [ListDefinition
    .Value]
  {
    if !cursor.isMapping, cursor.node.sequence == nil {
      return cursor.lines(&loaded.findings, of: "values").map {
        ListDefinition.Value(template: $0.text, place: $0.place)
      }
    }
    return cursor.items.compactMap { item in
      guard item.isMapping else {
        return item.string(&loaded.findings, of: "a value").map {
          ListDefinition.Value(template: $0, place: item.textPlace)
        }
      }
      var input: (text: String, place: Place)?
      var output: String?
      for (key, keyPlace, value) in item.entries(&loaded.findings, of: "a value") {
        switch key {
        case "in": input = value.string(&loaded.findings, of: key).map { ($0, value.textPlace) }
        case "out": output = value.string(&loaded.findings, of: key)
        case "context", "metadata", "requires_context": break
        default:
          loaded.findings.append(
            value.unknownKey(key, at: keyPlace, in: "a value", known: valueKeys))
        }
      }
      guard let input else {
        loaded.findings.append(
          .error(
            "missing-key", "a value without in:", at: item.place, help: "add in: with its words"))
        return nil
      }
      return ListDefinition.Value(template: input.text, output: output, place: input.place)
    }
  }

  private static func range(_ cursor: Cursor, _ loaded: inout LoadedRules)
    -> ListDefinition.NumberRange?
  {
    var from: Double?
    var to: Double?
    var step = 1.0
    var multiplier: Double?
    var halves = false
    for (key, keyPlace, value) in cursor.entries(&loaded.findings, of: "range") {
      switch key {
      case "from": from = value.number(&loaded.findings, of: key)
      case "to": to = value.number(&loaded.findings, of: key)
      case "step": step = value.number(&loaded.findings, of: key) ?? 1
      case "multiplier": multiplier = value.number(&loaded.findings, of: key)
      case "fractions": halves = value.string(&loaded.findings, of: key) == "halves"
      case "type":
        let text = value.string(&loaded.findings, of: key) ?? ""
        if !["number", "percentage", "temperature"].contains(text) {
          loaded.findings.append(
            .error(
              "unknown-value", "\"\(text)\" is no type of range", at: value.place,
              help: "write number, percentage or temperature"))
        }
      default:
        loaded.findings.append(value.unknownKey(key, at: keyPlace, in: "a range", known: rangeKeys))
      }
    }
    guard let from, let to, step > 0, from <= to else {
      loaded.findings.append(
        .error(
          "wrong-range", "the range needs from, to and a step above 0, with from no larger than to",
          at: cursor.place, help: "write for example {from: 0, to: 100, step: 5}"))
      return nil
    }
    return ListDefinition.NumberRange(
      from: from, to: to, step: step, multiplier: multiplier, halves: halves)
  }

  static func rules(_ section: Cursor, into loaded: inout LoadedRules) {
    for (name, place, value) in section.entries(&loaded.findings, of: "expansion_rules") {
      guard loaded.declare("rule", name, at: place) else { continue }
      let branches = value.lines(&loaded.findings, of: "the rule \(name)")
      guard let first = branches.first else { continue }
      let template =
        branches.count == 1 ? first.text : "(\(branches.map(\.text).joined(separator: "|")))"
      loaded.rules.rules.append(RuleDefinition(name: name, template: template, place: first.place))
    }
  }
}
