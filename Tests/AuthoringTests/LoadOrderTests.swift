// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Findings
import Reading
import Testing

/// The order of files and of rules in them changes nothing that anyone can see.
struct LoadOrderTests {
  static let yaml = """
    intents:
      denial.small:
        tier: pitfall
        sentences: |
          it was nothing
          it was a {thing}
        examples: [It was nothing., It was a kiss.]
      denial.all:
        tier: pitfall
        sentences: |
          it was [all] nothing
        examples: [It was nothing much.]
      quick-fix.now:
        tier: pitfall
        sentences: |
          it <was> over
        examples: [It was over.]
    lists: {thing: [text, kiss], other-thing: [kiss]}
    expansion_rules: {was: "(was|is)", will: "will be"}
    """

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func findingsAreTheSameInAnyOrder(_ seed: UInt64) throws {
    let loaded = try Checked(Self.yaml).loaded
    func found(_ rules: RuleSet) -> [Finding] {
      var findings: [Finding] = []
      let compiled = CompiledRules(rules, findings: &findings)
      return Authoring.findings(
        in: RuleBook(rules: loaded.rules, coach: loaded.coach, compiled: compiled))
    }
    let inOrder = found(loaded.rules)
    #expect(inOrder.contains { $0.code == "example-stolen" })
    let other = loaded.rules.shuffled(seed: seed)
    #expect(found(other) == inOrder)
  }
}
