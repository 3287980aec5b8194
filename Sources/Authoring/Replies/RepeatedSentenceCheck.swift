// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Finds sentences that stand in the rules twice: a talk never says one twice, so the second is a gap.
struct RepeatedSentenceCheck: Check {
  /// Very short ones may come again ("Thank you.").
  static let leastWords = 5

  func findings(in book: RuleBook) -> [Finding] {
    var first: [String: Place] = [:]
    let texts = book.spokenTexts.sorted { $0.spoken.place < $1.spoken.place }
    return texts.compactMap { text in
      for sentence in text.sentences where sentence.wordCount >= Self.leastWords {
        let key = sentence.padded
        if let earlier = first[key], earlier != text.spoken.place {
          return .warning(
            "repeated-sentence", "\"\(sentence)\" also stands at \(earlier)", at: text.spoken.place,
            help: "say it in other words")
        }
        first[key] = text.spoken.place
      }
      return nil
    }
  }
}
