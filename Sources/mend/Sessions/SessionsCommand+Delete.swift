// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Terminal
import Transcripts

extension SessionsCommand {
  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Delete talks from this computer, for good.")
    @OptionGroup var shared: SharedOptions
    @Argument(help: "Ids, beginnings of ids, names, or latest.") var sessions: [String] = []
    @Flag(help: "Delete them all.") var all = false
    @Flag(name: .shortAndLong, help: "Delete without asking.") var yes = false

    func run() throws {
      try reporting {
        let chosen =
          all
          ? try shared.sessions { store throws(TranscriptFault) in try store.list() }
          : try sessions.map { try shared.entry($0) }
        if chosen.isEmpty {
          if all { return print("No talk is saved in \(shortened(shared.sessionsFolder)).") }
          throw Failure(.usage, "name the talks to delete, or say --all")
        }
        guard try yes || isConfirmed(chosen) else { return print("Nothing is deleted.") }
        let store = SessionStore(folder: shared.sessionsFolder)
        for entry in chosen { try delete(entry, from: store) }
      }
    }

    /// What is deleted cannot be brought back, so a person is asked, and a script has to say that it means it.
    private func isConfirmed(_ chosen: [SessionEntry]) throws -> Bool {
      guard isatty(STDIN_FILENO) == 1, let heading = SessionHeading(shared) else {
        throw Failure(
          .usage,
          "nothing is deleted, as nobody can be asked here; say --yes to delete \(counted(chosen.count, "talk")) for good"
        )
      }
      for entry in chosen { print("\(heading.line(entry))\n  \(sanitized(entry.firstWords))") }
      print(
        "Delete \(chosen.count == 1 ? "this talk" : "these \(chosen.count) talks") for good? [y/N] ",
        terminator: "")
      fflush(nil)
      return ["y", "yes"].contains(
        (readLine() ?? "").trimmingCharacters(in: .whitespaces).lowercased())
    }

    private func delete(_ entry: SessionEntry, from store: SessionStore) throws {
      let typed = (try? store.load(entry))?.transcript.turns.map(\.user) ?? []
      do throws(TranscriptFault) {
        try store.delete(entry)
      } catch {
        throw Failure(.cannotWrite, "\(error)")
      }
      try forget(typed)
      print("Deleted \(entry.id).")
    }

    /// Takes what was typed in a deleted talk out of the typing history as well.
    private func forget(_ lines: [String]) throws {
      let path = Places(rules: shared.rules).historyFile
      guard FileManager.default.fileExists(atPath: path) else { return }
      do throws(HistoryFault) {
        try HistoryFile(path: path).remove(lines)
      } catch {
        throw Failure(.cannotWrite, "the talk is deleted, its lines in \(path) are not: \(error)")
      }
    }
  }
}
