// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Foundation
import Reading
import RuleFiles
import Testing

/// Rule files that would exhaust memory or time if they were taken at their word.
@Suite struct HostileFilesTests {
  private func load(_ text: String) throws -> LoadedRules {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.write(to: folder.appendingPathComponent("a.yaml"), atomically: true, encoding: .utf8)
    return try RuleFolder(path: folder.path).load()
  }

  /// Two to the power of forty values, as a key, so that telling keys apart would read them all.
  @Test(arguments: ["a", "7"])
  func aliasesThatBlowUpAreRefused(_ name: String) throws {
    var text = "n\(name)0: &\(name)0 [x, x]\n"
    for level in 1..<40 {
      text += "n\(name)\(level): &\(name)\(level) [*\(name)\(level - 1), *\(name)\(level - 1)]\n"
    }
    let codes = try load(text + "? *\(name)39\n: x\n").findings.map(\.code)
    #expect(codes == ["yaml-aliases"])
  }

  @Test func gapsAreNoAliases() throws {
    let lines = (0..<100).map { "      one * two\($0), *3 three: *2 four - *1 five" }
    let loaded = try load(
      "intents:\n  a:\n    sentences: |\n" + lines.joined(separator: "\n") + "\n")
    #expect(loaded.findings.isEmpty)
    #expect(loaded.rules.intents.first?.sentences.count == 100)
  }

  @Test func someAliasesAreFine() throws {
    let loaded = try load(
      "lists: {a: &a {values: [x, y]}, b: *a}\nintents: {i: {sentences: \"{a} {b}\"}}\n")
    #expect(loaded.findings.isEmpty)
    #expect(loaded.rules.lists.count == 2)
  }

  @Test func deepYAMLIsRefusedOrReadButNeverCrashes() throws {
    for depth in [100, 900, 100_000] {
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      _ = try load("intents: \(text)\n")
    }
  }

  @Test func brokenTemplatesCostOnlyThemselves() throws {
    let loaded = try load(
      "intents:\n  a:\n    sentences: |\n      fine here\n      (broken\n      {nolist}\n      <norule>\n"
    )
    var findings = loaded.findings
    let reader = Reader(CompiledRules(loaded.rules, findings: &findings))
    #expect(findings.map(\.code).sorted() == ["template-syntax", "unknown-list", "unknown-rule"])
    #expect(findings.map(\.place.line).sorted() == [5, 6, 7])
    #expect(reader.read("it is fine here").names == ["a"])
  }
}
