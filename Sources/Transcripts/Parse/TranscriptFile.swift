// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// A transcript as it stands in a file: its values, the place of each, and what is wrong with it.
///
/// Parsing never fails: what cannot be read is a finding, and the rest is still there. What the program
/// wrote is read back to the letter, but for a byte-order mark in front of a text, which is no text.
package struct TranscriptFile: Sendable {
  /// Where a turn and each of its keys stand.
  package struct TurnPlaces: Sendable, Hashable {
    package var turn: Place
    package var keys: [TurnKey: Place] = [:]

    /// The place of the key, or of the turn where it is not stated.
    package subscript(key: TurnKey) -> Place { keys[key] ?? turn }
  }

  package let path: String
  /// What was parsed, after characters that could not be read were replaced.
  package let text: String
  package let transcript: Transcript
  /// One for each turn.
  package let places: [TurnPlaces]
  /// Sorted by place.
  package let findings: [Finding]

  package init(_ text: String, path: String) {
    self.init(Array(text.utf8), path: path)
  }

  package init(_ bytes: [UInt8], path: String) {
    let source = SourceText(bytes, file: path)
    var parser = TranscriptParser(source)
    parser.parse()
    self.path = path
    text = source.text
    transcript = parser.transcript
    places = parser.places
    findings = (source.findings + parser.findings).sorted()
  }

  /// Reads the file; throws only where there is none, or none that may be read.
  package init(reading path: String) throws(TranscriptFault) {
    self.init(try FileBytes.read(path), path: path)
  }

  /// Whether anything is wrong beyond a warning.
  package var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// What the author calls it, else what the person does, else the session, else the file.
  package var title: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return transcript.name ?? transcript.saved ?? transcript.session ?? file
  }
}
