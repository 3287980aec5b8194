// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// What is deleted is gone, from every file that mend writes.
@Suite struct ForgettingTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private static let secret = "i pawned my grandmothers wedding ring"

  private var options: [String] {
    ["--rules", MendProcess.rules, "--transcripts", "\(home.path)/talks"]
  }

  private func mend(_ arguments: [String], lines: [String] = []) throws -> MendProcess.Result {
    try MendProcess.run(
      arguments + options, lines: lines, environment: ["XDG_STATE_HOME": "\(home.path)/state"])
  }

  /// Files below the folder that hold a text.
  private func traces(of text: String) -> [String] {
    let walk = FileManager.default.enumerator(atPath: home.path)
    return (walk?.compactMap { $0 as? String } ?? []).filter { name in
      (try? String(contentsOfFile: "\(home.path)/\(name)", encoding: .utf8))?.contains(text) == true
    }
  }

  /// A private talk leaves the compiled rules for the next start, and nothing else.
  @Test func whatIsKeptForTheNextStartIsRulesOnly() throws {
    let result = try MendProcess.run(
      ["chat", "--private"] + options, lines: [Self.secret, "bye"],
      environment: [
        "XDG_STATE_HOME": "\(home.path)/state", "XDG_CACHE_HOME": "\(home.path)/cache",
      ])
    #expect(result.status == 0)
    let walk = FileManager.default.enumerator(atPath: home.path)
    #expect(
      walk?.compactMap { $0 as? String }.sorted() == ["cache", "cache/mend", "cache/mend/rules"])
    let kept = try Data(contentsOf: URL(fileURLWithPath: "\(home.path)/cache/mend/rules"))
    #expect(kept.range(of: Data("pawned my grandmothers".utf8)) == nil)
  }

  @Test func deletingLeavesNoTrace() throws {
    _ = try mend(["chat"], lines: [Self.secret, "what now", "bye"])
    #expect(traces(of: Self.secret).count == 1)
    // The typing history, as a talk on a terminal would have kept it.
    try FileManager.default.createDirectory(
      atPath: "\(home.path)/state/mend", withIntermediateDirectories: true)
    let history = "\(home.path)/state/mend/history"
    try Data("hello\n\(Self.secret)\nwhat now\n".utf8).write(to: URL(fileURLWithPath: history))
    let unsure = try mend(["sessions", "delete", "--all"])
    #expect(unsure.status == 64)
    #expect(unsure.error.contains("nothing is deleted"))
    #expect(unsure.error.contains("--yes"))
    #expect(traces(of: Self.secret).count == 2)
    let result = try mend(["sessions", "delete", "--all", "--yes"])
    #expect(result.status == 0)
    #expect(traces(of: Self.secret) == [])
    #expect(try String(contentsOfFile: history, encoding: .utf8) == "hello\n")
  }

  @Test func theTimelineIsOnePageWithNothingElse() throws {
    _ = try mend(["chat"], lines: [Self.secret, "what now", "i'll do that", "bye"])
    let page = "\(home.path)/way.html"
    let result = try mend(["sessions", "show", "--progress", "--html", page])
    #expect(result.status == 0)
    #expect(result.output.contains("[promised]"))
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("<span>promised</span>"))
    for outside in ["http://", "https://", "<script", "<link", "<img", "@import"] {
      #expect(!html.contains(outside), "the page reaches out with \(outside)")
    }
  }

  private func write(_ name: String, _ text: String) throws {
    let talks = "\(home.path)/talks"
    try FileManager.default.createDirectory(atPath: talks, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(talks)/\(name).yaml"))
  }

  @Test func theTimelineTellsWhatWasRecorded() throws {
    try write(
      "2026-11-07T09-00-00Z-0001",
      """
      format: 1
      session: 2026-11-07T09-00-00Z-0001
      rules: of-long-ago
      seed: 1
      turns:
      - user: i will ring my brother
        promise: Ring your brother.
        promises:
        - {text: Ring your brother., state: open}
        intents: [progress]
      - user: i did it
        promises:
        - {text: Ring your brother., state: kept}
        intents: [progress]

      """)
    let progress = try mend(["sessions", "show", "--progress"])
    #expect(progress.output.contains("[kept] Ring your brother."))
    #expect(progress.output.contains("1 made, 1 kept"))
  }

  @Test func aDeletedTalkIsNamedByNoOther() throws {
    _ = try mend(["chat"], lines: [Self.secret, "what now", "i'll do that"])
    let first = try #require(try mend(["sessions"]).output.split(separator: "\t").first)
    _ = try mend(["sessions", "resume"], lines: ["yes i did it"])
    #expect(traces(of: "continues: \(first)").count == 1)
    #expect(try mend(["sessions", "delete", "--yes", String(first)]).status == 0)
    #expect(traces(of: String(first)) == [])
    #expect(try mend(["sessions", "show", "--progress"]).output.contains("[kept]"))
    let again = try mend(["sessions", "resume"], lines: ["what now"])
    #expect(again.status == 0 && again.lines.count == 1)
  }

  @Test func aTypedFactIsInTheTranscript() throws {
    _ = try mend(["chat"], lines: ["my partner lied to me", "/facts pronoun=they", "what now"])
    #expect(traces(of: "/facts pronoun=they").count == 1)
    #expect(try mend(["replay", "\(home.path)/talks"]).status == 0)
  }

  @Test func aTalkGoesOnWithWhatWasPromised() throws {
    _ = try mend(["chat"], lines: [Self.secret, "what now", "i'll do that", "bye"])
    let result = try mend(["sessions", "resume"], lines: ["yes i did it"])
    #expect(result.status == 0)
    let progress = try mend(["sessions", "show", "--progress"])
    #expect(progress.output.contains("[kept]"))
  }
}
