// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Foundation
import TestSupport
import Testing

/// Findings that no example on a page can show are provoked here, through the program.
///
/// Together with the examples on the pages, each kind of finding is provoked once.
@Suite struct FindingCodeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var file: String
    var bytes: [UInt8]

    init(_ code: String, _ text: String, in file: String = "Rules/bad.yaml") {
      testDescription = code
      self.file = file
      bytes = Array(text.utf8)
    }
  }

  private static func intent(_ template: String) -> String {
    "intents:\n  a.b:\n    sentences: |\n      \(template)\n"
  }

  static let deep = String(repeating: "(", count: 70) + "a" + String(repeating: ")", count: 70)
  static let large = (1...6).map { _ in "(a b c d e f g; h i j; k l m; n o p; q r s; t u v)" }
    .joined(separator: " ")
  static let turns = "turns:\n- user: Hello.\n"

  static let cases = [
    Case("broken-model", "no model", in: "Rules/likeness.model"),
    Case(
      "not-covered", "a.b\n", in: "Rules/knowledge/inventory-ids.txt"),
    Case("template-too-deep", intent(deep)),
    Case("template-too-large", intent(large)),
    Case("template-too-long", intent(String(repeating: "ab ", count: 4_000))),
    Case("unread-file", "rules", in: "Rules/notes.yaml.bak"),
    Case("byte-order-mark", "\u{FEFF}\(turns)", in: "Transcripts/one.yaml"),
    Case("control-character", "turns:\n- user: a\u{1B}b\n", in: "Transcripts/one.yaml"),
    Case("no-final-newline", "turns:\n- user: Hello.", in: "Transcripts/one.yaml"),
    Case("windows-line-ends", "turns:\r\n- user: Hello.\r\n", in: "Transcripts/one.yaml"),
  ]

  @Test(arguments: cases)
  func isProvoked(_ c: Case) throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    let path = "\(scratch.path)/\(c.file)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(c.bytes).write(to: URL(fileURLWithPath: path))
    let result =
      c.file.hasPrefix("Rules/")
      ? try scratch.mend("check") : try scratch.mend("replay", "Transcripts")
    #expect(result.output.contains("[\(c.testDescription)]"), "\(result.output.prefix(1500))")
  }

  @Test func anEntryThatCoversWhatIsNotInTheInventoryIsFound() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    try scratch.write("honesty-1\n", to: "knowledge/inventory-ids.txt")
    try scratch.write(
      "knowledge:\n  denial:\n    title: On denial\n    points:\n    - both: It is heavy.\n      covers: [honesty-2]\n      sources: [coach]\n    related: [denial]\n    sources:\n    - {article: coach, section: denial}\n",
      to: "knowledge/denial.yaml")
    let result = try scratch.mend("check")
    #expect(result.output.contains("[unknown-inventory-id]"), "\(result.output)")
    #expect(result.output.contains("did you mean honesty-1?"), "\(result.output)")
  }

  @Test func aModelLearntFromOtherMessagesIsOutOfDate() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    #expect(try scratch.mend("learn").status == 0)
    #expect(!(try scratch.mend("check").output.contains("[likeness-out-of-date]")))
    try scratch.write("heard:\n  denial: |\n    it hardly counts\n", to: "heard/more.yaml")
    #expect(try scratch.mend("check").output.contains("[likeness-out-of-date]"))
  }

  @Test func aPartOfATalkWithoutWordsIsMissed() throws {
    let scratch = try ScratchRules()
    let text = try String(
      contentsOfFile: "\(MendProcess.rules)/conversation/patterns.yaml", encoding: .utf8)
    try scratch.write(text.replacing("\n  unclear:\n", with: "\n  uncler:\n"), to: "patterns.yaml")
    let result = try scratch.mend("check")
    #expect(result.output.contains("a talk asks for the pattern unclear, and there is none"))
    #expect(result.output.contains("[missing-pattern]"))
  }

  /// Codes that another test provokes: bytes that are not text, files that are too much to write down here.
  static let elsewhere: Set = [
    "file-too-large", "likeness-out-of-date", "long-line", "missing-pattern", "not-utf8",
    "unknown-inventory-id", "unreadable-file", "yaml-aliases",
  ]

  @Test func everyCodeWithoutAnExampleIsProvokedHere() {
    let withoutExample = FindingPages.codes.filter {
      FindingPages.page(for: $0)?.contains("```yaml") != true
    }
    let provoked = Set(Self.cases.map(\.testDescription)).union(Self.elsewhere)
    #expect(Set(withoutExample) == provoked)
  }

  /// Whatever code the sources give a finding has a page.
  @Test func everyCodeHasAPage() throws {
    let sources = "\(MendProcess.checkout)/Sources"
    let walk = try #require(FileManager.default.enumerator(atPath: sources))
    let call = try Regex(#"(?:\.error|\.warning|report)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)+)""#)
    var found: Set<String> = []
    for case let name as String in walk where name.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(sources)/\(name)", encoding: .utf8)
      for match in text.matches(of: call) {
        if let code = match.output[1].substring { found.insert(String(code)) }
      }
    }
    #expect(found.count > 40)
    #expect(
      found.subtracting(FindingPages.codes).isEmpty, "\(found.subtracting(FindingPages.codes))")
  }
}
