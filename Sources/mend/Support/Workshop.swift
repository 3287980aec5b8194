// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading
import RuleFiles

/// Rules as loaded and compiled, ready to talk with.
struct Workshop {
  let options: SharedOptions
  private(set) var loaded: LoadedRules
  private(set) var policy: Policy
  private(set) var findings: [Finding]

  /// Loads and compiles; errors in rule files are printed, and what is sound is used.
  ///
  /// - Parameter loaded: the rules, where they were read already.
  init(_ options: SharedOptions, loaded: LoadedRules? = nil, quietly: Bool = false) throws {
    self.options = options
    let loaded = try loaded ?? options.loadRules()
    self.loaded = loaded
    findings = loaded.findings
    policy = Policy(coach: loaded.coach, rules: CompiledRules(loaded.rules, findings: &findings))
    if !quietly { try options.report(findings, folder: Places(rules: options.rules).rulesFolder()) }
    if policy.rules.intents.isEmpty {
      throw Failure(
        .malformed, "no intent could be loaded from the rules; mend check tells what is wrong")
    }
  }

  var digest: String { loaded.digest }
}
