// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// `mend replay` as a maintainer runs it.
@Suite struct ReplayCommandTests {
  /// Two talks, one of which says otherwise than the rules in its first turn.
  private func scratch() throws -> ScratchRules {
    let scratch = try ScratchRules(ScratchRules.sound())
    try scratch.writeTranscript(
      "# Kept.\nturns:\n\n- user: It was nothing.   # so he says\n  intents: [affirm]\n- user: It was nothing.\n  intents: [denial]\n",
      to: "bad.yaml")
    try scratch.writeTranscript(
      "turns:\n- user: It was nothing.\n  intents: [denial]\n", to: "good.yaml")
    return scratch
  }

  private func replay(
    _ scratch: ScratchRules, _ arguments: String..., ci: Bool = false
  ) throws -> MendProcess.Result {
    try MendProcess.run(
      ["replay", "Transcripts"] + arguments, in: scratch.path,
      environment: ci ? ["CI": "true"] : [:])
  }

  @Test func anUpdateHoldsAndLeavesWhatTheAuthorWrote() throws {
    let scratch = try scratch()
    #expect(try replay(scratch).status == 1)
    _ = try replay(scratch, "--update")
    let after = try replay(scratch)
    #expect(after.status == 0)
    #expect(after.output == "2 transcripts, 3 turns: no difference\n")
    #expect(
      try scratch.read("Transcripts/bad.yaml")
        == "# Kept.\nturns:\n\n- user: It was nothing.   # so he says\n  intents: [denial.small]\n- user: It was nothing.\n  intents: [denial]\n"
    )
  }

  /// As the skeleton of a transcript tells: an empty reply is filled in.
  @Test func anEmptyReplyIsFilledIn() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    try scratch.writeTranscript("turns:\n- user: It was nothing.\n  coach: \"\"\n")
    _ = try replay(scratch, "--update")
    #expect(try scratch.read("Transcripts/one.yaml").contains("Its size is for the other"))
    #expect(try replay(scratch).status == 0)
  }

  /// The reply that changed is traced to its line.
  @Test func aChangedReplyNamesWhereItIsSaid() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    try scratch.writeTranscript("turns:\n- user: It was nothing.\n  coach: Other words.\n")
    let output = try replay(scratch).output
    #expect(output.contains("said from own.yaml:15:13"), "\(output)")
  }

  @Test func nothingIsWrittenOnABuildFarm() throws {
    let scratch = try scratch()
    let before = try scratch.read("Transcripts/bad.yaml")
    let result = try replay(scratch, "--update", ci: true)
    #expect(result.status == 74)
    #expect(result.error.contains("is not updated under CI=true"))
    #expect(try scratch.read("Transcripts/bad.yaml") == before)
  }

  @Test func aFilterThatFitsNothingFailsAndSaysSo() throws {
    let result = try replay(scratch(), "--filter", "god")
    #expect(result.status == 1)
    #expect(result.output == "no turn was replayed\n")
    #expect(result.error == "error: no transcript's path contains god\n")
  }

  @Test func shardsShareTheWork() throws {
    let scratch = try scratch()
    #expect(try replay(scratch, "--shard", "1/2").output.hasSuffix("1 differ (1 intent)\n"))
    #expect(try replay(scratch, "--shard", "2/2").output == "1 transcript, 1 turn: no difference\n")
    #expect(try replay(scratch, "--shard", "3/2").status == 64)
  }
}
