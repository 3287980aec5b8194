// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Yams

/// A value of a YAML file on its way to becoming a rule: reads keys, reports what is wrong, goes on.
struct Cursor {
  let file: YAMLFile
  let node: Node

  var place: Place { file.place(node) }

  /// Every key of a mapping with its value, in the order of the file.
  func entries(_ findings: inout [Finding], of what: String) -> [(
    key: String, place: Place, value: Cursor
  )] {
    guard let mapping = node.mapping else {
      if !isNull { findings.append(wrongType(what, wanted: "a mapping (key: value)")) }
      return []
    }
    return mapping.map { key, value in
      (key.scalar?.string ?? "", file.place(key), Cursor(file: file, node: value))
    }
  }

  /// Items of a list, or the one item that stands in its place.
  var items: [Cursor] {
    guard let sequence = node.sequence else { return isNull ? [] : [self] }
    return sequence.map { Cursor(file: file, node: $0) }
  }

  var isNull: Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }

  var isMapping: Bool { node.mapping != nil }

  func string(_ findings: inout [Finding], of what: String) -> String? {
    guard let scalar = node.scalar else {
      findings.append(wrongType(what, wanted: "text"))
      return nil
    }
    return scalar.string.trimmed
  }

  func number(_ findings: inout [Finding], of what: String) -> Double? {
    guard let scalar = node.scalar, let value = Double(scalar.string) else {
      findings.append(wrongType(what, wanted: "a number"))
      return nil
    }
    return value
  }

  func flag(_ findings: inout [Finding], of what: String) -> Bool? {
    switch node.scalar?.string.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      findings.append(wrongType(what, wanted: "true or false"))
      return nil
    }
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type, _ findings: inout [Finding], of what: String
  ) -> Choice? where Choice.RawValue == String {
    guard let text = string(&findings, of: what) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    findings.append(
      .error(
        "unknown-value", "\"\(text)\" is no \(what)", at: place,
        help: nearest(to: text, among: known).map { "did you mean \($0)?" }
          ?? "write one of \(known.joined(separator: ", "))", length: text.unicodeScalars.count))
    return nil
  }

  /// A side of a breach, which people call by many names.
  func side(_ findings: inout [Finding], of what: String) -> Side? {
    let known = Side.allCases.map(\.rawValue)
    guard let text = string(&findings, of: what), !known.contains(text),
      let meant = Self.sides[text.lowercased()]
    else { return choice(Side.self, &findings, of: what) }
    findings.append(
      .error(
        "unknown-value", "\"\(text)\" is no \(what)", at: place,
        help: "did you mean \(meant.rawValue)?",
        length: text.unicodeScalars.count))
    return nil
  }

  private static let sides: [String: Side] = [
    "victim": .hurt, "betrayed": .hurt, "injured": .hurt, "wronged": .hurt,
    "offender": .breaker, "betrayer": .breaker, "cheater": .breaker, "perpetrator": .breaker,
    "any": .both, "anyone": .both, "either": .both, "all": .both,
  ]

  /// One text a line: a `|` block, a YAML list, or a single text.
  func lines(_ findings: inout [Finding], of what: String) -> [(text: String, place: Place)] {
    if let scalar = node.scalar { return isNull ? [] : file.lines(of: scalar, node) }
    guard let sequence = node.sequence else {
      findings.append(wrongType(what, wanted: "one text a line (|) or a list"))
      return []
    }
    return sequence.flatMap { item -> [(text: String, place: Place)] in
      let cursor = Cursor(file: file, node: item)
      guard let scalar = item.scalar else {
        findings.append(cursor.splitSentence(what) ?? cursor.wrongType(what, wanted: "text"))
        return []
      }
      return [(scalar.string.trimmed, cursor.textPlace)]
    }
  }

  /// Names of things that stand elsewhere, one a line.
  ///
  /// - Parameter places: where each name stands.
  func names(
    _ findings: inout [Finding], of what: String, places: inout [String: Place]
  ) -> [String] {
    lines(&findings, of: what).map { name, place in
      places[name] = place
      return name
    }
  }

  /// A sentence that a colon made a mapping of.
  private func splitSentence(_ what: String) -> Finding? {
    guard let pair = node.mapping?.first, node.mapping?.count == 1,
      let before = pair.key.scalar?.string, let after = pair.value.scalar?.string
    else { return nil }
    return .error(
      "wrong-type", "\(what) is not text: the colon parts it in two", at: place,
      help: "put the sentence in quotes: \"\(before): \(after)\"")
  }

  /// Where the text itself begins, behind a quotation mark.
  var textPlace: Place {
    switch node.scalar?.style {
    case .doubleQuoted, .singleQuoted: place.advanced(columns: 1)
    default: place
    }
  }

  func wrongType(_ what: String, wanted: String) -> Finding {
    .error("wrong-type", "\(what) is not \(wanted)", at: place, help: "write \(wanted) here")
  }

  /// Whether a key is there, whatever its value.
  func has(_ key: String) -> Bool {
    node.mapping?.keys.contains { $0.scalar?.string == key } == true
  }

  /// Whether a key is there under a misspelt name, which is reported as such: its lack would be the same
  /// fault a second time.
  func misspells(_ key: String, known: [String]) -> Bool {
    (node.mapping?.keys.compactMap(\.scalar?.string) ?? []).contains {
      !known.contains($0) && nearest(to: $0, among: known) == key
    }
  }

  func unknownKey(_ key: String, at place: Place, in what: String, known: [String]) -> Finding {
    .error(
      "unknown-key", "\"\(key)\" is no key of \(what)", at: place,
      help: nearest(to: key, among: known).map { "did you mean \($0)?" }
        ?? "known keys are \(known.joined(separator: ", "))", length: key.unicodeScalars.count)
  }
}
