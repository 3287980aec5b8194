// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading
import Templates

/// The values of word lists.
extension TemplateCoverage {
  private struct ListValue: Hashable {
    var list: String
    var number: Int
  }

  mutating func addValues(_ hits: [Hit], _ utterances: [Utterance], _ messages: [Message]) {
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
