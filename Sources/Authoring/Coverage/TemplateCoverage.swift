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
  let rules: RuleSet
  let compiled: CompiledRules
  let slots: CaptureSlots
  var items: [Coverage.Item] = []

  typealias Message = (text: String, isTest: Bool)

  /// A sentence template that matched part of a message.
  struct Hit {
    var message: Int
    var line: Intent.Line
    var match: TemplateMatch
  }

  init(rules: RuleSet, compiled: CompiledRules, messages: [Message]) {
    self.rules = rules
    self.compiled = compiled
    slots = CaptureSlots(rules)
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

  func builder() -> TemplateSetBuilder {
    TemplateSetBuilder(
      lexicon: compiled.templates.lexicon, lists: rules.lists, rules: rules.rules)
  }
}
