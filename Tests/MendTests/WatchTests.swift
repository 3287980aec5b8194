// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// A saved edit is taken up at once, a broken one is not, and the author sees what it changes.
@Suite struct WatchTests {
  private func scratch() throws -> ScratchRules {
    let scratch = try ScratchRules(ScratchRules.sound())
    try scratch.writeTranscript(
      "turns:\n- user: It was nothing.\n- user: It was nothing at all.\n- user: The sky is grey.\n")
    return scratch
  }

  /// The intent hears something else now.
  static let edited = ScratchRules.sound().replacing(
    "it was nothing", with: "it was a trifle"
  ).replacing("It was nothing", with: "It was a trifle")

  @Test func aTalkGoesOnWithTheEditAndSeesItsImpact() throws {
    let scratch = try scratch()
    let talk = try Watched(["chat", "--private", "--watch", "--format", "jsonl"], in: scratch)
    #expect(try talk.answer("It was nothing.").contains("\"intents\": [\"denial.small\"]"))
    try scratch.write("intents: [\n", to: "own.yaml")
    #expect(try talk.answer("It was nothing.").contains("\"intents\": [\"denial.small\"]"))
    try scratch.write(Self.edited, to: "own.yaml")
    let answer = try talk.answer("It was a trifle.")
    #expect(answer.contains("\"turn\": 3"))
    #expect(answer.contains("\"intents\": [\"denial.small\"]"))
    let told = talk.end()
    #expect(told.contains("the last good ones stay in force"))
    #expect(told.contains("own.yaml:"))
    #expect(told.contains("this edit changes 2 of 3 saved turns, 2 newly unmatched"), "\(told)")
    #expect(told.contains("one.yaml:2: “It was nothing.”: denial.small → off-topic"), "\(told)")
  }

  /// What is parked or said because of an edit is told where it happens, and not in all turns after it.
  @Test func anEditIsToldOnceAndNotInEveryTurnAfterIt() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    try scratch.writeTranscript(
      "seed: 3\nturns:\n- user: It was a trifle.\n- user: It was nothing.\n- user: The sky is grey.\n"
    )
    let check = try Watched(["check", "--watch"], in: scratch)
    #expect(try check.line { $0.contains("0 errors, 0 warnings") } != nil)
    let more = ScratchRules.sound().replacing(
      "it was nothing\n", with: "it was (nothing|a trifle)\n")
    try scratch.write(more, to: "own.yaml")
    #expect(try check.line { $0 == "this edit changes 1 of 3 saved turns" } != nil)
    _ = check.end()
  }

  @Test func checkLooksAgainAfterASave() throws {
    let scratch = try scratch()
    let check = try Watched(["check", "--watch"], in: scratch)
    #expect(try check.line { $0.contains("0 errors, 0 warnings") } != nil)
    try scratch.write(Self.edited, to: "own.yaml")
    #expect(
      try check.line { $0 == "this edit changes 2 of 3 saved turns, 2 newly unmatched" } != nil)
    try scratch.write("intents: [\n", to: "own.yaml")
    #expect(try check.line { $0.contains("the edited rules are broken") } != nil)
    _ = check.end()
  }
}

/// A program that goes on while its files change, ended when the test is done.
private final class Watched {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let errors = Pipe()
  private var buffer = Data()

  /// Kept until the end, or its folder would be gone with its last use.
  private let scratch: ScratchRules

  init(_ arguments: [String], in scratch: ScratchRules) throws {
    self.scratch = scratch
    process.executableURL = URL(fileURLWithPath: MendProcess.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": scratch.path, "LC_ALL": "C.UTF-8"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  func answer(_ message: String) throws -> String {
    try input.fileHandleForWriting.write(contentsOf: Data((message + "\n").utf8))
    return try #require(try line { _ in true })
  }

  /// The next line that fits; nil where the output ends first.
  func line(_ fits: (String) -> Bool) throws -> String? {
    while true {
      while let end = buffer.firstIndex(of: 10) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        if fits(line) { return line }
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      buffer.append(more)
    }
  }

  /// Ends it for good (the threads of a test may block softer signals) and gives what it wrote to standard error.
  func end() -> String {
    try? input.fileHandleForWriting.close()
    kill(process.processIdentifier, SIGKILL)
    let told = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: told, as: UTF8.self)
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
}
