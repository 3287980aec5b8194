// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Terminal
import Transcripts

extension SessionsCommand {
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
}
