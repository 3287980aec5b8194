// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings

/// Measures replies: a text of 25 to 60 words, and with its question or step, and the opener that the talk
/// puts in front, 40 to 90 in all.
struct ReplyLengthCheck: Check {
  static let textWords = 25...60
  static let wholeWords = 40...90
  /// How many words an opener has, more or less.
  static let opener = 10

  func findings(in book: RuleBook) -> [Finding] {
    book.coach.replies.values.filter { !book.isDanger($0.intent) }.flatMap { replies in
      replies.variants.compactMap { finding($0) }
    }
  }

  private func finding(_ variant: ReplyVariant) -> Finding? {
    let words = variant.text.text.wordCount
    let whole =
      words + Self.opener + (variant.ask?.text.wordCount ?? 0) + (variant.step?.text.wordCount ?? 0)
    if !Self.textWords.contains(words) {
      return .warning(
        "reply-length", "the text has \(words) \(words == 1 ? "word" : "words")",
        at: variant.text.place,
        help: "write \(Self.textWords.lowerBound) to \(Self.textWords.upperBound)")
    }
    guard !Self.wholeWords.contains(whole) else { return nil }
    return .warning(
      "reply-length", "the reply has about \(whole) words with its opener", at: variant.text.place,
      help: "make it \(Self.wholeWords.lowerBound) to \(Self.wholeWords.upperBound)")
  }
}
