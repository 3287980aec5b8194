// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Foundation
import Reading
import RuleFiles
import Testing

@Suite struct RuleFolderTests {
  static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Rules").path

  @Test func theShippedRulesHaveNoErrors() throws {
    let loaded = try RuleFolder(path: Self.shipped).load()
    var findings = loaded.findings
    _ = CompiledRules(loaded.rules, findings: &findings)
    #expect(findings.filter { $0.severity == .error } == [])
  }

  @Test func exceptionsReachAsFarAsTheirKeySays() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = """
      language: en
      intents:
        fear:
          sentences: he will kill me
          unless: near
          unless-sentence: |
            further
            further still
          unless-anywhere: [far]
      """
    try Data(text.utf8).write(to: folder.appendingPathComponent("rules.yaml"))
    let loaded = try RuleFolder(path: folder.path).load()
    #expect(loaded.findings.isEmpty)
    let found = try #require(loaded.rules.intents.first).exceptions
    #expect(
      found.map { "\($0.line.text): \($0.reach.rawValue)" } == [
        "near: clause", "further: sentence", "further still: sentence", "far: message",
      ])
  }

  @Test func everyExampleGivesItsIntentAndNoCounterexampleDoes() throws {
    let loaded = try RuleFolder(path: Self.shipped).load()
    var findings = loaded.findings
    let reader = Reader(CompiledRules(loaded.rules, findings: &findings))
    for intent in loaded.rules.intents {
      for example in intent.examples {
        let known = intent.conditions.mapValues { Set($0) }
        let heard = reader.read(example.text, knowing: known).best.intent
        #expect(
          heard == intent.name || heard.family == intent.name.family,
          "\(example.place): \(example.text) gives \(heard)")
      }
      for counterexample in intent.counterexamples {
        let names = reader.read(counterexample.text).intents.filter {
          if case .template = $0.evidence { true } else { false }
        }.map(\.intent)
        #expect(!names.contains(intent.name), "\(counterexample.place): \(counterexample.text)")
      }
    }
  }
}
