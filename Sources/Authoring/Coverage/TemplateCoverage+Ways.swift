// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading
import Templates

/// The ways through templates and expansion rules.
extension TemplateCoverage {
  /// Where a choice stands: a template's line, or an expansion rule.
  private enum Owner: Hashable {
    case line(Intent.Line)
    case rule(String)
  }

  private struct Way: Hashable {
    var owner: Owner
    var number: Int
  }

  mutating func addWays(_ hits: [Hit], _ utterances: [Utterance], _ messages: [Message]) {
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
      guard let node = CaptureSlots.node(hit.line.text) else { continue }
      compile(.line(hit.line), node)
      for name in slots.names(reachedFrom: node) {
        compile(.rule(name), slots.rules[name] ?? .sequence([]))
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
      CaptureSlots.node(line.text).map { (Owner.line(line), $0, line.place, line.text) }
    }
    let owned = rules.rules.compactMap { rule in
      slots.rules[rule.name].map { (Owner.rule(rule.name), $0, rule.place, "<\(rule.name)>") }
    }
    for (owner, node, place, name) in lines + owned {
      for (number, choice) in node.choices.enumerated() {
        items.append(
          tally.item(
            .alternatives, "\(choice.branch) in \(name)", place, Way(owner: owner, number: number)))
      }
    }
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
