// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// What a list of sessions shows of one.
package struct SessionEntry: Sendable {
  package let id: String
  package let path: String
  /// When it began, as far as its name tells.
  package let started: SessionDate?
  package let turns: Int
  /// How the person began; at most 60 characters, on one line.
  package let firstWords: String
  /// What it was called with `/save`.
  package let name: String?
  package let bytes: Int
  /// What is wrong with the file; it is listed all the same, so that it can be deleted.
  package let findings: [Finding]

  init(_ file: TranscriptFile, id: String, bytes: Int) {
    self.id = id
    self.bytes = bytes
    path = file.path
    started = SessionDate(sessionID: id)
    turns = file.transcript.turns.count
    name = file.transcript.saved ?? file.transcript.name
    firstWords = file.transcript.turns.first.map { Self.shortened($0.user) } ?? ""
    findings = file.findings
  }

  init(unreadable path: String, id: String, because fault: TranscriptFault) {
    self.id = id
    self.path = path
    started = SessionDate(sessionID: id)
    turns = 0
    firstWords = ""
    name = nil
    bytes = 0
    findings = [.error("unreadable", fault.description, at: Place(file: path))]
  }

  private static func shortened(_ text: String) -> String {
    let line = text.prefix(400).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 60 ? "\(line.prefix(59))…" : line
  }
}
