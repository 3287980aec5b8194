// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Dialogue
import Foundation
import Terminal
import Transcripts

/// `mend sessions`: what was saved.
struct SessionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "List, show, search, export, go on with, or delete saved talks.",
    subcommands: [List.self, Show.self, Search.self, Export.self, Resume.self, Delete.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "All saved talks, newest first.")
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try reporting {
        let sessions = try shared.sessions { store throws(TranscriptFault) in try store.list() }
        if sessions.isEmpty { return print("No talk is saved in \(shared.sessionsFolder).") }
        for entry in sessions { print(line(entry)) }
      }
    }

    private func line(_ entry: SessionEntry) -> String {
      let when = entry.started?.readable ?? "at an unknown time"
      let name = entry.name.map { " \"\(sanitized($0))\"" } ?? ""
      let turns = "\(entry.turns) turn\(entry.turns == 1 ? "" : "s")"
      let words =
        entry.findings.contains { $0.severity == .error }
        ? "cannot be read in full" : sanitized(entry.firstWords)
      return "\(entry.id)\(name)  \(when)  \(turns)  \(words)"
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Read a saved talk again.")
    @OptionGroup var shared: SharedOptions
    @Argument(help: "Its id, the beginning of it, its name, or latest.") var session = "latest"
    @Flag(help: "All sessions as a timeline: what was promised, kept and missed.") var progress =
      false
    @Option(
      help: ArgumentHelp("With --progress: also write it as one HTML page.", valueName: "file"))
    var html: String?

    func run() throws {
      try reporting {
        if progress { return try showProgress() }
        let file = try shared.session(session)
        let text = Transcripts.Export.text.render(file.transcript)
        let wrap = TextWrap(columns: terminalColumns())
        print(
          isatty(STDOUT_FILENO) == 1
            ? wrap.wrap(sanitized(text, lineBreaks: .stay)) : sanitized(text, lineBreaks: .stay))
      }
    }

    private func showProgress() throws {
      let workshop = try Workshop(shared)
      let timeline = try Timeline(
        folder: shared.sessionsFolder, policy: workshop.policy, digest: workshop.digest)
      print(timeline.text)
      guard let html else { return }
      do throws(TranscriptFault) {
        try PrivateFile.write(timeline.html, to: html)
      } catch {
        throw Failure(.cannotCreate, "\(error)")
      }
      print("Written to \(html).")
    }
  }

  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Find words in saved talks.")
    @OptionGroup var shared: SharedOptions
    @Argument(help: "The words.") var words: [String]

    func run() throws {
      try reporting {
        let hits = try shared.sessions { store throws(TranscriptFault) in
          try store.search(words.joined(separator: " "))
        }
        if hits.isEmpty { return print("No saved talk has these words.") }
        for hit in hits { print("\(hit.entry.id):\(hit.turn): \(sanitized(hit.excerpt))") }
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a talk, and what its exercises gave, to read or print.")
    @OptionGroup var shared: SharedOptions
    @Argument(help: "Its id, the beginning of it, its name, or latest.") var session = "latest"
    @Option(help: "markdown, text or html.") var format: Form = .markdown
    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The file to write; standard output without it.", valueName: "file"))
    var output: String?
    @Flag(help: "Only what the exercises gave.") var results = false

    enum Form: String, ExpressibleByArgument, CaseIterable { case markdown, text, html }

    func run() throws {
      try reporting {
        let file = try shared.session(session)
        let text = results ? try documents(file.transcript) : rendered(file.transcript)
        guard let output else { return print(sanitized(text, lineBreaks: .stay)) }
        do throws(TranscriptFault) {
          try PrivateFile.write(text, to: output)
        } catch {
          throw Failure(.cannotCreate, "\(error)")
        }
        print("Written to \(output).")
      }
    }

    private func rendered(_ transcript: Transcript) -> String {
      switch format {
      case .markdown: Transcripts.Export.markdown.render(transcript)
      case .text: Transcripts.Export.text.render(transcript)
      case .html: Transcripts.Export.html.render(transcript)
      }
    }

    private func documents(_ transcript: Transcript) throws -> String {
      let workshop = try Workshop(shared)
      let state = Earlier.state(
        after: transcript, folder: shared.sessionsFolder, policy: workshop.policy)
      if state.documents.isEmpty {
        throw Failure(
          .noInput,
          "no exercise was finished in this talk; mend sessions export writes the talk itself")
      }
      return state.documents.map(\.markdown).joined(separator: "\n\n")
    }
  }

  struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Go on where a talk stopped.")
    @OptionGroup var shared: SharedOptions
    @Argument(help: "Its id, the beginning of it, its name, or latest.") var session = "latest"

    func run() throws {
      try reporting {
        let file = try shared.session(session)
        let workshop = try Workshop(shared)
        let seed = file.transcript.seed ?? 0
        let state = Earlier.carriedOver(
          Earlier.state(
            after: file.transcript, folder: shared.sessionsFolder, policy: workshop.policy),
          seed: seed, policy: workshop.policy)
        var header = Transcript(
          session: SessionID(date: Date(), seed: UInt64.random(in: 0...0xFFFF)).description,
          rules: workshop.digest, seed: seed)
        header.continues = file.transcript.session
        header.consent = file.transcript.consent
        let folder = shared.sessionsFolder
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
          let talk = Talk(policy: workshop.policy, state: state)
          let recorder = Recorder(header: header, folder: folder)
          var chat = PlainChat(talk: talk, recorder: recorder, isJSON: false)
          return try chat.run()
        }
        let options = shared
        let finished = header
        MainActor.assumeIsolated {
          TerminalChat(
            loading: Loading { workshop }, options: options,
            recorder: Recorder(header: finished, folder: folder),
            style: Style(options.color), history: Places(rules: options.rules).historyFile,
            isWatching: false
          ) { _ in state }.run(greetsAgain: true)
        }
      }
    }
  }

  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Delete a talk from this computer.")
    @OptionGroup var shared: SharedOptions
    @Argument(help: "Ids, beginnings of ids, or names.") var sessions: [String] = []
    @Flag(help: "Delete them all.") var all = false

    func run() throws {
      try reporting {
        let store = SessionStore(folder: shared.sessionsFolder)
        let chosen =
          all
          ? try shared.sessions { store throws(TranscriptFault) in try store.list() }
          : try sessions.map { try shared.entry($0) }
        if chosen.isEmpty { throw Failure(.usage, "name the talks to delete, or say --all") }
        for entry in chosen {
          let typed = (try? store.load(entry))?.transcript.turns.map(\.user) ?? []
          do throws(TranscriptFault) {
            try store.delete(entry)
          } catch {
            throw Failure(.cannotWrite, "\(error)")
          }
          try forget(typed)
          print("Deleted \(entry.id).")
        }
      }
    }
  }
}

extension SessionsCommand.Delete {
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

extension SharedOptions {
  var sessionsFolder: String { Places(rules: rules).sessionsFolder(transcripts) }

  fileprivate func sessions<Result>(
    _ body: (SessionStore) throws(TranscriptFault) -> Result
  ) throws -> Result {
    do throws(TranscriptFault) {
      return try body(SessionStore(folder: sessionsFolder))
    } catch {
      throw Failure(.noInput, "\(error)")
    }
  }

  fileprivate func entry(_ wanted: String) throws -> SessionEntry {
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

  fileprivate func session(_ wanted: String) throws -> TranscriptFile {
    let entry = try entry(wanted)
    return try sessions { store throws(TranscriptFault) in try store.load(entry) }
  }
}
