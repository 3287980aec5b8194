// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Terminal

/// What can be typed after a slash.
enum SlashCommand: String, CaseIterable {
  case help, why, source, more, topics, exercises, facts, remember, `private`, forget, save, quit

  /// What it does, for `/help`.
  var about: String {
    switch self {
    case .help: "this list"
    case .why: "what I understood, and why I answered so"
    case .source: "where the advice comes from"
    case .more: "another piece of guidance on this"
    case .topics: "what we can talk about; /topics NAME reads one up"
    case .exercises: "guided exercises; /exercises NAME begins one"
    case .facts: "what I have gathered; /facts NAME=VALUE corrects it"
    case .remember: "whether I may look back at saved talks next time: /remember yes or no"
    case .private: "stop saving this talk"
    case .forget: "delete this talk from this computer"
    case .save: "name this talk, or write it to a file: /save NAME, /save FILE.yaml"
    case .quit: "end (Ctrl-D does too)"
    }
  }

  static func named(_ name: String) -> SlashCommand? {
    switch name {
    case "exit", "bye": .quit
    case "exercise": .exercises
    case "topic": .topics
    case "sources": .source
    case "?": .help
    default: SlashCommand(rawValue: name.lowercased())
    }
  }

  static func nearest(to name: String) -> String? {
    Findings.nearest(to: name, among: allCases.map(\.rawValue))
      ?? allCases.map(\.rawValue).first { $0.hasPrefix(name.lowercased()) && !name.isEmpty }
  }

  /// What Tab offers: commands at the start of a line, names after those that take one.
  static func completions(_ completion: Completion, coach: Coach) -> [String] {
    let names: [String]
    switch completion.before {
    case "": names = completion.word.hasPrefix("/") ? allCases.map { "/\($0.rawValue)" } : []
    case "/topics ", "/source ": names = coach.knowledge.keys.sorted()
    case "/exercises ": names = coach.exercises.map(\.id).sorted()
    default: names = []
    }
    return names.filter { $0.hasPrefix(completion.word) }
  }
}
