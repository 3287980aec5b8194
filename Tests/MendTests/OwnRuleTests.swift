// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// A pitfall added by an author who has only the README.
@Suite struct OwnRuleTests {
  static let reply =
    "A trap tells you little about her, and she feels it. You could ask her plainly."
  static let testing = """
    intents:
      testing.traps:
        about: Sets traps to see whether the other can be trusted.
        tier: pitfall
        sentences: |
          set (traps|a trap)
        examples:
        - I set traps for her.
        - I set a trap on friday to see if she would lie.
        counterexamples:
        - I set the table.
        guidance: [testing]
        reply:
        - text: \(reply)
          ask: What would you like to ask her?
    knowledge:
      testing:
        title: Testing somebody
        points:
        - both: What is known about testing comes here.
          sources: [coach]
        related: [testing]
        sources:
        - {article: coach, section: testing}
    heard:
      testing: |
        i left my phone out as bait for her
        i asked her a question i knew the answer to, as bait
        i used bait so that she would slip up
        i laid bait for her again on sunday
      weather: |
        it rained all week
        the garden needs rain

    """

  /// Likeness knows families only; the family's one rule says what its author wrote.
  @Test func likenessSpeaksForTheRuleOfAFamily() throws {
    let scratch = try ScratchRules(Self.testing)
    #expect(try scratch.mend("learn").status == 0)
    let result = try MendProcess.run(
      ["match", "--reply"], lines: ["I laid some bait for her on monday."], in: scratch.path)
    #expect(result.output.contains("\"intent\": \"testing.traps\""), "\(result.output)")
    #expect(result.output.contains(Self.reply), "\(result.output)")
    #expect(result.output.contains("\"guidance\": [\"testing\"]"), "\(result.output)")
  }

  @Test func anExampleThatOnlyLikenessHearsIsHeard() throws {
    let scratch = try ScratchRules(
      Self.testing.replacing(
        "    - I set traps for her.\n",
        with: "    - I set traps for her.\n    - I laid bait for her.\n"))
    #expect(try scratch.mend("learn").status == 0)
    let result = try scratch.mend("check")
    #expect(!result.output.contains("example-not-heard"), "\(result.output)")
  }

  /// Of several rules the one with the message's words; a family with replies of its own stays itself.
  @Test func theFittingRuleOfAFamilyIsTaken() throws {
    let bait = """
      intents:
        testing.bait:
          tier: pitfall
          sentences: |
            left [my] phone out as bait
          examples: [I left my phone out as bait.]

      """
    let own = "replies:\n  testing:\n    say: [Testing hurts the one who is tested.]\n"
    for (text, heard) in [(bait, "testing.bait"), (bait + own, "testing")] {
      let scratch = try ScratchRules(Self.testing)
      try scratch.write(text, to: "more.yaml")
      #expect(try scratch.mend("learn").status == 0)
      let result = try MendProcess.run(
        ["match"], lines: ["I used the phone as bait for her again."], in: scratch.path)
      #expect(result.output.contains("\"intents\": [{\"intent\": \"\(heard)\""), "\(result.output)")
    }
  }

  /// The words of a skeleton are an error, and nobody hurting ever reads them.
  @Test func wordsOfASkeletonAreNeverSaid() throws {
    let skeleton = "Write here what you say to traps. First name the feeling under traps."
    let scratch = try ScratchRules(Self.testing.replacing(Self.reply, with: skeleton))
    let checked = try scratch.mend("check")
    #expect(checked.status == 1)
    #expect(
      checked.output.contains("own.yaml:14:13: error: text: still has the words of a skeleton"))
    #expect(checked.output.contains("[unwritten]"), "\(checked.output)")
    let talk = try MendProcess.run(["chat"], lines: ["I set traps for her."], in: scratch.path)
    #expect(!talk.output.contains("Write here"), "\(talk.output)")
    #expect(talk.output.contains("What is known about testing"), "\(talk.output)")
  }

  @Test func anEmptyTextIsAWarning() throws {
    let scratch = try ScratchRules(Self.testing.replacing(Self.reply, with: ">-"))
    let checked = try scratch.mend("check")
    #expect(checked.status == 0, "\(checked.output)")
    #expect(checked.output.contains("warning: text: is still to be written"), "\(checked.output)")
  }
}

/// What likeness has learnt and what it has not.
@Suite struct StaleModelTests {
  private static let weather = """
    intents:
      weather.rain:
        about: Speaks of rain.
        sentences: |
          rain
        examples: [It rains., So much rain again.]
    heard:
      weather.rain: |
        it rained all week and the garden is wet
        rain again all day and the garden is wet
        the garden is so wet from all the rain
      testing: |
        i set traps for her
        i left my phone out as bait

    """
  private static let own = """
    intents:
      garden.wet:
        about: Speaks of the garden.
        sentences: |
          garden is
        examples: [It rained all week and the garden is wet.]

    """

