// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import Testing
import Transcripts

@Suite struct TranscriptWriterTests {
  @Test func eachTurnIsInTheFileWhenAppendReturns() throws {
    let folder = try TemporaryFolder()
    let writer = TranscriptWriter(header, folder: "\(folder.path)/state/mend/transcripts")
    try writer.create()
    var expected = header
    for turn in [fullTurn, Turn(user: "ok", intents: ["affirm"])] {
      try writer.append(turn)
      expected.turns.append(turn)
      let file = try TranscriptFile(reading: writer.path)
      #expect(file.transcript == expected)
      #expect(file.findings == [])
    }
    #expect(writer.writtenTurns == 2)
    #expect(writer.path.hasSuffix("/state/mend/transcripts/2026-11-21T10-30-05Z-7f3a.yaml"))
  }

  @Test func onlyTheOwnerMayRead() throws {
    let folder = try TemporaryFolder()
    let writer = TranscriptWriter(header, folder: "\(folder.path)/state/mend")
    try writer.append(fullTurn)
    #expect(try folder.mode("state") == 0o700)
    #expect(try folder.mode("state/mend") == 0o700)
    #expect(try folder.mode("state/mend/2026-11-21T10-30-05Z-7f3a.yaml") == 0o600)
    try writer.update { $0.consent = true }
    #expect(try folder.mode("state/mend/2026-11-21T10-30-05Z-7f3a.yaml") == 0o600)
    try writer.save(to: "\(folder.path)/kept.yaml")
    #expect(try folder.mode("kept.yaml") == 0o600)
  }

  /// In `/sys` nobody may make a folder, whoever runs the test.
  @Test func aFolderThatMayNotBeMadeIsNotSaidToBeMissing() throws {
    let writer = TranscriptWriter(header, folder: "/sys/mend/transcripts")
    let fault = try #require(throws: TranscriptFault.self) { try writer.append(fullTurn) }
    #expect(fault.kind == .cannotCreate)
    #expect(fault.description.hasSuffix("not permitted") || fault.description.hasSuffix("denied"))
  }

  @Test func anotherSessionsFileIsNeverTouched() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "2026-11-21T10-30-05Z-7f3a.yaml")
    symlink("\(folder.path)/target", "\(folder.path)/2026-11-21T10-30-05Z-7f3a-2.yaml")
    let writer = TranscriptWriter(header, folder: folder.path)
    try writer.append(fullTurn)
    #expect(try folder.read("2026-11-21T10-30-05Z-7f3a.yaml") == "mine")
    #expect(writer.transcript.session == "2026-11-21T10-30-05Z-7f3a-3")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/target"))
    #expect(throws: TranscriptFault.self) {
      try writer.save(to: "\(folder.path)/2026-11-21T10-30-05Z-7f3a.yaml")
    }
    #expect(try folder.read("2026-11-21T10-30-05Z-7f3a.yaml") == "mine")
  }

  @Test func theHeaderCanChangeWhileTheTalkGoesOn() throws {
    let folder = try TemporaryFolder()
    let writer = TranscriptWriter(header, folder: folder.path)
    try writer.append(fullTurn)
    try writer.update {
      $0.saved = "after dinner"
      $0.session = "never"
    }
    try writer.append(Turn(user: "ok", intents: ["affirm"]))
    let file = try TranscriptFile(reading: writer.path)
    #expect(file.transcript == writer.transcript)
    #expect(file.transcript.saved == "after dinner")
    #expect(file.transcript.session == header.session)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
  }

  @Test func afterRemovingNothingIsKept() throws {
    let folder = try TemporaryFolder()
    let writer = TranscriptWriter(header, folder: folder.path)
    try writer.append(fullTurn)
    try writer.remove()
    try writer.append(fullTurn)
    #expect(writer.transcript.turns == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func whatCannotBeWrittenIsKeptAndTriedAgain() throws {
    let folder = try TemporaryFolder()
    try folder.write("in the way", to: "sessions")
    let writer = TranscriptWriter(header, folder: "\(folder.path)/sessions")
    let fault = #expect(throws: TranscriptFault.self) { try writer.append(fullTurn) }
    #expect(fault?.kind == .cannotCreate)
    #expect(
      fault?.description == "cannot create \(writer.path): Not a directory",
      "\(String(describing: fault))")
    try writer.save(to: "\(folder.path)/kept.yaml")
    #expect(try TranscriptFile(reading: "\(folder.path)/kept.yaml").transcript.turns == [fullTurn])
    try FileManager.default.removeItem(atPath: "\(folder.path)/sessions")
    try writer.append(fullTurn)
    #expect(try TranscriptFile(reading: writer.path).transcript.turns == [fullTurn, fullTurn])
  }

  /// A limit on the size of files stands in for a full disk. It holds for the whole process, so it is
  /// set in a child only.
  @Test func aFullDiskLeavesAWholeFile() async {
    await #expect(processExitsWith: .success) {
      signal(SIGXFSZ, SIG_IGN)
      let folder = try TemporaryFolder()
      let writer = TranscriptWriter(header, folder: folder.path)
      try writer.append(Turn(user: "a", intents: ["b"]))
      var limit = rlimit(rlim_cur: 400, rlim_max: 1 << 20)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      var failed = false
      do throws(TranscriptFault) { try writer.append(fullTurn) } catch {
        failed = error.kind == .cannotWrite
      }
      precondition(failed && writer.writtenTurns == 1)
      let cut = try TranscriptFile(reading: writer.path)
      precondition(cut.findings.isEmpty && cut.transcript.turns.count == 1)
      limit.rlim_cur = 1 << 20
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      try writer.append(Turn(user: "c", intents: ["d"]))
      let whole = try TranscriptFile(reading: writer.path)
      precondition(whole.transcript == writer.transcript)
    }
  }

  @Test func whatIsNotThereIsSaidInOneSentence() {
    let fault = #expect(throws: TranscriptFault.self) {
      try TranscriptFile(reading: "/nowhere/a\u{1B}[1m.yaml")
    }
    #expect(fault?.kind == .missing)
    #expect(fault?.description == "cannot read /nowhere/a[1m.yaml: No such file or directory")
  }
}
