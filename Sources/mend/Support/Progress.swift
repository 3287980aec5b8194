// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Tells on a terminal how far something has come, once it has taken longer than a second.
///
/// It writes to standard error, and nothing at all where that is no terminal.
final class Progress: @unchecked Sendable {
  private let lock = NSLock()
  private let what: String
  private let count: Int
  private let isShown = isatty(STDERR_FILENO) == 1
  private var done = 0
  private var hasEnded = false
  private var hasWritten = false

  /// - Parameter count: how many steps there are; 0 where that is not known.
  init(_ what: String, of count: Int = 0) {
    self.what = what
    self.count = count
    guard isShown else { return }
    let thread = Thread { [self] in
      Thread.sleep(forTimeInterval: 1)
      while show() { Thread.sleep(forTimeInterval: 0.2) }
    }
    thread.start()
  }

  func step() { lock.withLock { done += 1 } }

  /// Takes the line away again.
  func end() {
    lock.withLock {
      hasEnded = true
      if hasWritten { write("\r\u{1B}[K") }
    }
  }

  private func show() -> Bool {
    lock.withLock {
      guard !hasEnded else { return false }
      hasWritten = true
      write("\r\u{1B}[K\(line)")
      return true
    }
  }

  /// `replaying [#####.....] 412 of 1000`
  private var line: String {
    guard count > 0 else { return "\(what) …" }
    let width = 24
    let filled = min(width, done * width / count)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    return "\(what) [\(bar)] \(done) of \(count)"
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
