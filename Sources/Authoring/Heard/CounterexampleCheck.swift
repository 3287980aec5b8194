// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

/// Runs each counterexample: its intent must not be heard, wherever it would rank.
struct CounterexampleCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    book.probes.filter(\.isCounterexample).compactMap { probe in
      let name = probe.intent.name
      guard
        let heard = probe.reading.intents.first(where: { $0.intent == name && $0.isFromTemplate })
          ?? probe.reading.intents.first(where: {
            $0.intent == name && $0.intent == probe.reading.best.intent
          })
      else { return nil }
      let by =
        heard.isFromTemplate ? "\"\(heard.template)\" at line \(heard.place.line)" : "likeness"
      // Learning may settle what only likeness hears, so until then it is no fault of the rule.
      let isSettled = heard.isFromTemplate || !book.isModelStale
      return Finding(
        isSettled ? .error : .warning, code: "counterexample-heard",
        "\(name) hears this counterexample, by \(by)", at: probe.line.place,
        help: heard.isFromTemplate
          ? "make that template narrower, or add an unless"
          : "run mend learn, or give the message an intent of its own",
        length: probe.line.text.unicodeScalars.count)
    }
  }
}