  /// A template that matches and loses says why; only where learning cannot help is it an error.
  @Test func aTemplateThatLosesToLikenessIsToldWhy() throws {
    let scratch = try ScratchRules(Self.weather)
    #expect(try scratch.mend("learn").status == 0)
    try scratch.write(Self.own, to: "garden.yaml")
    let stale = try scratch.mend("check")
    #expect(stale.status == 0, "\(stale.output)")
    #expect(stale.output.contains("warning: this example of garden.wet is taken by"))
    let reason = "because what it learnt does not know this rule yet"
    #expect(stale.output.contains("\(reason); run mend learn"), "\(stale.output)")
    for more in [["--rule", "garden.wet"], []] {
      let page = try MendProcess.run(
        ["explain"] + more + ["It rained all week and the garden is wet."], in: scratch.path)
      #expect(page.output.contains("\(reason): run mend learn"), "\(page.output)")
    }
    #expect(try scratch.mend("learn").status == 0)
    #expect(!(try scratch.mend("check").output.contains(reason)))
  }
}

/// What is learnt, by the program and of the person.
@Suite struct LearntTests {
  @Test func learningTellsWhichSavedTurnsMoved() throws {
    let scratch = try ScratchRules(OwnRuleTests.testing)
    try scratch.writeTranscript("turns:\n- user: I laid bait for her.\n- user: hello\n")
    let learnt = try scratch.mend("learn")
    #expect(learnt.output.contains("of 2 saved turns read"), "\(learnt.output)")
    #expect(learnt.output.hasSuffix("in their first meaning; mend replay shows them\n"))
    #expect(
      try scratch.mend("learn").output.contains("0 of 2 saved turns read differently now, 0 in"))
  }

  /// Of two roles that a message tells, one is learnt, and the other is said to be set aside.
  @Test func whatIsSetAsideIsNotShownAsLearnt() throws {
    let scratch = try ScratchRules(
      """
      intents:
        own.one:
          tier: disclosure
          captures: {role: breaker}
          sentences: [i set traps]
        partner.one:
          tier: pitfall
          holder: anyone
          captures: {role: hurt}
          sentences: [she set traps]
      """)
    let page = try scratch.mend("explain", "I set traps, she set traps.").output
    #expect(page.contains("Learnt\n  role = breaker, from own.one\n"), "\(page)")
    #expect(
      page.contains("set aside: role = hurt, from partner.one; breaker stands before it"), "\(page)"
    )
  }
}

/// A rule of both sides, from one command.
@Suite struct BothSidesTests {
  @Test func aRuleOfBothSidesIsBegunWithWhatItTakes() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    let made = try scratch.mend("new", "rule", "testing.traps", "--for", "breaker", "--both-sides")
    #expect(made.status == 0, "\(made.error)")
    let checked = try scratch.mend("check")
    #expect(checked.status == 0, "\(checked.output)")
    let told = try MendProcess.run(
      ["match"],
      lines: ["I have a line on traps to write.", "She has a line on traps to write."],
      in: scratch.path)
    #expect(told.lines.first?.contains("\"intent\": \"testing.traps\"") == true, "\(told.output)")
    #expect(told.lines.last?.contains("\"intent\": \"partner-testing\"") == true, "\(told.output)")
    let again = try scratch.mend("new", "rule", "testing.more", "--both-sides")
    #expect(again.status == 73)
    #expect(again.error.contains("turns into partner-testing already"), "\(again.error)")
  }

  @Test func aPartnerThatIsMissingCanBeBegun() throws {
    let scratch = try ScratchRules(
      ScratchRules.sound("families: {denial: {other: partner-denial}}"))
    let output = try scratch.mend("check").output
    #expect(output.contains("mend new rule partner-denial begins it"), "\(output)")
  }

  /// "he" for "i" is a role, not one more word.
  @Test(arguments: [("i set traps", "<i> set traps"), ("(i|we) set traps", "(<i>|we) set traps")])
  func aRoleIsProposedWhereTheOtherIsTold(_ template: String, _ change: String) throws {
    let scratch = try ScratchRules(
      ScratchRules.sound().replacing(
        "it was nothing\n", with: "it was nothing\n      \(template)\n"))
    let page = try scratch.mend("explain", "--rule", "denial.small", "he set traps")
    #expect(page.output.contains("would match as: \(change)\n"), "\(page.output)")
    #expect(page.output.contains("families: {denial: {other: partner-denial}}"), "\(page.output)")
  }

  @Test func aRoleThatIsThereAlreadyNeedsNoOtherWord() throws {
    let scratch = try ScratchRules(
      ScratchRules.sound().replacing(
        "it was nothing\n", with: "it was nothing\n      <i> set traps\n"))
    let page = try scratch.mend("explain", "--rule", "denial.small", "he set traps")
    #expect(!page.output.contains("(<i>|he)"), "\(page.output)")
  }
}
