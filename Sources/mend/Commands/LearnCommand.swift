// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
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
      let progress = Progress("learning from \(messages.count) messages")
      let learner = LikenessLearner(
        lexicon: compiled.templates.lexicon, classes: loaded.wordClasses)
      let dangers = Set(compiled.intents.filter { $0.tier == .safety }.map(\.name.family))
      let model = learner.learn(
        messages, dangers: dangers, digest: TrainingMessages.digest(messages),
        apart: concurrently)
      let path = "\(folder)/likeness.model"
      do {
        try LikenessFile.data(of: model).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw Failure(.cannotCreate, "\(path) cannot be written: \(error.localizedDescription)")
      }
      progress.end()
      print("\(messages.count) messages, \(model.labels.count) labels → \(path)")
    }
  }
}
