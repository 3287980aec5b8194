// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Findings
import Reading
import RuleFiles
import Terminal

/// `mend explain`: how a message is read, and why one rule did not hear it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Show how a message is read: words, clauses, what matched and what nearly did, and the reply."
  )

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("Tell why this intent did not hear the message.", valueName: "intent"))
  var rule: String?

  @Argument(help: "The message.")
  var utterance: [String]

  func run() throws {
    try reporting {
      let loaded = try shared.loadRules(withMessages: true)
      let workshop = try Workshop(shared, loaded: loaded)
      let messages = TrainingMessages.digest(TrainingMessages.messages(loaded))
      var page = ExplainPage(
        utterance.joined(separator: " "), workshop: workshop, written: loaded.rules,
        isModelStale: loaded.rules.likeness?.isStale(for: messages) ?? false,
        style: Style(shared.color))
      if let rule {
        page.explain(try intent(rule, workshop.policy.rules))
      } else {
        page.explain(seed: shared.seed ?? 0)
      }
      var output = Output()
      for line in page.lines { try output.line(line) }
      try output.flush()
    }
  }

  private func intent(_ name: String, _ rules: CompiledRules) throws -> Intent {
    if let intent = rules.intent(named: IntentName(name)) { return intent }
    let kinds = rules.intents.map(\.name.description).filter { $0.hasPrefix(name + ".") }
    let near = nearest(to: name, among: rules.intents.map(\.name.description))
    let help =
      kinds.isEmpty
      ? near.map { "did you mean \($0)?" } ?? "mend check lists what is wrong with the rules"
      : "name one of its kinds: \(kinds.joined(separator: ", "))"
    throw Failure(.noInput, "no intent is named \(sanitized(name)); \(help)")
  }
}
