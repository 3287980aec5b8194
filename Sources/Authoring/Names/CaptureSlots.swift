// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading
import Templates

/// Which lists the templates of some rules capture, and under which slots.
struct CaptureSlots {
  /// The expansion rules as parsed, by name.
  let rules: [String: TemplateNode]

  init(_ set: RuleSet) {
    rules = Dictionary(
      set.rules.compactMap { rule in Self.node(rule.template).map { (rule.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  static func node(_ text: String) -> TemplateNode? {
    try? TemplateParser.parse(text, at: Place(file: "")).get()
  }

  func slots(of lines: [Intent.Line]) -> Set<String> { Set(lists(of: lines).map(\.slot)) }

  func lists(of lines: [Intent.Line]) -> [(slot: String, list: String)] {
    lines.compactMap { Self.node($0.text) }.flatMap { node in
      [node.listsBySlot] + reached(from: node).map(\.listsBySlot)
    }.flatMap { $0 }
  }

  func listsBySlot(of line: Intent.Line) -> [String: Set<String>] {
    Dictionary(grouping: lists(of: [line]), by: \.slot).mapValues { Set($0.map(\.list)) }
  }

  /// The expansion rules that a template stands on, and those that these stand on.
  func reached(from node: TemplateNode) -> [TemplateNode] {
    names(reachedFrom: node).sorted().compactMap { rules[$0] }
  }

  func names(reachedFrom node: TemplateNode) -> Set<String> {
    var found: Set<String> = []
    var open = node.ruleNames
    while let name = open.popLast() {
      if found.insert(name).inserted, let inner = rules[name] { open += inner.ruleNames }
    }
    return found
  }

  /// Plain values of the lists that are captured under a slot and become the fact of that name.
  func values(ofSlot slot: String, in set: RuleSet) -> [(String, Place)] {
    let learning =
      set.facts.filter { $0.name == slot && $0.value == nil }.map(\.sentences)
      + set.intents.filter { $0.captures[slot] == "{\(slot)}" }.map(\.sentences)
    let names = Set(learning.flatMap { lists(of: $0) }.filter { $0.slot == slot }.map(\.list))
    return set.lists.filter { names.contains($0.name) }.flatMap { list in
      guard case .values(let values) = list.content else { return [(String, Place)]() }
      return values.compactMap { value in
        let said = value.output ?? value.template
        return said.contains { "([{<|*".contains($0) } ? nil : (said, value.place)
      }
    }
  }
}
