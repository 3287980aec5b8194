// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language

/// Finds misspelt words in what is said to people, by the word list that also keeps spelling correction
/// from touching correct words.
///
/// Names and words of a field that no dictionary has stand in `language/accepted.txt`, one a line.
struct SpellingCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    guard !book.rules.words.isEmpty else { return [] }
    var correct: Set<String> = []
    var reported: Set<String> = []
    var unknown: [(word: String, text: SpokenText)] = []
    for text in book.spokenTexts {
      for word in text.words where !correct.contains(word) && !reported.contains(word) {
        if isCorrect(word, book) || isName(word, in: text) {
          correct.insert(word)
        } else {
          reported.insert(word)
          unknown.append((word, text))
        }
      }
    }
    return unknown.map { word, text in
      .warning(
        "misspelt-word", "\"\(word)\" is in no dictionary", at: text.spoken.place,
        help: (nearest(to: word, among: correct).map { "did you mean \($0)? If it is right, add" }
          ?? "if it is right, add") + " it to language/accepted.txt")
    }
  }

  private func isCorrect(_ word: String, _ book: RuleBook) -> Bool {
    if word.contains(where: \.isNumber) || Self.shortened.contains(word) { return true }
    func isKnown(_ word: String) -> Bool {
      word.utf8.count == 1 || Self.short.contains(word) || book.rules.words.contains(word.utf8)
        || book.accepted.contains(word)
    }
    if isKnown(word) { return true }
    return Self.endings.contains { word.hasSuffix($0) && isKnown(String(word.dropLast($0.count))) }
  }

  /// What a correct word may end with.
  private static let endings = ["'s", "s'", "'", "n't", "'ll", "'re", "'ve", "'d", "'m"]
  /// Words of two letters, which the word list leaves out.
  private static let short: Set = [
    "am", "an", "as", "at", "be", "by", "do", "go", "he", "hi", "if", "in", "is", "it", "me", "my",
    "no", "of", "oh", "ok", "on", "or", "so", "to", "up", "us", "we",
  ]
  /// Forms whose first half is no word.
  private static let shortened: Set = ["won't", "can't", "shan't", "ain't", "o'clock", "ma'am"]

  /// A word with a capital inside a sentence is a name.
  private func isName(_ word: String, in text: SpokenText) -> Bool {
    text.sentences.contains { sentence in
      sentence.split(separator: " ").dropFirst().contains { written in
        written.contains { $0.isUppercase } && String(written).plainWords.contains(word)
      }
    }
  }
}
