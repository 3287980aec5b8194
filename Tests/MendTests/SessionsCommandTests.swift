// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// `mend sessions` in a pipe and on a terminal.
@Suite struct SessionsCommandTests {
  private let home: TemporaryFolder
  private static let old = "2026-11-21T10-30-05Z-7f3a"
  private static let new = "2026-11-22T10-30-05Z-0001"

  init() throws {
    home = try TemporaryFolder()
    try save(
      Self.old,
      "saved: rent\nturns:\n- user: I spent the rent on a horse and told nobody at all.\n  intents: [secrecy]\n"
    )
    try save(Self.new, "turns:\n- user: He lied.\n- user: Again.\n  intents: [unclear]\n")
  }

  private func save(_ id: String, _ text: String) throws {
    try home.write("session: \(id)\n\(text)", to: "\(id).yaml")
  }

  private var options: [String] { ["--transcripts", home.path] }

  private func mend(_ arguments: String...) throws -> MendProcess.Result {
    try MendProcess.run(["sessions"] + arguments + options)
  }

  private func terminal(_ arguments: String..., columns: Int = 80) throws -> PseudoTerminal {
    try PseudoTerminal(
      running: MendProcess.path, ["sessions"] + arguments + options,
      environment: ["HOME": home.path, "TZ": "Asia/Tokyo"], in: home.path, columns: columns)
  }

  private var saved: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []).sorted()
  }

  @Test func aScriptGetsOneLineATalkWithTabs() throws {
    #expect(
      try mend("list").lines == [
        "\(Self.new)\t22 November 2026, 10:30 UTC\t2 turns\t\tHe lied.",
        "\(Self.old)\t21 November 2026, 10:30 UTC\t1 turn\trent\t"
          + "I spent the rent on a horse and told nobody at all.",
      ])
  }

  @Test func wordsAreFoundWithWhoSaidThem() throws {
    #expect(
      try mend("search", "told", "nobody").lines == [
        "\(Self.old):1:you: I spent the rent on a horse and told nobody at all."
      ])
  }

  /// A person reads dates by their own clock; the id is there to be copied.
  @Test func aTerminalShowsWhenItWasByTheClockOnTheWall() throws {
    let list = try terminal("list")
    #expect(try list.exitStatus() == 0)
    #expect(list.text.contains(", 19:30 · \"rent\" · 1 turn"), "\(list.text)")
    #expect(list.text.contains(Self.old))
    #expect(list.text.contains("2 talks in "))
    let narrow = try terminal("list", columns: 40)
    #expect(try narrow.exitStatus() == 0)
    #expect(narrow.text.contains("\n  \(Self.old)"), "\(narrow.text)")
  }

  @Test func deletingAsksAPerson() throws {
    let no = try terminal("delete", "rent")
    try no.expect("for good? [y/N] ")
    try no.send("\r")
    #expect(try no.exitStatus() == 0)
    #expect(no.text.contains("Nothing is deleted."))
    #expect(saved.count == 2)
    let yes = try terminal("delete", "rent")
    try yes.expect("for good? [y/N] ")
    try yes.send("y\r")
    #expect(try yes.exitStatus() == 0)
    #expect(saved == ["\(Self.new).yaml"])
  }

  @Test func deletingInAScriptHasToBeMeant() throws {
    let unsure = try mend("delete", "latest")
    #expect(unsure.status == 64)
    #expect(unsure.error.contains("say --yes to delete 1 talk for good"))
    #expect(saved.count == 2)
    #expect(try mend("delete", "latest", "--yes").output == "Deleted \(Self.new).\n")
    #expect(saved == ["\(Self.old).yaml"])
  }
}
