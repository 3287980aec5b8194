// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Foundation
import Terminal
import Transcripts

extension TerminalChat {
  func perform(_ command: SlashCommand, _ argument: String) {
    switch command {
    case .help:
      for command in SlashCommand.allCases {
        show(
          "  /\(command.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0)) \(command.about)"
        )
      }
    case .why: why()
    case .source: source(argument)
    case .more: say(to: "tell me more")
    case .topics: topics(argument)
    case .exercises: exercises(argument)
    case .facts: facts(argument)
    case .remember:
      if recorder.folder == nil {
        return show("Nothing is saved in a private talk, so there is nothing to look back at.")
      }
      remember(!argument.lowercased().hasPrefix("n"))
    case .private:
      let path = recorder.path
      recorder.stop()
      editor.stopKeepingHistory()
      show(
        "From now on nothing is saved.\(path.map { " What was said so far is in \(shortened($0)); delete that file to be rid of it." } ?? "")"
      )
    case .forget: forget()
    case .save: save(argument)
    case .quit: break
    }
  }

  // MARK: - Explaining

  private func why() {
    guard let reply = talk.last, let reading = reply.reading else {
      return show("Nothing has been said yet.")
    }
    show("I took it as: \(reply.intents.prefix(4).joined(separator: ", "))", as: .emphasis)
    for heard in reading.intents.prefix(5) {
      var line = "- \(heard.intent) (\(heard.tier.rawValue), \(heard.points) points): "
      switch heard.evidence {
      case .template:
        line +=
          "the rule at \(heard.place) heard \"\(heard.matched)\" by the template: \(heard.template)"
        if heard.facets.holder != .speaker { line += "; it is \(heard.facets.holder.rawValue)'s" }
        if heard.facets.stance != .held { line += "; \(heard.facets.stance.rawValue)" }
      case .likeness(let words):
        line +=
          "like messages that mean this, by the words \(words.map { "\"\($0.words)\" (\($0.points))" }.joined(separator: ", "))"
      case .nothing: line += "nothing was recognised"
      }
      show(line)
    }
    for aside in reading.putAside.prefix(3) {
      show(
        "- put aside: \(aside.heard.intent) at \(aside.heard.place), because \(aside.reason)",
        as: .dim)
    }
    for rewriting in reading.utterance.ledger.prefix(6) {
      show("- read as \"\(rewriting.to)\" (\(rewriting.kind.rawValue))", as: .dim)
    }
    if !reply.places.isEmpty {
      show("Said from: \(reply.places.joined(separator: ", "))", as: .dim)
    }
    if !reply.parked.isEmpty {
      show("Waiting for later: \(reply.parked.joined(separator: ", "))", as: .dim)
    }
  }

  private func source(_ name: String) {
    let ids = name.isEmpty ? talk.last?.guidance ?? [] : [name]
    let entries = ids.compactMap { talk.policy.coach.knowledge[$0] }
    guard let entry = entries.first else {
      let near = nearest(to: name, among: talk.policy.coach.knowledge.keys)
      return show(
        name.isEmpty
          ? "My last words were not advice from an article."
          : "I know nothing under \"\(name)\".\(near.map { " Did you mean \($0)?" } ?? "")")
    }
    show("\(entry.title) (\(entry.id))", as: .emphasis)
    for source in entry.sources {
      show("- \(source.article)\(source.section.isEmpty ? "" : ": \(source.section)")")
    }
    show("In the rules: \(entry.place)", as: .dim)
  }

  // MARK: - Looking round

  private func topics(_ name: String) {
    let knowledge = talk.policy.coach.knowledge
    if name.isEmpty {
      for id in knowledge.keys.sorted() where !id.contains(".") {
        show("- \(id): \(knowledge[id]?.title ?? "")")
      }
      return show("/topics NAME reads one up; or simply tell me about it.", as: .dim)
    }
    guard let entry = knowledge[name] else {
      let near = nearest(to: name, among: knowledge.keys)
      return show("There is no topic \"\(name)\".\(near.map { " Did you mean \($0)?" } ?? "")")
    }
    show(entry.title, as: .emphasis)
    let wording = Wording(memory: talk.state.memory)
    let points = entry.points.flatMap { $0.said.fitting(talk.state.memory.side) }
    for point in (points.isEmpty ? entry.points.flatMap { $0.said.all } : points).prefix(3) {
      show("- \(wording.filled(point.text))")
    }
    for step in entry.steps.prefix(8) { show("  · \(step.text)") }
  }

  private func exercises(_ name: String) {
    let exercises = talk.policy.coach.exercises.sorted { $0.id < $1.id }
    if name.isEmpty {
      for exercise in exercises { show("- \(exercise.id): \(exercise.title)") }
      return show("/exercises NAME begins one; \"stop\" ends it at any point.", as: .dim)
    }
    guard exercises.contains(where: { $0.id == name }) else {
      let near = nearest(to: name, among: exercises.map(\.id))
      return show("There is no exercise \"\(name)\".\(near.map { " Did you mean \($0)?" } ?? "")")
    }
    say(to: "/exercise \(name)")
  }

  private func facts(_ argument: String) {
    if argument.contains("=") { return say(to: "/facts \(argument)") }
    let facts = talk.state.memory.facts
    if facts.isEmpty { return show("I have not gathered anything yet.") }
    for (name, values) in facts.sorted(by: { $0.key < $1.key }) {
      show("- \(name): \(values.joined(separator: ", "))")
    }
    for promise in talk.state.promises {
      show("- you meant to: \(promise.text) (\(promise.outcome.rawValue))")
    }
  }

  // MARK: - Keeping and forgetting

  private func forget() {
    do throws(TranscriptFault) {
      try recorder.forget()
      try? editor.forgetSession()
      show(
        "This talk is deleted, and nothing more is saved. What stands on the screen is yours to clear."
      )
    } catch {
      show("It could not be deleted: \(error)", as: .error)
    }
  }

  private func save(_ name: String) {
    if name.isEmpty {
      return show("Write /save NAME to name this talk, or /save FILE.yaml to write it to a file.")
    }
    do throws(TranscriptFault) {
      if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".md") {
        try write(to: name)
        show("Written to \(name).")
      } else if recorder.folder == nil {
        show("Nothing is saved in a private talk; /save FILE.yaml writes it to a file of your own.")
      } else {
        try recorder.name(name)
        show("This talk is called \"\(name)\" from now on; mend sessions finds it by that name.")
        for document in talk.state.documents.suffix(3) {
          show(
            "- its result \"\(document.title)\": mend sessions export \(name) writes it out",
            as: .dim)
        }
      }
    } catch {
      show("It could not be saved: \(error)", as: .error)
    }
  }

  private func write(to path: String) throws(TranscriptFault) {
    if path.hasSuffix(".md"), !talk.state.documents.isEmpty {
      try PrivateFile.write(
        talk.state.documents.map(\.markdown).joined(separator: "\n\n"), to: path)
    } else {
      try recorder.save(to: path)
    }
  }
}
