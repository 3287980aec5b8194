// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A program running in a terminal of its own, with a test in the place of the person.
///
/// Nothing sleeps: each step waits until what it expects is on the screen, and fails at a deadline
/// with everything that was there instead. The program is the leader of a session whose terminal
/// this is, so that Ctrl-C, resizing and hanging up work as they do in earnest.
///
///     let terminal = try PseudoTerminal(running: "/usr/bin/mend", ["chat", "--private"])
///     try terminal.expect("> ")
///     try terminal.send("I lied to her.\r")
///     try terminal.expect("What about?")
///     try terminal.send(.controlD)
///     #expect(try terminal.exitStatus() == 0)
package final class PseudoTerminal {
  /// Keys that have no letter.
  package enum Key: String {
    case enter = "\r"
    case tab = "\t"
    case controlA = "\u{01}"
    case controlC = "\u{03}"
    case controlD = "\u{04}"
    case controlR = "\u{12}"
    case controlZ = "\u{1A}"
    case up = "\u{1B}[A"
    case left = "\u{1B}[D"
    case backspace = "\u{7F}"
  }

  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Everything the program has written so far, escape sequences and all.
  package var output: String { String(decoding: bytes, as: UTF8.self) }

  /// What a person reads of it: without escape sequences and bells.
  package var text: String { String(decoding: screen.visible, as: UTF8.self) }

  package let process: pid_t

  private let master: Int32
  private var bytes: [UInt8] = []
  private var screen = EscapeFilter()
  /// How many of the visible bytes earlier expectations have used up.
  private var seen = 0
  private var waitStatus: Int32?

  /// Starts a program. Its environment is only what is given here, so that tests do not depend on
  /// the machine's; `TERM` and a UTF-8 locale are added where they are missing.
  package init(
    running program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    in folder: String? = nil, columns: Int = 80, rows: Int = 24
  ) throws {
    // Not openpty: a program started by another test at this moment would inherit what it opens.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: UInt32 = 0
    var locked: Int32 = 0
    guard master >= 0, ioctl(master, setTerminalLock, &locked) == 0,
      ioctl(master, getTerminalNumber, &number) == 0
    else {
      throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    Self.setSize(of: master, columns: columns, rows: rows)
    do {
      process = try Self.spawn(
        [program] + arguments,
        environment: ["TERM": "xterm", "LC_ALL": "C.UTF-8"].merging(environment) { $1 },
        folder: folder, terminal: "/dev/pts/\(number)")
    } catch {
      close(master)
      throw error
    }
  }

  deinit {
    if waitStatus == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }

  package func send(_ key: Key) throws { try send(key.rawValue) }

  package func send(_ text: String) throws { try send(Array(text.utf8)) }

  package func send(_ bytes: [UInt8], within limit: Duration = .seconds(20)) throws {
    let deadline = ContinuousClock.now + limit
    var rest = bytes[...]
    while !rest.isEmpty {
      // Keep reading meanwhile, else both sides could wait for each other.
      let ready = try wait(for: POLLIN | POLLOUT, until: deadline, what: "room to type")
      if ready & POLLIN != 0 { _ = readSome() }
      if ready & (POLLHUP | POLLERR) != 0 { throw failure("the program has left its terminal") }
      guard ready & POLLOUT != 0 else { continue }
      let count = rest.prefix(1024).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { throw failure("cannot type") }
      rest = rest.dropFirst(count)
    }
  }

  /// Text pasted, as a terminal tells it apart from typing.
  package func paste(_ text: String) throws {
    try send("\u{1B}[200~" + text + "\u{1B}[201~")
  }

  /// Changes the size of the window; the kernel tells the program.
  package func resize(columns: Int, rows: Int = 24) {
    Self.setSize(of: master, columns: columns, rows: rows)
  }

  package func signal(_ signal: Int32) {
    kill(process, signal)
  }

  /// Waits until this text appears behind what was expected before, colours set aside. Gives what
  /// came before it, and it.
  @discardableResult
  package func expect(_ expected: String, within limit: Duration = .seconds(20)) throws -> String {
    let deadline = ContinuousClock.now + limit
    let wanted = Array(expected.utf8)
    var start = seen
    while true {
      if let end = endOfFirst(wanted, in: screen.visible, from: start) {
        defer { seen = end }
        return String(decoding: screen.visible[seen..<end], as: UTF8.self)
      }
      // Only its beginning can be there already, at the very end.
      start = max(seen, screen.visible.count - wanted.count + 1)
      _ = try wait(for: POLLIN, until: deadline, what: expected.debugDescription)
      guard readSome() else { throw failure("ended before \(expected.debugDescription)") }
    }
  }

  /// Waits for the program to end. A shell's number for it: 128 more than the signal that ended it.
  package func exitStatus(within limit: Duration = .seconds(20)) throws -> Int32 {
    let deadline = ContinuousClock.now + limit
    repeat {
      _ = try wait(for: POLLIN, until: deadline, what: "the end")
    } while readSome()
    var status: Int32 = 0
    // It has closed its terminal, so it is all but gone; still, a test must not hang.
    while waitpid(process, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < deadline else { throw failure("does not end") }
      poll(nil, 0, 1)
    }
    waitStatus = status
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  private func failure(_ what: String) -> Failure {
    Failure(description: "\(what); on the screen: \(output.debugDescription)")
  }

  private func wait(for events: Int32, until deadline: ContinuousClock.Instant, what: String)
    throws -> Int32
  {
    while true {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw failure("waited in vain for \(what)") }
      var file = pollfd(fd: master, events: Int16(events), revents: 0)
      let milliseconds = left.components.seconds * 1000 + 1
      if poll(&file, 1, Int32(min(milliseconds, 60_000))) > 0 { return Int32(file.revents) }
    }
  }

  /// Takes in what is there; false at the end, which is when no process has the terminal open.
  private func readSome() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes += chunk.prefix(count)
    screen.take(chunk.prefix(count))
    return true
  }

  private static func setSize(of file: Int32, columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(file, UInt(TIOCSWINSZ), &size)
  }

  private static func spawn(
    _ command: [String], environment: [String: String], folder: String?, terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by a session leader without a terminal, it becomes the session's terminal.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A test runner may ignore or block signals, which would be inherited.
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes,
      ownSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

    // POSIX cannot spawn into a folder; the shell can.
    let start = folder.map { ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, $0] } ?? []
    let arguments = (start + command).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let fault = posix_spawn(&process, arguments[0]!, &actions, &attributes, arguments, variables)
    guard fault == 0 else {
      throw Failure(description: "cannot run \(command[0]): \(String(cString: strerror(fault)))")
    }
    return process
  }
}

