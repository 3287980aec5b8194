// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Keeps the record of a running session: each turn is on the disk before its reply is shown.
///
/// All turns stay in memory as well. Where the disk fails, the talk goes on, what is missing in the file
/// is tried again with the next turn, and `save(to:)` puts all of it somewhere else.
package final class TranscriptWriter {
  /// The record so far, whether or not it could be written.
  package private(set) var transcript: Transcript
  package private(set) var path: String
  /// How many turns are safely in the file.
  package private(set) var writtenTurns = 0

  private let folder: String
  private var file: Int32 = -1
  private var isForgotten = false

  /// Touches no file yet; `create()` does. The header must name its session.
  package init(_ header: Transcript, folder: String) {
    precondition(header.session != nil, "a session that is recorded has a name")
    transcript = header
    self.folder = folder
    path = Self.path(of: header, in: folder)
  }

  deinit {
    if file >= 0 { close(file) }
  }

  /// Creates the file with its header, and what turns there are.
  ///
  /// Two sessions that began in the same second with the same seed get different names: the second
  /// becomes `…-7f3a-2`.
  package func create() throws(TranscriptFault) {
    guard file < 0, !isForgotten else { return }
    try FileBytes.makeFolder(folder)
    file = try createUnderFreeName()
    FileBytes.synchroniseFolder(of: path)
    do throws(TranscriptFault) {
      try write(transcript.yaml, undoTo: 0)
    } catch {
      abandonFile()
      throw error
    }
    writtenTurns = transcript.turns.count
  }

  /// Adds the turn; when this returns, it is durable. When it throws, it is kept in memory.
  package func append(_ turn: Turn) throws(TranscriptFault) {
    guard !isForgotten else { return }
    transcript.turns.append(turn)
    guard file >= 0 else { return try create() }
    let missing = transcript.turns.dropFirst(writtenTurns)
    try write(missing.map(\.yaml).joined(), undoTo: lseek(file, 0, SEEK_END))
    writtenTurns = transcript.turns.count
  }

  /// Changes the header, for instance when the person agrees to be remembered, or names the session.
  package func update(_ change: (inout Transcript) -> Void) throws(TranscriptFault) {
    let (session, turns) = (transcript.session, transcript.turns)
    change(&transcript)
    (transcript.session, transcript.turns) = (session, turns)
    guard file >= 0 else { return }
    try FileBytes.replace(path, with: transcript.yaml)
    writtenTurns = transcript.turns.count
    close(file)
    file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
  }

  /// Writes the whole record to a new file elsewhere, for its owner alone.
  package func save(to path: String) throws(TranscriptFault) {
    try FileBytes.writeNew(transcript.yaml, to: path)
  }

  /// Deletes the file and forgets the turns; nothing is kept from then on.
  package func remove() throws(TranscriptFault) {
    isForgotten = true
    transcript.turns = []
    guard file >= 0 else { return }
    close(file)
    file = -1
    try FileBytes.remove(path)
  }

  private static func path(of header: Transcript, in folder: String) -> String {
    "\(folder)/\(header.session ?? "").yaml"
  }

  private func createUnderFreeName() throws(TranscriptFault) -> Int32 {
    let wanted = transcript.session ?? ""
    for attempt in 1...99 {
      transcript.session = attempt == 1 ? wanted : "\(wanted)-\(attempt)"
      path = Self.path(of: transcript, in: folder)
      do throws(TranscriptFault) {
        return try FileBytes.create(path)
      } catch {
        if error.kind == .exists { continue }
        transcript.session = wanted
        path = Self.path(of: transcript, in: folder)
        throw error
      }
    }
    throw TranscriptFault(.exists, "cannot create \(path): there are too many of that name")
  }

  /// Half a turn is cut off again, so that the file always ends with a whole one.
  private func write(_ text: String, undoTo length: off_t) throws(TranscriptFault) {
    do throws(TranscriptFault) {
      try FileBytes.write(text, to: file, at: path)
    } catch {
      ftruncate(file, length)
      throw error
    }
  }

  private func abandonFile() {
    close(file)
    file = -1
    unlink(path)
  }
}
