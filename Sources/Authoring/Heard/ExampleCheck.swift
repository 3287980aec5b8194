// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

/// Runs each example against all rules: its own intent must be heard first.
///
/// Danger has a check of its own, which asks more and forgives no thief.
struct ExampleCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    let slots = book.lost.isEmpty ? nil : CaptureSlots(book.rules)
    // An intent without sentences is reported as such.
    let examples = book.probes.filter {
      !$0.isCounterexample && $0.intent.tier != .safety && !$0.intent.sentences.isEmpty
    }
    return examples.compactMap { probe in
      guard let finding = finding(probe, isModelStale: book.isModelStale) else { return nil }
      // A template that stands on what could not be read hears nothing, and that is reported already.
      return slots.map { book.lost.declaresPart(of: probe.intent, $0) } == true ? nil : finding
    }
  }

  private func finding(_ probe: Probe, isModelStale: Bool) -> Finding? {
    let name = probe.intent.name
    let best = probe.reading.best
    guard best.intent != name else { return nil }
    let length = probe.line.text.unicodeScalars.count
    if let own = probe.reading.intents.first(where: { $0.intent == name }) {
      if let why = best.outweighing(own, isModelStale: isModelStale) {
        // Learning may settle it, so until then it is no fault of the rule.
        return Finding(
          isModelStale ? .warning : .error, code: "example-stolen",
          "this example of \(name) is taken by \(best.intent): \(why.reason)", at: probe.line.place,
          help: why.remedy, length: length)
      }
      return .error(
        "example-stolen",
        "this example of \(name) is taken by \(best.intent), \(best.advantage(over: own))",
        at: probe.line.place, help: best.remedy, length: length)
    }
    if let aside = probe.reading.putAside.first(where: { $0.heard.intent == name }) {
      return .error(
        "example-not-heard", "\(name) does not hear its own example: \(aside.reason)",
        at: probe.line.place,
        help:
          "change the example, or the guard that puts the template at line \(aside.heard.place.line) aside",
        length: length)
    }
    return .error(
      "example-not-heard", "\(name) does not hear its own example, which gives \(best.intent)",
      at: probe.line.place,
      help: "add a template for it; mend explain --rule \(name) shows what comes nearest",
      length: length)
  }
}

extension Heard {
  /// On which key of the ranking it stands before another.
  public func advantage(over other: Heard) -> String {
    if tier != other.tier, tier == .safety { return "whose tier, safety, outranks everything" }
    if points != other.points { return "on points (\(points) against \(other.points))" }
    if tier != other.tier { return "on tier (\(tier.rawValue) before \(other.tier.rawValue))" }
    return "on name alone"
  }

  /// Why likeness stands before what a template heard, and what to do about it; nil where it is not so.
  public func outweighing(_ own: Heard, isModelStale: Bool) -> (reason: String, remedy: String)? {
    guard case .likeness = evidence, own.isFromTemplate else { return nil }
    let points = "(\(points) against \(own.points))"
    return isModelStale
      ? (
        "your template did match; likeness outweighed it \(points), because what it learnt does not know this rule yet",
        "run mend learn"
      )
      : (
        "your template did match; likeness outweighed it \(points), though what it learnt is up to date",
        "write a template with more of the message's words, or add examples like it and run mend learn"
      )
  }

  /// What an author can do about an intent that takes what is another's.
  var remedy: String {
    switch evidence {
    case .template:
      "make the template at \(place.file):\(place.line) (\(template)) narrower, or give it an unless"
    case .likeness:
      "run mend learn after adding examples, or write a template with more of its words"
    case .nothing: "add a template for it"
    }
  }
}
