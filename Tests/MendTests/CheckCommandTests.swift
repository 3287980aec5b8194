// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// `mend check` as an author runs it.
@Suite struct CheckCommandTests {
  @Test func soundRulesPassInOneLine() throws {
    let result = try ScratchRules(ScratchRules.sound()).mend("check")
    #expect(result.status == 0, "\(result.output)")
    #expect(
      result.output
        == "2 files, 1 intent, 1 template, 2 examples, 0 knowledge entries: 0 errors, 0 warnings\n")
    #expect(result.error.isEmpty)
  }

  @Test func aFindingShowsItsPlaceItsLineAndWhatWasMeant() throws {
    let scratch = try ScratchRules(
      ScratchRules.sound("    unless: |\n      to {peron}\nlists: {person: [wife]}"))
    let result = try scratch.mend("check", "Rules/own.yaml")
    #expect(result.status == 1)
    #expect(
      result.output.hasPrefix(
        """
        Rules/own.yaml:12:10: error: no list is named {peron}; did you mean {person}?
          12 |       to {peron}
             |          ^^^^^^^ [unknown-list]

        """), "\(result.output)")
  }

  @Test func oneCauseGivesOneError() throws {
    let result = try ScratchRules(
      ScratchRules.sound().replacing("it was nothing\n", with: "it was nothing\n      so {what}\n")
    ).mend("check", "--format", "json")
    #expect(result.output.contains("\"errors\": 1, \"warnings\": 0"), "\(result.output)")
  }

  @Test func findingsAreJSON() throws {
    let scratch = try ScratchRules(ScratchRules.sound("lists: {thing: [text]}"))
    let result = try scratch.mend("check", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let finding = try #require((object["findings"] as? [[String: Any]])?.first)
    #expect(finding["code"] as? String == "unused-list")
    #expect(finding["file"] as? String == "Rules/own.yaml")
    #expect(finding["line"] as? Int == 11)
    #expect(object["warnings"] as? Int == 1)
  }

  @Test func findingsAreAnnotationsForGitHub() throws {
    let scratch = try ScratchRules(ScratchRules.sound("lists: {thing: [text]}"))
    let result = try scratch.mend("check", "--format", "github")
    #expect(
      result.lines.first
        == "::warning file=Rules/own.yaml,line=11,col=9,title=unused-list::nothing uses the list {thing}; use it, or remove it"
    )
  }

  @Test func findingsAreSARIF() throws {
    let scratch = try ScratchRules(ScratchRules.sound("lists: {thing: [text]}"))
    let result = try scratch.mend("check", "--format", "sarif")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(object["version"] as? String == "2.1.0")
    let run = try #require((object["runs"] as? [[String: Any]])?.first)
    let found = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(found["ruleId"] as? String == "unused-list")
    #expect(found["level"] as? String == "warning")
  }

  @Test func aFindingIsSilencedWithAReasonOnly() throws {
    func codes(_ comment: String) throws -> String {
      try ScratchRules(ScratchRules.sound("\(comment)\nlists: {thing: [text]}"))
        .mend("check", "--format", "json").output
    }
    #expect(try codes("# mend: ignore unused-list because a test").contains("\"findings\": []"))
    let unreasoned = try codes("# mend: ignore unused-list")
    #expect(unreasoned.contains("ignore-without-reason") && unreasoned.contains("unused-list"))
  }

  @Test func manyOfOneKindAreCounted() throws {
    let lists = (1...14).map { "  thing-\($0): [text\($0)]" }.joined(separator: "\n")
    let scratch = try ScratchRules(ScratchRules.sound("lists:\n\(lists)"))
    let short = try scratch.mend("check").output
    #expect(short.contains("… and 4 more [unused-list]; --all shows them"))
    #expect(short.components(separatedBy: "[unused-list]").count - 1 == 11)
    let long = try scratch.mend("check", "--all").output
    #expect(long.components(separatedBy: "[unused-list]").count - 1 == 14)
  }

  @Test func notesAreCountedAndShownWhenAsked() throws {
    let scratch = try ScratchRules("metadata: {}\n" + ScratchRules.sound())
    let short = try scratch.mend("check")
    #expect(short.lines.first == "1 note not shown; --all shows them", "\(short.output)")
    #expect(!short.output.contains("[key-without-meaning]"))
    #expect(try scratch.mend("check", "--all").output.contains("[key-without-meaning]"))
    #expect(try scratch.mend("check", "--format", "json").output.contains("key-without-meaning"))
    #expect(try scratch.mend("check", "--format", "sarif").output.contains("key-without-meaning"))
  }

  @Test(arguments: [
    ("other", "<they>, <them>, <theirs>, <their> or <themself>"), ("him", "<them>"),
    ("wife", "{person}"), ("thier", "<their>"),
  ])
  func aPieceIsSuggestedByItsMeaning(_ written: String, _ meant: String) throws {
    let scratch = try ScratchRules(
      ScratchRules.sound().replacing(
        "it was nothing\n", with: "it was nothing\n      <\(written)> left\n"))
    let output = try scratch.mend("check").output
    #expect(
      output.contains("no expansion rule is named <\(written)>; did you mean \(meant)?"),
      "\(output)")
  }

  @Test func aCodeIsExplained() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    let page = try scratch.mend("check", "--explain", "unknown-list")
    #expect(page.output.hasPrefix("# unknown-list\n"))
    #expect(page.output.contains("## Mended"))
    let unknown = try scratch.mend("check", "--explain", "unknwon-list")
    #expect(unknown.status == 64)
    #expect(unknown.error.contains("did you mean unknown-list?"))
  }

  @Test func coverageNamesWhatNothingReaches() throws {
    let scratch = try ScratchRules(
      ScratchRules.sound().replacing(
        "it was nothing\n", with: "it was (nothing|little)\n      forget it\n"))
    try scratch.writeTranscript("turns:\n- user: Forget it.\n")
    let text = try scratch.mend("check", "--coverage", "--all").output
    #expect(text.contains("templates: 2 of 2 reached"), "\(text)")
    #expect(text.contains("nothing reaches little in it was (nothing|little)"), "\(text)")
    let json = try scratch.mend("check", "--coverage", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let coverage = try #require(object["coverage"] as? [String: Any])
    let intents = try #require(coverage["intents"] as? [String: Any])
    let item = try #require((intents["items"] as? [[String: Any]])?.first)
    #expect(item["name"] as? String == "denial.small")
    #expect(item["tests"] as? Int == 1)
    #expect(item["turns"] as? Int == 1)
  }

  @Test func theReportIsOnePageThatNeedsNothingElse() throws {
    let scratch = try ScratchRules(
      ScratchRules.sound().replacing("Makes it small.", with: "Makes it <small>."))
    try scratch.writeTranscript("turns:\n- user: It was nothing.\n- user: It was nothing at all.\n")
    let result = try scratch.mend("check", "--report", "out.html")
    #expect(result.status == 0, "\(result.error)")
    let page = try scratch.read("out.html")
    #expect(page.contains("<article id=\"denial.small\">"))
    #expect(page.contains("Makes it &lt;small&gt;."))
    #expect(page.contains("Reached by 1 example and 2 saved turns"))
    #expect(page.contains("What would you like them to know?"))
    for outside in ["http:", "https:", "src=", "<link", "@import", "url("] {
      #expect(!page.contains(outside), "\(outside)")
    }
  }
}
