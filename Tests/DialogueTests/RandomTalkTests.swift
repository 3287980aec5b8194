// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import RuleFiles
import Testing

/// A made-up user talks at random; `mend check --talk` does it for longer.
@Suite struct RandomTalkTests {
  @Test(arguments: [3, 11] as [UInt64])
  func noTalkGoesWrong(seed: UInt64) throws {
    let rules = try #require(Shipped.loaded).rules
    let report = TalkCheck(policy: Shipped.policy, rules: rules).run(turns: 200, seed: seed)
    #expect(report.turns == 200)
    for failure in report.failures {
      Issue.record("\(failure.what): \(failure.lines.joined(separator: " | "))")
    }
  }

  @Test func everyQuestionCanBeAnswered() {
    let result = QuestionCheck(policy: Shipped.policy).run(step: 9)
    #expect(result.asked > 60)
    #expect(result.faults == [])
  }

  @Test func theSameSeedTalksTheSame() throws {
    let rules = try #require(Shipped.loaded).rules
    let check = TalkCheck(policy: Shipped.policy, rules: rules)
    #expect(check.run(turns: 60, seed: 5).summary == check.run(turns: 60, seed: 5).summary)
  }
}
