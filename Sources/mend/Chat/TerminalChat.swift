// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Foundation
import Terminal

/// A talk on a terminal: line editing, wrapped replies, and commands that begin with a slash.
@MainActor
final class TerminalChat {
  /// The talk itself; the rules may still be loading when it is first needed.
  lazy var talk: Talk = begin()
  let recorder: Recorder
  let style: Style
  let editor: LineEditor
  private let loading: Loading<Workshop>
  private let options: SharedOptions
  private let initialState: (Policy) -> State
  private let watcher: RuleWatcher?
  private var workshop: Workshop?
  private var isOver = false
  private var hasComplained = false

  init(
    loading: Loading<Workshop>, options: SharedOptions, recorder: Recorder, style: Style,
    history: String?, isWatching: Bool, initialState: @escaping (Policy) -> State
  ) {
    self.loading = loading
    self.options = options
    self.recorder = recorder
    self.style = style
    self.initialState = initialState
    editor = LineEditor(style: style, history: history.map { HistoryFile(path: $0) })
    watcher = isWatching ? RuleWatcher(options: options) : nil
  }

  func run(greetsAgain: Bool) {
    open(greetsAgain: greetsAgain)
    editor.completions = { [self] in SlashCommand.completions($0, coach: talk.policy.coach) }
    while !isOver {
      switch editor.read(prompt: "> ") {
      case .interrupted: continue
      case .end: leave(farewell: true)
      case .line(let line):
        let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.isEmpty { continue }
        takeUpEdits()
        if text.hasPrefix("/"), !text.contains("\n") { command(text) } else { say(to: line) }
      }
    }
  }

  private func begin() -> Talk {
    do {
      let workshop = try loading.value()
      self.workshop = workshop
      recorder.note(rules: workshop.digest)
      return Talk(policy: workshop.policy, state: initialState(workshop.policy))
    } catch {
      complain("error: \(error)")
      exit((error as? Failure)?.status.rawValue ?? Failure.Status.malformed.rawValue)
    }
  }

  // MARK: - Saying

  /// At most four lines: what it is, what is saved where, how to turn that off, how to begin.
  private func open(greetsAgain: Bool) {
    show(
      "mend: a coach for broken trust. A program with written rules, not a therapist.")
    if let folder = recorder.folder {
      show("This talk is saved only on this computer, in \(shortened(folder)).", as: .dim)
      show("/private stops that, /forget deletes it, /help shows the rest.", as: .dim)
    } else {
      show(
        "This talk is private: nothing of it is saved. /help shows what else there is.", as: .dim)
    }
    if let fault = editor.historyFault {
      show("Your typing history is not kept: \(fault)", as: .dim)
    }
    if greetsAgain, !talk.state.lastReply.isEmpty {
      gap()
      show(talk.state.lastReply, as: .coach)
      gap()
      return
    }
    show("Begin wherever you like: what happened?")
    gap()
  }

  func say(to line: String) {
    let reply = talk.answer(line)
    recorder.record(line, reply, in: talk)
    complainOnce()
    gap()
    show(reply.text, as: reply.isDanger ? .danger : .coach)
    gap()
    if reply.isGoodbye {
      askForConsent()
      leave(farewell: false)
    }
  }

  /// Whether the next session may look back at this one: asked once, in plain words, answered in a word.
  private func askForConsent() {
    guard talk.state.consent == nil, recorder.hasTurns, talk.state.turn > 2,
      let text = talk.policy.coach.patterns["consent-ask"]?.first?.text
    else { return }
    show(text, as: .coach)
    guard case .line(let answer) = editor.read(prompt: "yes or no> ") else { return }
    remember(answer.lowercased().hasPrefix("y"))
  }

  func remember(_ consents: Bool) {
    talk.update { $0.consent = consents }
    recorder.consent(consents)
    let name = consents ? "consent-yes" : "consent-no"
    show(talk.policy.coach.patterns[name]?.first?.text ?? "Noted.", as: .coach)
    complainOnce()
  }

  func show(_ text: String, as role: Style.Role? = nil) {
    let wrapped = TextWrap(columns: editor.columns).wrap(sanitized(text, lineBreaks: .stay))
    let lines = role.map { role in
      wrapped.split(separator: "\n", omittingEmptySubsequences: false).map {
        style.paint(String($0), as: role)
      }
      .joined(separator: "\n")
    }
    print(lines ?? wrapped)
    fflush(nil)
  }

  private func gap() { show("") }

  private func complainOnce() {
    guard let fault = recorder.fault, !hasComplained else { return }
    hasComplained = true
    show(
      "This talk cannot be saved: \(fault). It stays in memory; /save FILE writes it somewhere else.",
      as: .error)
  }

  private func leave(farewell: Bool) {
    isOver = true
    if farewell { show("Take care of yourself. Come back whenever you like.", as: .coach) }
    if let path = recorder.path { show("This talk is in \(shortened(path)).", as: .dim) }
  }

  // MARK: - Commands

  private func command(_ text: String) {
    let parts = text.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
    let argument = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
    guard let command = SlashCommand.named(parts.first ?? "") else {
      let near = SlashCommand.nearest(to: parts.first ?? "")
      show(
        "There is no command \(text.prefix(40)). \(near.map { "Did you mean /\($0)? " } ?? "")/help lists them all."
      )
      return
    }
    if command == .quit {
      askForConsent()
      leave(farewell: true)
    } else {
      perform(command, argument)
    }
  }

  private func takeUpEdits() {
    guard let watcher, let workshop, let change = watcher.change(since: workshop) else { return }
    var role = Style.Role.error
    if case .fresh(let fresh, _) = change {
      self.workshop = fresh
      talk.exchange(fresh.policy)
      role = .dim
    }
    for line in change.lines { show(line, as: role) }
  }
}
