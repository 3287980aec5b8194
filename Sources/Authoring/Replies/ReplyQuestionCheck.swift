// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Keeps questions where they belong: one in `ask`, none in `text` or `try`, and none that leads to "no".
struct ReplyQuestionCheck: Check {
  /// Openings that have the answer in them.
  static let leading = [
    "aren't you", "don't you", "didn't you", "isn't it", "wasn't it", "won't you", "wouldn't you",
    "shouldn't you", "couldn't you", "haven't you", "can't you", "you're not going to",
    "you aren't going to",
    "you wouldn't", "are you not", "do you not", "don't you think", "isn't that",
  ]

  func findings(in book: RuleBook) -> [Finding] {
    book.spokenTexts.compactMap { text in
      let marks = text.spoken.text.count { $0 == "?" }
      switch text.role {
      case .ask:
        if marks != 1 {
          return finding(
            text, "reply-questions", "ask: holds \(marks) questions", "ask exactly one")
        }
      case .text where !text.isDanger, .step, .point:
        if marks > 0 {
          return finding(
            text, "reply-questions",
            "\(text.role == .text ? "text:" : "this text") holds a question",
            "move it to ask:, and keep one question in all")
        }
      case .pattern, .exercise, .text, .yes, .no:
        if marks > 1 {
          return finding(text, "reply-questions", "this text asks \(marks) questions", "keep one")
        }
      }
      return leading(text)
    }
  }

  private func leading(_ text: SpokenText) -> Finding? {
    for sentence in text.sentences where sentence.hasSuffix("?") {
      let words = sentence.padded
      if let phrase = Self.leading.first(where: {
        words.hasPrefix(" \($0) ") || words.hasSuffix(" \($0) ")
      }) {
        return finding(
          text, "reply-leading-question", "the question leads to its answer (\"\(phrase)\")",
          "ask openly: begin with what, how, when or who")
      }
    }
    return nil
  }

  private func finding(_ text: SpokenText, _ code: String, _ message: String, _ help: String)
    -> Finding
  {
    .warning(code, message, at: text.spoken.place, help: help)
  }
}
