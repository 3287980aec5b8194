// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

/// Finds templates that match much of what other intents give as examples: they say nothing any more.
struct BroadTemplateCheck: Check {
  /// A template may match at most this share of the examples that are not its own.
  static let mostShare = 0.3
  /// Fewer examples than this prove nothing.
  static let leastExamples = 20

  func findings(in book: RuleBook) -> [Finding] {
    var hits: [Int: Int] = [:]
    for probe in book.probes {
      for template in probe.templates
      where book.compiled.sentence(of: template)?.intent.name.family != probe.intent.name.family {
        hits[template, default: 0] += 1
      }
    }
    let total = book.probes.count
    guard total >= Self.leastExamples else { return [] }
    return hits.compactMap { template, count in
      guard Double(count) > Double(total) * Self.mostShare,
        let sentence = book.compiled.sentence(of: template), !sentence.isTurned
      else { return nil }
      return .warning(
        "template-too-broad",
        "this template matches \(count) of \(total) examples, most of them of other intents",
        at: sentence.line.place,
        help: "ask for more words, or for the words that make the difference",
        length: sentence.line.text.unicodeScalars.count)
    }
  }
}