// `POSIX_SPAWN_SETSID`, `TIOCSPTLCK` and `TIOCGPTN`, which the headers hide from Swift.
private let ownSession: Int16 = 0x80
private let setTerminalLock: UInt = 0x4004_5431
private let getTerminalNumber: UInt = 0x8004_5430

/// Leaves out control sequences (`ESC [ … letter`), titles (`ESC ] … BEL`), other escapes and bells.
private struct EscapeFilter {
  private enum State {
    case text, escape, control, title, characterSet
  }

  private(set) var visible: [UInt8] = []
  private var state = State.text

  package mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .text:
      if byte == 0x1B {
        state = .escape
      } else if byte != 0x07 {
        visible.append(byte)
      }
    case .escape:
      switch byte {
      case UInt8(ascii: "["): state = .control
      case UInt8(ascii: "]"): state = .title
      case UInt8(ascii: "("), UInt8(ascii: ")"): state = .characterSet
      default: state = .text
      }
    case .control: if (0x40...0x7E).contains(byte) { state = .text }
    case .title: if byte == 0x07 { state = .text }
    case .characterSet: state = .text
    }
  }
}

private func endOfFirst(_ wanted: [UInt8], in all: [UInt8], from start: Int) -> Int? {
  guard start + wanted.count <= all.count else { return nil }
  return (start...all.count - wanted.count)
    .first { all[$0..<$0 + wanted.count].elementsEqual(wanted) }
    .map { $0 + wanted.count }
}
