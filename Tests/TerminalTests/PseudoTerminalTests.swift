// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// The harness itself, on programs that every machine has.
@Suite struct PseudoTerminalTests {
  @Test func typingIsAnsweredAndTheEndIsSeen() throws {
    let terminal = try PseudoTerminal(running: "/bin/cat")
    try terminal.send("hello\r")
    try terminal.expect("hello\r\nhello\r\n")
    try terminal.send(.controlD)
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func controlCInterrupts() throws {
    let terminal = try PseudoTerminal(running: "/bin/cat")
    try terminal.send("x\r")
    try terminal.expect("x\r\nx")
    try terminal.send(.controlC)
    #expect(try terminal.exitStatus() == 128 + SIGINT)
  }

  @Test func aSignalArrives() throws {
    let terminal = try PseudoTerminal(running: "/bin/cat")
    terminal.signal(SIGTERM)
    #expect(try terminal.exitStatus() == 128 + SIGTERM)
  }

  @Test func theWindowHasItsSizeAndChangesIt() throws {
    let terminal = try PseudoTerminal(
      running: "/bin/sh", ["-c", "stty size; read again; stty size"], columns: 33, rows: 7)
    try terminal.expect("7 33")
    terminal.resize(columns: 44, rows: 8)
    try terminal.send(.enter)
    try terminal.expect("8 44")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func folderAndEnvironmentAreTheOnesGiven() throws {
    let terminal = try PseudoTerminal(
      running: "/bin/sh", ["-c", "pwd; echo $MOOD ${HOME-homeless}"],
      environment: ["MOOD": "calm"], in: "/usr")
    try terminal.expect("/usr\r\ncalm homeless\r\n")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func coloursAreSetAside() throws {
    let terminal = try PseudoTerminal(
      running: "/usr/bin/printf", [#"\033[1mbo\033[0;31mld\033]0;title\007 text\n"#])
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.text == "bold text\r\n")
    #expect(terminal.output.hasPrefix("\u{1B}[1mbo"))
  }

  @Test func waitingInVainFailsWithWhatWasThere() throws {
    let terminal = try PseudoTerminal(running: "/bin/cat")
    try terminal.send("here\r")
    try terminal.expect("here\r\nhere")
    let failure = #expect(throws: PseudoTerminal.Failure.self) {
      try terminal.expect("never", within: .milliseconds(1))
    }
    #expect(failure?.description.contains("here") == true)
  }
}
