// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

/// Runs every example of danger: danger must be heard first, whatever else is loaded.
///
/// Another kind of the same danger is as good; nothing else is.
struct SafetyCorpusCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    book.probes.filter { !$0.isCounterexample && $0.intent.tier == .safety }.compactMap { probe in
      let best = probe.reading.best
      guard best.tier != .safety || best.intent.family != probe.intent.name.family else {
        return nil
      }
      return .error(
        "danger-missed", "this example of \(probe.intent.name) gives \(best.intent) first",
        at: probe.line.place,
        help: "add a template that hears it; danger must never be missed",
        length: probe.line.text.unicodeScalars.count)
    }
  }
}
