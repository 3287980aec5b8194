// SPDX-License-Identifier: GPL-3.0-or-later

import Transcripts

extension SharedOptions {
  /// Where talks are saved, and looked for.
  var sessionsFolder: String { Places(rules: rules).sessionsFolder(transcripts) }

  /// What is done with the saved talks; a fault of theirs ends the run in one line.
  func sessions<Result>(
    _ body: (SessionStore) throws(TranscriptFault) -> Result
  ) throws -> Result {
    do throws(TranscriptFault) {
      return try body(SessionStore(folder: sessionsFolder))
    } catch {
      throw Failure(.noInput, "\(error)")
    }
  }

  /// The one talk that somebody means by a few letters.
  func entry(_ wanted: String) throws -> SessionEntry {
    switch try sessions({ store throws(TranscriptFault) in try store.find(wanted) }) {
    case .found(let entry): return entry
    case .several(let entries):
      throw Failure(
        .noInput,
        "\"\(wanted)\" could be \(entries.prefix(5).map(\.id).joined(separator: ", ")); write more of it"
      )
    case .none(let near):
      throw Failure(
        .noInput,
        "no saved talk is called \"\(wanted)\" in \(sessionsFolder)\(near.map { "; did you mean \($0)?" } ?? "; mend sessions lists them")"
      )
    }
  }

  /// The same, read.
  func session(_ wanted: String) throws -> TranscriptFile {
    let entry = try entry(wanted)
    return try sessions { store throws(TranscriptFault) in try store.load(entry) }
  }
}
