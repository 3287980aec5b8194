// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Dialogue
import Findings
import Foundation
import Reading
import Terminal

/// `mend new`: begins a rule, a knowledge entry, an exercise or a transcript, or writes contrast forms.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a rule, knowledge entry, exercise or transcript that passes mend check.",
    discussion: """
      rule        what is heard and said: own/NAME.yaml among the rules
      knowledge   what the coach knows, which replies and exercises draw on: knowledge/NAME.yaml
      exercise    questions that lead to a page of the person's own: exercises/NAME.yaml
      transcript  a talk as a test, beside the rules: Transcripts/own/NAME.yaml; mend replay runs it
      contrast    nothing new: the examples of the rule NAME denied, told of another, past …, to be marked

      mend new rule denial.shrugging --about "Shrugs it off." --sentence "so what" --example "So what?"
      mend new contrast denial.minimizing   writes the examples denied, told of another, past, supposed, asked
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "What to begin: rule, knowledge, exercise, transcript or contrast.")
  var kind: Kind

  @Argument(help: "Its name; for contrast, an intent.")
  var name: String

  @Option(name: .customLong("for"), help: "The side that it is for: breaker, hurt or both.")
  var side: Side = .both

  @Option(help: "What it is about, in plain words.")
  var about: String?

  @Option(help: "A template of a rule, or a message of a transcript; may be given several times.")
  var sentence: [String] = []

  @Option(help: "A message that must be heard; may be given several times.")
  var example: [String] = []

  @Option(help: ArgumentHelp("The file to write.", valueName: "path"))
  var output: String?

  @Option(help: ArgumentHelp("The knowledge entry that it draws on.", valueName: "id"))
  var entry: String?

  @Flag(
    help: "For contrast: put the forms into the intent's file, commented out, to be marked there.")
  var write = false

  @Flag(
    help:
      "For a rule: make it serve both sides, with the family line and the partner rule that this takes."
  )
  var bothSides = false

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case rule, knowledge, exercise, transcript, contrast
  }

  func run() throws {
    try reporting {
      let loaded = try shared.loadRules()
      let workshop = try Workshop(shared, loaded: loaded, quietly: true)
      guard let scaffold = Scaffold.Kind(rawValue: kind.rawValue) else {
        return try contrast(workshop)
      }
      try checkName(scaffold, workshop)
      let folder = try Places(rules: shared.rules).rulesFolder()
      let path = output ?? Self.path(for: scaffold, name, folder)
      let depth =
        path.hasPrefix(folder + "/") ? path.dropFirst(folder.count + 1).count { $0 == "/" } : 0
      let text = try filled(scaffold, workshop).heard(among: loaded.rules).text(
        depth: depth)
      try create(text, at: path)
      print(
        "\(sanitized(shortened(path))) is written; fill it in, then run mend \(scaffold == .transcript ? "replay" : "check")"
      )
    }
  }

  // MARK: - What stands in it

  private func filled(_ kind: Scaffold.Kind, _ workshop: Workshop) throws -> Scaffold {
    let isAsking = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    func asked(_ question: String, _ given: [String]) -> [String] {
      guard given.isEmpty, isAsking else { return given }
      FileHandle.standardError.write(Data("\(question) (an empty line ends)\n".utf8))
      var lines: [String] = []
      while let line = readLine(), !line.allSatisfy(\.isWhitespace) { lines.append(line) }
      return lines
    }
    let about = about ?? asked("What is it about, in plain words?", []).first
    let question =
      kind == .transcript ? "What is said, one message a line?" : "Which templates hear it?"
    let sentences = kind == .rule || kind == .transcript ? asked(question, sentence) : []
    var examples = kind == .rule ? asked("Which messages must be heard?", example) : []
    if kind == .transcript {
      let reader = Reader(workshop.policy.rules)
      let said = sentences.isEmpty ? ["Hello."] : sentences
      examples = said.map { reader.read($0).best.intent.description }
    }
    return Scaffold(
      kind, name: name, side: side, about: about.map { sanitized($0) },
      sentences: sentences.map { sanitized($0) },
      examples: examples.map { sanitized($0) },
      entry: try entry(for: kind, workshop.policy.coach.knowledge.keys.sorted()),
      partner: try partner(of: kind, workshop.policy.rules))
  }

  /// The knowledge entry that was named, else that of the same name or family; an exercise has to name some entry.
  private func entry(for kind: Scaffold.Kind, _ known: [String]) throws -> String? {
    if let entry {
      guard !known.contains(entry) else { return entry }
      let near = nearest(to: entry, among: known).map { "did you mean \($0)?" }
      throw Failure(
        .noInput,
        "no knowledge entry is named \(sanitized(entry)); \(near ?? "mend new knowledge begins one")"
      )
    }
    return known.first { $0 == name } ?? known.first { $0 == IntentName(name).family }
      ?? (kind == .exercise ? known.first : nil)
  }

  /// The rule that a rule of both sides turns to; a family that turns already needs no second line.
  private func partner(of kind: Scaffold.Kind, _ rules: CompiledRules) throws -> Scaffold.Partner? {
    guard bothSides else { return nil }
    guard kind == .rule else {
      throw Failure(.usage, "--both-sides is for a rule; leave it out for \(kind.rawValue)")
    }
    let family = IntentName(name).family
    if let known = rules.families[family] {
      throw Failure(
        .cannotCreate,
        known.other.map {
          "the family \(family) turns into \($0) already, at \(known.place); leave out --both-sides, and write <i> and <my> in the templates"
        }
          ?? "the family \(family) is declared at \(known.place); add other: partner-\(family) there, leave out --both-sides, and begin the partner with mend new rule partner-\(family)"
      )
    }
    let name = "partner-\(family)"
    return Scaffold.Partner(
      name: name, isDeclared: rules.intents.contains { $0.name.family == name })
  }

  private func checkName(_ kind: Scaffold.Kind, _ workshop: Workshop) throws {
    guard !name.isEmpty,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) })
    else {
      throw Failure(.usage, "\"\(sanitized(name))\" is no name; use letters, digits, - and dots")
    }
    let coach = workshop.policy.coach
    let taken: Place? =
      switch kind {
      case .rule: workshop.policy.rules.intent(named: IntentName(name))?.place
      case .knowledge: coach.knowledge[name]?.place
      case .exercise: coach.exercises.first { $0.id == name }?.place
      case .transcript: nil
      }
    if let taken {
      throw Failure(.cannotCreate, "\(name) is already there, at \(taken); choose another name")
    }
  }
}

extension Side: ExpressibleByArgument {}
