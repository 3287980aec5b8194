// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Foundation

/// Notices that rule files were edited, before the next message: a talk has time.
final class RuleWatcher {
  enum Change {
    case fresh(Workshop, Impact)
    case broken([String])

    /// What the author is told: what the edit changes in saved talks, or why it is not in force.
    var lines: [String] {
      switch self {
      case .fresh(_, let impact): ["The rules were edited and are in force."] + impact.lines
      case .broken(let why):
        ["The edited rules are broken; the last good ones stay in force."] + why
      }
    }
  }

  private let options: SharedOptions
  private var stamp: String?

  init(options: SharedOptions) {
    self.options = options
    stamp = Self.stamp(of: options)
  }

  func change(since workshop: Workshop) -> Change? {
    let now = Self.stamp(of: options)
    guard now != stamp else { return nil }
    stamp = now
    guard let loaded = try? options.loadRules() else {
      return .broken(["the rules folder cannot be read"])
    }
    if loaded.digest == workshop.digest { return nil }
    do {
      if let broken = Self.broken(loaded.findings) { return broken }
      let fresh = try Workshop(options, loaded: loaded, quietly: true)
      if let broken = Self.broken(fresh.findings) { return broken }
      let talks = Impact.transcripts(
        in: Places(rules: options.rules).talksFolder(options.transcripts))
      return .fresh(fresh, Impact(from: workshop.policy, to: fresh.policy, in: talks))
    } catch {
      return .broken(["\(error)"])
    }
  }

  private static func broken(_ findings: [Finding]) -> Change? {
    let errors = findings.filter { $0.severity == .error }.sorted()
    return errors.isEmpty ? nil : .broken(errors.prefix(5).map { "\($0)" })
  }

  private static func stamp(of options: SharedOptions) -> String? {
    (try? Places(rules: options.rules).rulesFolder()).flatMap(ruleFileStamp)
  }
}
