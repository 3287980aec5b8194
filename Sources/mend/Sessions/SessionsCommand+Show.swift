// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Terminal
import Transcripts

extension SessionsCommand {
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
        write(sanitized(Transcripts.Export.text.render(file.transcript), lineBreaks: .stay))
      }
    }

    /// Wrapped to the width of a terminal, and as it is for a script.
    private func write(_ text: String) {
      guard isatty(STDOUT_FILENO) == 1 else { return print(text) }
      print(TextWrap(columns: terminalColumns()).wrap(text))
    }

    private func showProgress() throws {
      let workshop = try Workshop(shared)
      let timeline = try Timeline(
        folder: shared.sessionsFolder, policy: workshop.policy, digest: workshop.digest)
      write(timeline.text)
      guard let html else { return }
      do throws(TranscriptFault) {
        try PrivateFile.write(timeline.html, to: html)
      } catch {
        throw Failure(.cannotCreate, "\(error)")
      }
      print("Written to \(html).")
    }
  }
}
