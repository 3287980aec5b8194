// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Dialogue
import Findings
import Foundation
import Language
import Reading
import RuleFiles

/// Makes the likeness model anew from the messages in the rule files.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Learn again which messages are alike, after examples or heard: lists have changed.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try reporting {
      let loaded = try shared.loadRules(withMessages: true)
      let folder = try Places(rules: shared.rules).rulesFolder()
      var findings = loaded.findings
      var rules = loaded.rules
      rules.likeness = nil
      let compiled = CompiledRules(rules, findings: &findings)
      let messages = TrainingMessages.messages(loaded)
      guard !messages.isEmpty else {
        throw Failure(
          .malformed, "no messages to learn from; add examples: to intents or a heard: section")
      }
      let start = ContinuousClock.now
      let meanings = Set(messages.compactMap(\.labels.first)).count
      var progress = Progress(
        "learning from \(messages.count) messages, meaning by meaning", of: meanings + 1)
      let learner = LikenessLearner(
        lexicon: compiled.templates.lexicon, classes: loaded.wordClasses)
      let dangers = Set(compiled.intents.filter { $0.tier == .safety }.map(\.name.family))
      let model = learner.learn(
        messages, dangers: dangers, digest: TrainingMessages.digest(messages),
        apart: { count, work in
          let step = progress
          let found = concurrently(count) { number in
            defer { step.step() }
            return work(number)
          }
          step.end()
          progress = Progress("weighing all meanings against each other")
          return found
        })
      let path = "\(folder)/likeness.model"
      do {
        try LikenessFile.data(of: model).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw Failure(.cannotCreate, "\(path) cannot be written: \(error.localizedDescription)")
      }
      progress.end()
      let time =
        isatty(STDOUT_FILENO) == 1 ? ", learnt in \((.now - start).components.seconds) s" : ""
      print("\(messages.count) messages, \(model.labels.count) labels → \(path)\(time)")
      tellMoved(loaded, from: loaded.rules.likeness, to: model)
    }
  }

  /// How the saved talks read now: what was learnt may have moved any of them.
  private func tellMoved(
    _ loaded: LoadedRules, from before: LikenessModel?, to after: LikenessModel
  ) {
    let talks = Impact.transcripts(in: Places(rules: shared.rules).talksFolder(shared.transcripts))
    guard !talks.isEmpty else { return }
    var findings: [Finding] = []
    let parts = CompiledRules.Parts(loaded.rules, findings: &findings)
    func policy(_ model: LikenessModel?) -> Policy {
      Policy(coach: loaded.coach, rules: CompiledRules(parts, likeness: model))
    }
    let progress = Progress("reading saved talks again")
    let impact = Impact(from: policy(before), to: policy(after), in: talks)
    progress.end()
    print(impact.moved)
  }
}
