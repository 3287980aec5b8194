// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

/// Tells of templates that stand for more sentences than anyone can try: what they hear is anybody's guess.
struct SentenceCountCheck: Check {
  static let most = 1e12

  func findings(in book: RuleBook) -> [Finding] {
    let sampler = TemplateSampler(lists: book.rules.lists, rules: book.rules.rules)
    return book.rules.intents.flatMap(\.sentences).compactMap { line in
      let count = sampler.count(line.text)
      guard count > Self.most else { return nil }
      return Finding(
        .note, code: "too-many-sentences",
        "this template stands for about 10^\(power(count)) sentences",
        at: line.place, help: "split it, or move parts to lists",
        length: line.text.unicodeScalars.count)
    }
  }

  private func power(_ count: Double) -> Int {
    var rest = count
    var digits = 0
    while rest >= 10, digits < 300 {
      rest /= 10
      digits += 1
    }
    return digits
  }
}
