// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Terminal
import TestSupport
import Testing

@Suite struct HistoryFileTests {
  @Test func keepsLinesInTheirOrderForTheirOwnerAlone() throws {
    let folder = try TemporaryFolder()
    let history = HistoryFile(path: folder.path + "/state/mend/history")
    #expect(try history.load() == [])
    try history.append("first")
    try history.append("two\nlines \u{1B}[1m")
    #expect(try history.load() == ["first", "two lines [1m"])
    #expect(mode(of: history.path) == 0o600)
    #expect(mode(of: folder.path + "/state/mend") == 0o700)
    #expect(mode(of: folder.path + "/state") == 0o700)
  }

  @Test func forgetsTheOldestBeyondTheLimit() throws {
    let folder = try TemporaryFolder()
    let history = HistoryFile(path: folder.path + "/history")
    try folder.write((1...HistoryFile.limit + 5).map { "line \($0)\n" }.joined(), to: "history")
    let kept = try history.load()
    #expect(kept.count == HistoryFile.limit)
    #expect(kept.first == "line 6")
    #expect(try folder.read("history").hasPrefix("line 6\n"))
    #expect(mode(of: history.path) == 0o600)
  }

  @Test func takesBackTheLatestOnly() throws {
    let folder = try TemporaryFolder()
    let history = HistoryFile(path: folder.path + "/history")
    for entry in ["a", "b", "a", "c"] { try history.append(entry) }
    try history.remove(["a", "never there"])
    #expect(try history.load() == ["a", "b", "c"])
  }

  @Test func whatOthersCouldReadBecomesPrivate() throws {
    let folder = try TemporaryFolder()
    try folder.write("a\n", to: "history")
    chmod(folder.path + "/history", 0o644)
    #expect(try HistoryFile(path: folder.path + "/history").load() == ["a"])
    #expect(mode(of: folder.path + "/history") == 0o600)
  }

  @Test func brokenBytesAreMended() throws {
    let folder = try TemporaryFolder()
    try folder.write([0x61, 0xFF, 0x00, 0x62, 0x0A, 0x0A, 0x63], to: "history")
    #expect(try HistoryFile(path: folder.path + "/history").load() == ["a\u{FFFD}b", "c"])
  }

  @Test func aLinkOrFolderIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("untouched", to: "target")
    symlink(folder.path + "/target", folder.path + "/link")
    #expect(throws: HistoryFault.self) { try HistoryFile(path: folder.path + "/link").append("x") }
    #expect(throws: HistoryFault.self) { try HistoryFile(path: folder.path).load() }
    #expect(throws: HistoryFault.self) { try HistoryFile(path: "/dev/null").load() }
    #expect(try folder.read("target") == "untouched")
  }

  @Test func theFaultSaysWhatAndWhy() throws {
    let fault = #expect(throws: HistoryFault.self) {
      try HistoryFile(path: "/dev/null/mend/history").load()
    }
    #expect(fault?.description == "cannot make the folder /dev/null/mend: Not a directory")
  }

  private func mode(of path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}
