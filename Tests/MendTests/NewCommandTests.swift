// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// `mend new` writes what passes `check` as it stands.
@Suite struct NewCommandTests {
  @Test func scaffoldsOfAllKindsPassTogether() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    for (kind, name, file) in [
      ("knowledge", "snooping", "Rules/knowledge/snooping.yaml"),
      ("rule", "snooping.phones", "Rules/own/snooping-phones.yaml"),
      ("exercise", "phone-plan", "Rules/exercises/phone-plan.yaml"),
      ("transcript", "snooping", "Transcripts/own/snooping.yaml"),
    ] {
      let made = try scratch.mend("new", kind, name)
      #expect(made.status == 0, "\(made.error)")
      #expect(made.output.hasPrefix("\(file) is written;"), "\(made.output)")
    }
    let rule = try scratch.read("Rules/own/snooping-phones.yaml")
    #expect(rule.hasPrefix("# yaml-language-server: $schema=../rules.schema.json\n"))
    #expect(rule.contains("guidance: [snooping]"))
    let checked = try scratch.mend("check")
    #expect(checked.output.hasSuffix(": 0 errors, 2 warnings\n"), "\(checked.output)")
    for unwritten in [
      "snooping.yaml:9:13: warning: both:", "snooping-phones.yaml:18:13: warning: text:",
    ] {
      #expect(checked.output.contains("\(unwritten) is still to be written"), "\(checked.output)")
    }
    #expect(try scratch.mend("replay", "Transcripts").status == 0)
  }

  @Test func whatIsThereIsNotOverwritten() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    let twice = try scratch.mend("new", "rule", "denial.small")
    #expect(twice.status == 73)
    #expect(twice.error.contains("denial.small is already there, at own.yaml:2:3"))
    let nameless = try scratch.mend("new", "rule", "a b")
    #expect(nameless.status == 64)
  }

  @Test func givenLinesStandInIt() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    let result = try scratch.mend(
      "new", "rule", "denial.shrugging", "--sentence", "so what", "--example", "So what?",
      "--about", "Shrugs it off.", "--for", "breaker")
    #expect(result.status == 0, "\(result.error)")
    let text = try scratch.read("Rules/own/denial-shrugging.yaml")
    #expect(text.contains("      so what\n    examples:\n    - \"So what?\"\n"), "\(text)")
    #expect(text.contains("captures: {role: breaker}"))
    #expect(try scratch.mend("check").status == 0)
  }

  @Test func contrastFormsAreTestsOnceTheyAreMarked() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    let written = try scratch.mend("new", "contrast", "denial.small", "--write")
    #expect(written.status == 0, "\(written.error)")
    let text = try scratch.read("Rules/own.yaml")
    let form = "    # - \"I'm not saying that it was nothing.\""
    #expect(text.contains("    - It was cold.\n    # "), "\(text)")
    #expect(text.contains(form), "\(text)")
    #expect(try scratch.mend("check").output.contains("2 examples"))
    try scratch.write(
      text.replacing(form, with: form.replacing("# ", with: "")), to: "own.yaml")
    #expect(try scratch.mend("check").output.contains("3 examples"))
  }
}
