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
      let isInteractive = format == .text && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
      let seed = shared.seed ?? (isInteractive ? UInt64.random(in: 1...UInt64(UInt32.max)) : 0)
      let folder = isPrivate ? nil : shared.sessionsFolder
      var header = Transcript(session: SessionID(date: Date(), seed: seed).description, seed: seed)
      if isInteractive {
        // Asked once: what was answered before goes on until it is taken back.
        header.consent = folder.flatMap(Earlier.consent)
        let earlier = header.consent == true ? folder.flatMap(Earlier.init) : nil
        header.continues = earlier?.session
        try talkOnTerminal(seed, earlier, header, folder)
      } else {
        let workshop = try Workshop(shared)
        header.rules = workshop.digest
        let talk = Talk(policy: workshop.policy, state: State(seed: seed))
        let recorder = Recorder(header: header, folder: folder)
        var chat = PlainChat(talk: talk, recorder: recorder, isJSON: format == .jsonl)
        if watch { chat.watched = (RuleWatcher(options: shared), workshop) }
        try chat.run()
      }
    }
  }

  private func talkOnTerminal(
    _ seed: UInt64, _ earlier: Earlier?, _ header: Transcript, _ folder: String?
  ) throws {
    let places = Places(rules: shared.rules)
    // What is surely wrong is said before the greeting.
    _ = try places.existingRulesFolder()
    let options = shared
    let loading = Loading { try Workshop(options) }
    let style = Style(shared.color)
    let history = isPrivate ? nil : places.historyFile
    let isWatching = watch
    let consent = header.consent
    MainActor.assumeIsolated {
      TerminalChat(
        loading: loading, options: options, recorder: Recorder(header: header, folder: folder),
        style: style, history: history,
        isWatching: isWatching
      ) { policy in
        if let earlier { return earlier.state(seed: seed, policy: policy) }
        var state = State(seed: seed)
        state.consent = consent
        return state
      }.run(greetsAgain: earlier != nil)
    }
  }
}
