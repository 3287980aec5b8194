// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Terminal
import Transcripts

extension SessionsCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "All saved talks, newest first.")
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try reporting {
        let sessions = try shared.sessions { store throws(TranscriptFault) in try store.list() }
        if sessions.isEmpty {
          return print("No talk is saved in \(shortened(shared.sessionsFolder)).")
        }
        guard let heading = SessionHeading(shared) else {
          for entry in sessions { print(line(entry)) }
          return
        }
        for entry in sessions {
          print(heading.line(entry))
          print("  \(words(entry))")
        }
        let folder = shortened(shared.sessionsFolder)
        let closing =
          "\(counted(sessions.count, "talk")) in \(folder); mend sessions show ID reads one again, "
          + "and latest stands for the newest"
        print("\n" + TextWrap(columns: terminalColumns()).wrap(closing))
      }
    }

    /// For programs: the id, when, how long, the name, the first words, with tabs between them.
    private func line(_ entry: SessionEntry) -> String {
      [
        entry.id, entry.started?.readable ?? "", counted(entry.turns, "turn"),
        sanitized(entry.name ?? ""), words(entry),
      ].joined(separator: "\t")
    }

    private func words(_ entry: SessionEntry) -> String {
      if entry.findings.contains(where: { $0.severity == .error }) {
        return "cannot be read in full"
      }
      return entry.firstWords.isEmpty ? "nothing was said" : sanitized(entry.firstWords)
    }
  }
}
