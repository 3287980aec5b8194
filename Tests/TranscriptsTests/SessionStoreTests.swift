// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Transcripts

@Suite struct SessionStoreTests {
  private let folder: TemporaryFolder
  private let store: SessionStore

  init() throws {
    folder = try TemporaryFolder()
    store = SessionStore(folder: folder.path)
    for (session, words) in [
      ("2026-11-07T09-00-00Z-0001", "I lied to\nmy wife about the Café"),
      ("2026-11-14T09-00-00Z-0002", "It was one text"),
    ] {
      let transcript = Transcript(
        session: session, seed: 1,
        turns: [Turn(user: words, intents: ["x"], coach: "What did she say?")])
      try folder.write("# kept\n" + transcript.yaml, to: "\(session).yaml")
    }
    try folder.write("turns: {", to: "2026-11-21T09-00-00Z-0003.yaml")
    try folder.write("not a transcript", to: "notes.txt")
  }

  @Test func listsNewestFirstBrokenOnesToo() throws {
    let all = try store.list()
    #expect(all.map { String($0.id.suffix(4)) } == ["0003", "0002", "0001"])
    #expect(all[2].firstWords == "I lied to my wife about the Café")
    #expect(all[2].started?.readable == "7 November 2026, 09:00 UTC")
    #expect(all.map(\.turns) == [0, 1, 1])
    #expect(all.map { $0.findings.isEmpty } == [false, true, true])
    #expect(try SessionStore(folder: "\(folder.path)/none").list().isEmpty)
  }

  @Test(arguments: [
    ("2026-11-07T09-00-00Z-0001", "0001"), ("2026-11-14", "0002"), ("latest", "0003"),
    ("2026-11", "several"), ("2025", "none"), ("", "none"),
  ])
  func findsByWhatWasTyped(_ typed: String, _ expected: String) throws {
    let found =
      switch try store.find(typed) {
      case .found(let entry): String(entry.id.suffix(4))
      case .several: "several"
      case .none: "none"
      }
    #expect(found == expected)
  }

  @Test func renamesAndLeavesTheRest() throws {
    guard case .found(let entry) = try store.find("2026-11-07") else {
      Issue.record("not found")
      return
    }
    let before = try folder.read("\(entry.id).yaml")
    try store.rename(entry, to: "café: day")
    #expect(
      try folder.read("\(entry.id).yaml")
        == before.replacing("turns:\n", with: "saved: \"café: day\"\nturns:\n"))
    try store.rename(entry, to: "Monday")
    guard case .found(let again) = try store.find("mon") else {
      Issue.record("not found by name")
      return
    }
    #expect(again.name == "Monday")
    guard case .found(let other) = try store.find("2026-11-14") else { return }
    #expect(throws: TranscriptFault.self) { try store.rename(other, to: "monday") }
  }

  @Test func searchMindsNeitherCaseNorAccents() throws {
    let hits = try store.search("ABOUT the cafe")
    #expect(hits.map(\.turn) == [1])
    #expect(hits.map(\.excerpt) == ["I lied to my wife about the Café"])
    #expect(try store.search("she say").map(\.speaker) == [.coach, .coach])
    #expect(try store.search(" ").isEmpty)
  }

  @Test func deletes() throws {
    for entry in try store.list() { try store.delete(entry) }
    #expect(try store.list().isEmpty)
  }

  @Test func pathsAreSortedAndFoldersCanBeSkipped() throws {
    #expect(
      try transcriptPaths(at: folder.path).map { $0.suffix(9) } == [
        "0001.yaml", "0002.yaml", "0003.yaml",
      ])
    #expect(throws: TranscriptFault.self) { try transcriptPaths(at: "\(folder.path)/none") }
    let name = folder.path.split(separator: "/").last.map(String.init) ?? ""
    let above = String(folder.path.dropLast(name.count + 1))
    #expect(try !transcriptPaths(at: above, skipping: [name]).contains { $0.contains(name) })
  }
}
