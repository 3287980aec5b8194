// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation

@main
enum Main {
  static func main() {
    // Whoever reads the output may go away; that is an end, not a crash.
    signal(SIGPIPE, SIG_IGN)
    Mend.main()
  }
}

/// A private coach in a terminal for people whose trust in a close relationship is broken.
struct Mend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mend",
    abstract:
      "A private coach for broken trust. A program, not a therapist; nothing leaves your machine.",
    version: Version.text,
    subcommands: [
      ChatCommand.self, MatchCommand.self, ReplayCommand.self, SessionsCommand.self,
      LearnCommand.self, CheckCommand.self,
      ExplainCommand.self, NewCommand.self,
    ],
    defaultSubcommand: ChatCommand.self)
}

enum Version {
  static let text = "0.1.0"
}
