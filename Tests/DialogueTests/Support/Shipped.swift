// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Dialogue
import Reading
import RuleFiles

/// The rules that are shipped, loaded once for all tests.
enum Shipped {
  static let loaded: LoadedRules? = {
    var folder = #filePath.split(separator: "/").dropLast(4).map(String.init)
    folder.append("Rules")
    return try? RuleFolder(path: "/" + folder.joined(separator: "/")).load(withMessages: true)
  }()

  static let policy: Policy = {
    var findings = loaded?.findings ?? []
    return Policy(
      coach: loaded?.coach ?? Coach(),
      rules: CompiledRules(loaded?.rules ?? RuleSet(), findings: &findings))
  }()

  /// One talk from its beginning.
  static func talk(_ lines: [String], seed: UInt64 = 1) -> (replies: [Reply], state: State) {
    var state = State(seed: seed)
    let reader = Reader(policy.rules)
    let replies = lines.map { policy.reply(to: $0, in: &state, using: reader) }
    return (replies, state)
  }
}
