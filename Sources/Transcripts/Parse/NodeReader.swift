// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Yams

/// Turns YAML nodes into plain values; what has the wrong shape is a finding at its place.
struct NodeReader {
  let file: String
  /// How many lines of the file stand before the text that the nodes came from.
  var linesBefore = 0
  private(set) var findings: [Finding] = []

  init(file: String) { self.file = file }

  func place(_ node: Node) -> Place {
    Place(file: file, line: linesBefore + (node.mark?.line ?? 1), column: node.mark?.column ?? 1)
  }

  /// The pairs of a mapping whose keys are known; the others are reported with the nearest known one.
  mutating func pairs<Key: RawRepresentable & CaseIterable>(
    _ mapping: Node.Mapping, _: Key.Type
  ) -> [(key: Key, at: Place, value: Node)] where Key.RawValue == String {
    mapping.compactMap { pair in
      let name = pair.key.scalar?.string ?? ""
      if let key = Key(rawValue: name) { return (key, place(pair.key), pair.value) }
      let near = nearest(to: name, among: Key.allCases.map(\.rawValue))
      report(
        "unknown-key", "no key is named \(name.quoted)", at: pair.key,
        help: near.map { "did you mean \($0)?" }, length: name.unicodeScalars.count)
      return nil
    }
  }

  /// Whether a key is there under a misspelt name: its lack would be the same fault a second time.
  func misspells<Key: RawRepresentable & CaseIterable>(
    _ wanted: Key, in mapping: Node.Mapping
  ) -> Bool where Key.RawValue == String {
    mapping.keys.compactMap(\.scalar?.string).contains {
      Key(rawValue: $0) == nil
        && nearest(to: $0, among: Key.allCases.map(\.rawValue)) == wanted.rawValue
    }
  }

  /// The text, whatever its style; nil where nothing stands behind the colon.
  mutating func text(_ node: Node, of key: String) -> String? {
    guard let scalar = node.scalar else {
      report("wrong-type", "\(key) must be text", at: node)
      return nil
    }
    if scalar.string.isEmpty && scalar.style == .plain { return nil }
    return scalar.string.withoutControls
  }

  /// A list of texts, or a single one.
  mutating func list(_ node: Node, of key: String) -> [String] {
    switch node {
    case .scalar: return text(node, of: key).map { [$0] } ?? []
    case .sequence(let items): return items.compactMap { text($0, of: key) }
    case .mapping, .alias:
      report("wrong-type", "\(key) must be a list", at: node)
      return []
    }
  }

  mutating func number<Number: FixedWidthInteger>(_ node: Node, of key: String) -> Number? {
    guard let written = text(node, of: key) else { return nil }
    if let number = Number(written) { return number }
    report("wrong-type", "\(key) must be a whole number", at: node)
    return nil
  }

  mutating func flag(_ node: Node, of key: String) -> Bool? {
    switch text(node, of: key)?.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    case nil: return nil
    default:
      report("wrong-type", "\(key) must be true or false", at: node)
      return nil
    }
  }

  mutating func facts(_ node: Node) -> [String: [String]] {
    if node.scalar?.string.isEmpty == true { return [:] }
    guard case .mapping(let mapping) = node else {
      report(
        "wrong-type", "facts must be names with values", at: node,
        help: "for instance {role: breaker}")
      return [:]
    }
    var facts: [String: [String]] = [:]
    for (key, value) in mapping {
      guard let name = text(key, of: "a fact's name") else { continue }
      facts[name] = list(value, of: name.quoted)
    }
    return facts
  }

  mutating func promises(_ node: Node) -> [Promise] {
    if node.scalar?.string.isEmpty == true { return [] }
    guard case .sequence(let items) = node else {
      report("wrong-type", "promises must be a list", at: node)
      return []
    }
    return items.compactMap { promise($0) }
  }

  private enum PromiseKey: String, CaseIterable { case text, state }

  private mutating func promise(_ node: Node) -> Promise? {
    guard case .mapping(let mapping) = node else {
      report(
        "wrong-type", "a promise has text and state", at: node,
        help: "for instance {text: call on Sunday, state: open}")
      return nil
    }
    var words: String?
    var state = Promise.State.open
    for (key, _, value) in pairs(mapping, PromiseKey.self) {
      guard let written = text(value, of: key.rawValue) else { continue }
      switch key {
      case .text: words = written
      case .state:
        guard let known = Promise.State(rawValue: written) else {
          report("wrong-type", "state must be open, kept or missed", at: value)
          continue
        }
        state = known
      }
    }
    if words == nil { report("missing-text", "the promise has no text", at: node) }
    return words.map { Promise($0, state) }
  }

  /// For a line that was cut off: what is wrong with it is not its author's doing.
  mutating func forgetFindings(onLine line: Int) {
    findings.removeAll { $0.place.line == line }
  }

  mutating func report(
    _ code: String, _ message: String, at node: Node, help: String? = nil, length: Int = 1
  ) {
    findings.append(.error(code, message, at: place(node), help: help, length: length))
  }
}
