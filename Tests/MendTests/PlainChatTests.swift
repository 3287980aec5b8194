// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite struct PlainChatTests {
  private static let talk = [
    "hi", "i read my daughters messages and she found out", "what do i do first", "why",
    "ok thanks", "bye",
  ]

  private func chat(_ lines: [String], _ extra: [String] = []) throws -> MendProcess.Result {
    try MendProcess.run(["chat", "--rules", MendProcess.rules, "--private"] + extra, lines: lines)
  }

  @Test func oneReplyALine() throws {
    let result = try chat(Self.talk)
    #expect(result.status == 0)
    #expect(result.lines.count == Self.talk.count)
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func theSameTalkGivesTheSameBytes() throws {
    let first = try chat(Self.talk, ["--format", "jsonl", "--seed", "7"])
    let second = try chat(Self.talk, ["--format", "jsonl", "--seed", "7"])
    #expect(first.output == second.output)
  }

  @Test func eachTurnIsAnObjectWithItsFacts() throws {
    let result = try chat(Self.talk, ["--format", "jsonl"])
    for (number, line) in result.lines.enumerated() {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["turn"] as? Int == number + 1)
      #expect(object["user"] as? String == Self.talk[number])
      #expect(object["intents"] is [String])
      #expect(object["guidance"] is [String])
      #expect(object["facts"] is [String: Any])
      #expect((object["reply"] as? String)?.isEmpty == false)
    }
  }

  @Test func noSentenceComesTwice() throws {
    let lines = (0..<30).map {
      ["i lied to my friend about the money", "go on", "what now"][$0 % 3]
    }
    let result = try chat(lines)
    var seen: Set<String> = []
    for reply in result.lines {
      for sentence in reply.split(whereSeparator: { ".!?".contains($0) }) {
        let words = sentence.split(separator: " ")
        guard words.count > 4 else { continue }
        #expect(seen.insert(words.joined(separator: " ")).inserted, "said twice: \(sentence)")
      }
    }
  }

  @Test func controlCharactersNeverComeBack() throws {
    let result = try chat(["\u{1B}[31mi lied\u{07} to her\u{9B}31m about us"])
    #expect(
      !result.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0.value == 0x9B })
  }

  @Test func aSavedTalkReplaysWithoutADifference() throws {
    let folder = try TemporaryFolder()
    let saved = "\(folder.path)/sessions"
    let talk = try MendProcess.run(
      ["chat", "--rules", MendProcess.rules, "--transcripts", saved], lines: Self.talk)
    #expect(talk.status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: saved)
    #expect(files.count == 1)
    let replay = try MendProcess.run(["replay", "--rules", MendProcess.rules, saved])
    #expect(replay.status == 0, "\(replay.output)")
    #expect(replay.output.contains("no difference"))
    let mode = try FileManager.default.attributesOfItem(atPath: "\(saved)/\(files[0])")[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func aPrivateTalkWritesNothing() throws {
    let folder = try TemporaryFolder()
    let talk = try MendProcess.run(
      [
        "chat", "--rules", MendProcess.rules, "--private", "--transcripts",
        "\(folder.path)/sessions",
      ],
      lines: Self.talk, in: folder.path, environment: ["HOME": folder.path])
    #expect(talk.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func aReplyThatChangedFailsTheReplay() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/changed.yaml"
    let text = """
      format: 1
      seed: 1
      turns:
      - user: hello
        intents: [goodbye]
      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let replay = try MendProcess.run(["replay", "--rules", MendProcess.rules, path])
    #expect(replay.status == 1)
    #expect(replay.output.contains("goodbye"))
  }
}
