// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Terminal
import Transcripts

extension SessionsCommand {
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
}
