// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading
import Templates

/// Which templates some messages reach, which ways of theirs, and which values of the lists.
///
/// A way of a template is tried by matching the template with that choice made. Only templates that
/// matched at all are looked at so closely. An expansion rule's way counts where it stands within what a
/// template on that rule matched.
struct TemplateCoverage {
  private let rules: RuleSet
  private let compiled: CompiledRules
  private let ruleNodes: [String: TemplateNode]
  private let slots: CaptureSlots
  private(set) var items: [Coverage.Item] = []

  typealias Message = (text: String, isTest: Bool)

  /// A sentence template that matched part of a message.
  private struct Hit {
    var message: Int
    var line: Intent.Line
    var match: TemplateMatch
  }

  init(rules: RuleSet, compiled: CompiledRules, messages: [Message]) {
    self.rules = rules
    self.compiled = compiled
    slots = CaptureSlots(rules)
    ruleNodes = Dictionary(
      rules.rules.compactMap { rule in Self.node(rule.template).map { (rule.name, $0) } },
      uniquingKeysWith: { first, _ in first })
    let utterances = messages.map { compiled.templates.lexicon.read($0.text) }
    let hits = hits(in: utterances)
    var templates = CoverageTally<Intent.Line>()
    for hit in hits { templates.add(hit.line, messages[hit.message].isTest, once: hit.message) }
    for line in compiled.intents.flatMap(\.sentences) {
      items.append(templates.item(.templates, line.text, line.place, line))
    }
    addWays(hits, utterances, messages)
    addValues(hits, utterances, messages)
  }

  private static func node(_ text: String) -> TemplateNode? {
    try? TemplateParser.parse(text, at: Place(file: "")).get()
  }

  private func hits(in utterances: [Utterance]) -> [Hit] {
    let matcher = Matcher(compiled.templates)
    return utterances.enumerated().flatMap { number, utterance in
      matcher.matches(in: utterance).compactMap { match in
        compiled.sentence(of: match.template).map {
          Hit(message: number, line: $0.line, match: match)
        }
      }
    }
  }

  private func builder() -> TemplateSetBuilder {
    TemplateSetBuilder(
      lexicon: compiled.templates.lexicon, lists: rules.lists, rules: rules.rules)
  }

  // MARK: - Ways

  /// Where a choice stands: a template's line, or an expansion rule.
  private enum Owner: Hashable {
    case line(Intent.Line)
    case rule(String)
  }

  private struct Way: Hashable {
    var owner: Owner
    var number: Int
  }

  private mutating func addWays(_ hits: [Hit], _ utterances: [Utterance], _ messages: [Message]) {
    var builder = builder()
    var ways: [Way] = []
    var owners: Set<Owner> = []
    func compile(_ owner: Owner, _ node: TemplateNode) {
      guard owners.insert(owner).inserted else { return }
      for (number, choice) in node.choices.enumerated() {
        for turned in [false, true] {
          let added = builder.add(choice.made.source, at: Place(file: ""), rolesTurned: turned)
          if case .success = added { ways.append(Way(owner: owner, number: number)) }
        }
      }
    }
    for hit in hits {
      guard let node = Self.node(hit.line.text) else { continue }
      compile(.line(hit.line), node)
      for name in slots.names(reachedFrom: node) {
        compile(.rule(name), ruleNodes[name] ?? .sequence([]))
      }
    }
    let matcher = Matcher(builder.build())
    var tally = CoverageTally<Way>()
    let byMessage = Dictionary(grouping: hits, by: \.message)
    for (message, hits) in byMessage {
      let found = matcher.matches(in: utterances[message])
      let lines = Set(hits.map(\.line))
      for match in found {
        let way = ways[match.template]
        let counts =
          switch way.owner {
          case .line(let line): lines.contains(line)
          case .rule: hits.contains { $0.match.tokens.contains(match.tokens) }
          }
        if counts { tally.add(way, messages[message].isTest, once: message) }
      }
    }
    addItems(of: tally)
  }

  private mutating func addItems(of tally: CoverageTally<Way>) {
    let lines = compiled.intents.flatMap(\.sentences).compactMap { line in
      Self.node(line.text).map { (Owner.line(line), $0, line.place, line.text) }
    }
    let owned = rules.rules.compactMap { rule in
      ruleNodes[rule.name].map { (Owner.rule(rule.name), $0, rule.place, "<\(rule.name)>") }
    }
    for (owner, node, place, name) in lines + owned {
      for (number, choice) in node.choices.enumerated() {
        items.append(
          tally.item(
            .alternatives, "\(choice.branch) in \(name)", place, Way(owner: owner, number: number)))
      }
    }
  }

  // MARK: - List values

  private struct ListValue: Hashable {
    var list: String
    var number: Int
  }

  private mutating func addValues(_ hits: [Hit], _ utterances: [Utterance], _ messages: [Message]) {
    let plain = rules.lists.compactMap { list -> (ListDefinition, [ListDefinition.Value])? in
      if case .values(let values) = list.content { (list, values) } else { nil }
    }
    var lists = rules.lists
    var known: [ListValue] = []
    var names: [String] = []
    for (list, values) in plain {
      for (number, value) in values.enumerated() {
        names.append("mend-value-\(names.count)")
        known.append(ListValue(list: list.name, number: number))
        lists.append(
          ListDefinition(
            name: names[names.count - 1], content: .values([value]), place: value.place,
            forms: list.forms))
      }
    }
    var builder = TemplateSetBuilder(
      lexicon: compiled.templates.lexicon, lists: lists, rules: rules.rules)
    var values: [ListValue] = []
    for (name, value) in zip(names, known) {
      let added = builder.add("{\(name)}", at: Place(file: ""), whole: true)
      if case .success = added { values.append(value) }
    }
    let matcher = Matcher(builder.build())
    var tally = CoverageTally<ListValue>()
    var slotsOfLines: [Intent.Line: [String: Set<String>]] = [:]
    for hit in hits {
      let lists = slotsOfLines[hit.line] ?? slots.listsBySlot(of: hit.line)
      slotsOfLines[hit.line] = lists
      for capture in hit.match.captures where !capture.tokens.isEmpty {
        let part = utterances[hit.message].part(capture.tokens)
        for match in matcher.matches(in: part) {
          let value = values[match.template]
          guard lists[capture.slot]?.contains(value.list) == true else { continue }
          tally.add(value, messages[hit.message].isTest, once: hit.message)
        }
      }
    }
    for (list, values) in plain {
      for (number, value) in values.enumerated() {
        items.append(
          tally.item(
            .listValues, "\(value.template) in {\(list.name)}", value.place,
            ListValue(list: list.name, number: number)))
      }
    }
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
