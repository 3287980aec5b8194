// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// `mend sessions`: what was saved.
struct SessionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "List, show, search, export, go on with, or delete saved talks.",
    subcommands: [List.self, Show.self, Search.self, Export.self, Resume.self, Delete.self],
    defaultSubcommand: List.self)
}
