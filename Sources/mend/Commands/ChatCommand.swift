// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Dialogue
import Foundation
import Terminal
import Transcripts

/// `mend chat`: talk.
struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat",
    abstract:
      "Talk. On a terminal with line editing; otherwise one message a line in, one reply a line out."
  )

  @OptionGroup var shared: SharedOptions

  @Option(help: "text, or jsonl for one JSON object a turn.")
  var format: Format = .text

  @Flag(name: .customLong("private"), help: "Write nothing at all: no transcript, no history.")
  var isPrivate = false

  @Flag(help: "Take up edits of the rule files before the next message.")
  var watch = false

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  func run() throws {
    try reporting {
      let workshop = try Workshop(shared)
      let isInteractive = format == .text && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
      let seed = shared.seed ?? (isInteractive ? UInt64.random(in: 1...UInt64(UInt32.max)) : 0)
      let places = Places(rules: shared.rules)
      let folder = isPrivate ? nil : places.sessionsFolder(shared.transcripts)
      let earlier = isInteractive && !isPrivate ? Earlier(folder: folder, workshop: workshop) : nil
      var header = Transcript(
        session: SessionID(date: Date(), seed: seed).description, rules: workshop.digest, seed: seed
      )
      header.continues = earlier?.session
      let talk = Talk(
        policy: workshop.policy,
        state: earlier?.state(seed: seed, policy: workshop.policy) ?? State(seed: seed))
      let recorder = Recorder(header: header, folder: folder)
      if isInteractive {
        let style = Style(shared.color)
        let history = isPrivate ? nil : places.historyFile
        MainActor.assumeIsolated {
          TerminalChat(
            talk: talk, recorder: recorder, workshop: workshop, style: style, history: history,
            isWatching: watch
          ).run()
        }
      } else {
        try PlainChat(talk: talk, recorder: recorder, isJSON: format == .jsonl).run()
      }
    }
  }
}
