// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

extension Scaffold {
  /// The scaffold of a rule with a line to start from that is heard beside the rules that there are: what is
  /// like other messages could outvote a line that says nothing yet.
  public func heard(among rules: RuleSet) -> Scaffold {
    guard kind == .rule, sentences.isEmpty, examples.isEmpty, partner == nil else { return self }
    for line in Self.placeholders(plain) + likeRelatives(in: rules) {
      var trial = rules
      let place = Place(file: "")
      trial.intents.append(
        Intent(
          name: IntentName(name), tier: .pitfall, sentences: [Intent.Line(line, at: place)],
          place: place))
      var findings: [Finding] = []
      let reader = Reader(CompiledRules(trial, findings: &findings))
      guard reader.read(line).best.intent == IntentName(name) else { continue }
      var copy = self
      copy.sentences = [line]
      copy.examples = [line]
      return copy
    }
    return self
  }

  /// Lines with the words of the family's own examples: what is like them is taken for the family.
  private func likeRelatives(in rules: RuleSet) -> [String] {
    let family = IntentName(name).family
    let examples = rules.intents.filter { $0.name.family == family }.flatMap(\.examples)
    return examples.prefix(8).map { example in
      (example.text.plainWords + [plain]).joined(separator: " ")
    }
  }
}
