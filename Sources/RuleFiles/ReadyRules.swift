// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Dialogue
import Findings
import Reading

/// Rules to talk by: compiled, with what the coach says, and without what only their authors need.
public struct ReadyRules: Sendable {
  public let coach: Coach
  public let rules: CompiledRules
  public let findings: [Finding]
  /// Digest of everything read: changes whenever any rule does.
  public let digest: String

  public init(_ loaded: LoadedRules) {
    var findings = loaded.findings
    rules = CompiledRules(loaded.rules, findings: &findings)
    coach = loaded.coach
    self.findings = findings
    digest = loaded.digest
  }

  init(_ kept: KeptRules, _ learnt: LearntModel) {
    rules = CompiledRules(kept.parts, likeness: learnt.model(with: kept.wordClasses))
    coach = kept.coach
    findings = kept.findings + learnt.findings
    digest = kept.digest
  }
}

/// What is made of rule files with some work, and is the same as long as they are.
struct KeptRules: Sendable {
  let coach: Coach
  let parts: CompiledRules.Parts
  let findings: [Finding]
  let digest: String
  let wordClasses: WordClasses

  init(_ loaded: LoadedRules) {
    var findings = loaded.findings
    parts = CompiledRules.Parts(loaded.rules, findings: &findings)
    coach = loaded.coach
    self.findings = findings
    digest = loaded.digest
    wordClasses = loaded.wordClasses
  }

  private init(
    coach: Coach, parts: CompiledRules.Parts, findings: [Finding], digest: String,
    wordClasses: WordClasses
  ) {
    self.coach = coach
    self.parts = parts
    self.findings = findings
    self.digest = digest
    self.wordClasses = wordClasses
  }
}

extension KeptRules: Archivable {
  static let form = Form(
    KeptRules.init(coach:parts:findings:digest:wordClasses:), \.coach, \.parts, \.findings,
    \.digest,
    \.wordClasses)
}
