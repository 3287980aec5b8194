// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// `mend explain` as an author runs it.
@Suite struct ExplainCommandTests {
  @Test func aMessageIsFollowedFromItsLettersToTheReply() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    let result = try scratch.mend("explain", "It WAS nothing,", "she said")
    #expect(result.status == 0)
    for part in [
      "Words\n  it was nothing she said", "Clauses\n  1. ", "holder ", "denial.small",
      "it was nothing  at own.yaml:6:7", "Reply\n  answers ",
    ] {
      #expect(result.output.contains(part), "\(part) in \(result.output)")
    }
  }

  @Test func theLedgerShowsWhatWasRewritten() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    let result = try scratch.mend("explain", "It was nothng.")
    #expect(result.output.contains("nothng → nothing"), "\(result.output)")
  }

  @Test func aNearMissIsShownPartByPart() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    let result = try scratch.mend("explain", "It was really nothing.")
    #expect(result.output.contains("Nearest misses"), "\(result.output)")
    #expect(result.output.contains("really  ← no gap for this"), "\(result.output)")
    #expect(result.output.contains("would match as: it was [*1] nothing"), "\(result.output)")
  }

  @Test func theSmallestChangeMakesARuleFire() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    let asked = try scratch.mend("explain", "--rule", "denial.small", "It meant nothing.")
    #expect(asked.output.contains("would match as: it (was|meant) nothing"), "\(asked.output)")
    try scratch.write(
      ScratchRules.sound().replacing("it was nothing\n", with: "it (was|meant) nothing\n"),
      to: "own.yaml")
    let changed = try scratch.mend("explain", "--rule", "denial.small", "It meant nothing.")
    #expect(changed.output.contains("It is heard, and first."), "\(changed.output)")
  }

  @Test func anUnknownRuleIsNamed() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    let result = try scratch.mend("explain", "--rule", "denial.smal", "It was nothing.")
    #expect(result.status == 66)
    #expect(
      result.error == "error: no intent is named denial.smal; did you mean denial.small?\n")
  }
}
