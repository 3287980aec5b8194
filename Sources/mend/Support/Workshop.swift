// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading
import RuleFiles

/// Rules as loaded and compiled, ready to talk with.
struct Workshop {
  let options: SharedOptions
  let policy: Policy
  let findings: [Finding]
  let digest: String

  /// Rules as they are in the folder, or in the cache where that is the same; errors in rule files are
  /// printed, and what is sound is used.
  init(_ options: SharedOptions) throws {
    try self.init(options, try options.readyRules(), quietly: false)
  }

  /// Compiles rules that were loaded, for those who need them as they are written as well.
  init(_ options: SharedOptions, loaded: LoadedRules, quietly: Bool = false) throws {
    try self.init(options, ReadyRules(loaded), quietly: quietly)
  }

  private init(_ options: SharedOptions, _ ready: ReadyRules, quietly: Bool) throws {
    self.options = options
    findings = ready.findings
    digest = ready.digest
    policy = Policy(coach: ready.coach, rules: ready.rules)
    if !quietly { try options.report(findings, folder: Places(rules: options.rules).rulesFolder()) }
    if policy.rules.intents.isEmpty {
      throw Failure(
        .malformed, "no intent could be loaded from the rules; mend check tells what is wrong")
    }
  }
}
