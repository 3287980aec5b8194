// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The chat as a person meets it: in a terminal, key by key.
@Suite(.serialized) struct TerminalChatTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func open(_ extra: [String] = [], columns: Int = 80) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      running: MendProcess.path,
      ["chat", "--rules", MendProcess.rules, "--transcripts", "\(home.path)/talks", "--seed", "4"]
        + extra,
      environment: ["HOME": home.path, "NO_COLOR": "1"], in: home.path,
      columns: columns)
    try terminal.expect("> ")
    return terminal
  }

  private func end(_ terminal: PseudoTerminal) throws {
    try terminal.send(.controlD)
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func itOpensWithWhatItIsAndWhatIsSaved() throws {
    let terminal = try open()
    let opening = terminal.text.split(whereSeparator: \.isNewline).filter {
      !$0.allSatisfy(\.isWhitespace)
    }
    #expect(opening.count <= 9, "four sentences and a long path, wrapped")
    #expect(terminal.text.contains("therapist"))
    #expect(terminal.text.contains("/private"))
    try end(terminal)
    #expect(terminal.text.contains("Take care"))
  }

  @Test func aMessageIsAnsweredAndSavedBeforeTheNextPrompt() throws {
    let terminal = try open()
    try terminal.send("i lied to my wife about the money\r")
    try terminal.expect("> ")
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/talks")
    #expect(files.count == 1)
    try end(terminal)
    #expect(terminal.text.contains(files[0]))
  }

  @Test func editingAndInterrupting() throws {
    let terminal = try open(["--private"])
    try terminal.send("helo")
    try terminal.expect("helo")
    try terminal.send(.left)
    try terminal.send("l")
    try terminal.send(.enter)
    try terminal.expect("> ")
    try terminal.send("this line is dropped")
    try terminal.expect("dropped")
    try terminal.send(.controlC)
    try terminal.expect("> ")
    try terminal.send("/facts\r")
    try terminal.expect("not gathered anything")
    try terminal.expect("> ")
    try end(terminal)
  }

  @Test func tabCompletesCommandsAndTopics() throws {
    let terminal = try open(["--private"])
    try terminal.send("/sou")
    try terminal.send(.tab)
    try terminal.expect("/source")
    try terminal.send(.enter)
    try terminal.expect("not advice")
    try terminal.expect("> ")
    try terminal.send("/topics apolog")
    try terminal.send(.tab)
    try terminal.expect("apologising")
    try terminal.send(.enter)
    try terminal.expect("> ")
    try end(terminal)
  }

  @Test func anUnknownCommandSuggestsTheNearest() throws {
    let terminal = try open(["--private"])
    try terminal.send("/qiut\r")
    try terminal.expect("Did you mean /quit?")
    try terminal.expect("> ")
    try terminal.send("/quit\r")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func aPastedParagraphIsOneMessage() throws {
    let terminal = try open(["--private"])
    try terminal.paste("she found the letters\nand the phone\nand left")
    try terminal.send(.enter)
    try terminal.expect("> ")
    try terminal.send("/why\r")
    try terminal.expect("I took it as")
    try terminal.expect("Said from")
    try terminal.send("/quit\r")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func repliesWrapAtTheWidthAndAgainAfterAResize() throws {
    let terminal = try open(["--private"], columns: 60)
    try terminal.send("he said it was nothing\r")
    try terminal.expect("> ")
    #expect(terminal.text.split(whereSeparator: \.isNewline).allSatisfy { $0.count <= 60 })
    terminal.resize(columns: 30, rows: 24)
    try terminal.send("/help\r")
    try terminal.expect("Ctrl-D")
    try terminal.expect("> ")
    let help = terminal.text.split(whereSeparator: \.isNewline).suffix(10)
    #expect(help.allSatisfy { $0.count <= 31 })
    try end(terminal)
  }

  @Test func historyComesBackInTheNextSession() throws {
    let first = try open()
    try first.send("my brother sold dads watch\r")
    try first.expect("> ")
    try end(first)
    let second = try open()
    try second.send(.up)
    try second.expect("my brother sold dads watch")
    try second.send(.controlC)
    try second.expect("> ")
    try end(second)
  }

  @Test func controlRFindsAnEarlierLine() throws {
    let terminal = try open(["--private"])
    try terminal.send("/topics apologising\r")
    try terminal.expect("> ")
    try terminal.send("/help\r")
    try terminal.expect("Ctrl-D")
    try terminal.expect("> ")
    try terminal.send(.controlR)
    try terminal.send("apol")
    try terminal.expect("l': /topics apologising")
    try terminal.send(.controlC)
    // The line is drawn once more, prompt and all, before it is dropped.
    try terminal.expect("^C")
    try terminal.expect("> ")
    try end(terminal)
  }

  @Test func forgettingDeletesTheTalk() throws {
    let terminal = try open()
    try terminal.send("i told her secret\r")
    try terminal.expect("> ")
    try terminal.send("/forget\r")
    try terminal.expect("deleted")
    try terminal.expect("> ")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/talks").isEmpty)
    try end(terminal)
  }

  @Test func privacyFromTheStartWritesNothing() throws {
    let terminal = try open(["--private"])
    try terminal.send("hello there\r")
    try terminal.expect("> ")
    try end(terminal)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).isEmpty)
  }
}
