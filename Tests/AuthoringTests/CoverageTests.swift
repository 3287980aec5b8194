// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Dialogue
import Findings
import Reading
import RuleFiles
import Testing

struct CoverageTests {
  private func coverage(_ yaml: String, talks: [[String]] = []) throws -> Coverage {
    let checked = try Checked(yaml)
    let policy = Policy(coach: checked.loaded.coach, rules: checked.compiled)
    var counter = CoverageCounter(rules: checked.loaded.rules, policy: policy)
    counter.tryExamples()
    for talk in talks { counter.hear(talk, from: State(seed: 1)) }
    return counter.coverage()
  }

  private func reached(_ coverage: Coverage, _ part: Coverage.Part) -> [String] {
    coverage.items(of: part).filter { $0.isReached && !$0.place.file.hasPrefix("language/") }
      .map(\.name)
  }

  @Test func waysOfTemplatesAndRulesAreTold() throws {
    let found = try coverage(
      """
      intents:
        denial.small:
          sentences: |
            <it> was [just] (nothing|little|turn(s|ed))
          examples: [That was just turned., It was little.]
      expansion_rules: {it: "(it|that|all)"}
      """)
    #expect(
      reached(found, .alternatives).sorted() == [
        "ed in <it> was [just] (nothing|little|turn(s|ed))", "it in <it>",
        "just in <it> was [just] (nothing|little|turn(s|ed))",
        "little in <it> was [just] (nothing|little|turn(s|ed))", "that in <it>",
        "turn(s|ed) in <it> was [just] (nothing|little|turn(s|ed))",
      ])
    #expect(reached(found, .intents) == ["denial.small"])
  }

  @Test func listValuesCountWhereTheyWereCaptured() throws {
    let found = try coverage(
      """
      intents:
        denial.small:
          sentences: |
            it was a {thing:what}
          examples: [It was a kiss.]
      lists:
        thing: [text, kiss]
        unused-thing: [kiss]
      """)
    #expect(reached(found, .listValues) == ["kiss in {thing}"])
    #expect(
      found.sum(of: .listValues).all == 3
        + found.items(of: .listValues).count { $0.place.file.hasPrefix("language/") })
  }

  static let talking = """
    intents:
      denial.small:
        tier: pitfall
        sentences: |
          it was nothing
      affirm:
        tier: conversation
        sentences: |
          yes
    replies:
      denial.small:
        say:
        - text: Its size is theirs to say.
          ask: Do they know?
          yes: Then half of it is done.
          no: Then begin with that.
    """

  @Test func answersCountOnlyWhereTheQuestionWasAsked() throws {
    let asked = try coverage(Self.talking, talks: [["It was nothing.", "Yes."]])
    #expect(
      reached(asked, .answers) == ["denial.small, yes: Then half of it is done."])
    #expect(reached(asked, .replies) == ["denial.small: Its size is theirs to say."])
    #expect(asked.items(of: .intents).map(\.turns) == [1, 1])
    let unasked = try coverage(Self.talking, talks: [["Yes."]])
    #expect(reached(unasked, .answers).isEmpty)
  }

  /// Every shipped intent is covered by an example or a golden transcript.
  @Test func everyShippedIntentIsReached() throws {
    let loaded = try RuleFolder(path: "\(Checked.checkout)/Rules").load()
    var findings: [Finding] = []
    let policy = Policy(
      coach: loaded.coach, rules: CompiledRules(loaded.rules, findings: &findings))
    var counter = CoverageCounter(rules: loaded.rules, policy: policy)
    counter.tryExamples()
    #expect(counter.missedIntents.isEmpty)
  }
}
