// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings

/// Estimates how many years of school a reply asks for (Flesch and Kincaid's grade): nine is a reader of
/// about fourteen, and above that a tired reader is lost.
struct ReadingGradeCheck: Check {
  static let most = 9.0
  /// Shorter texts say too little for an estimate.
  static let leastWords = 20

  func findings(in book: RuleBook) -> [Finding] {
    book.spokenTexts.compactMap { text in
      guard text.role == .text || text.role == .point || text.role == .yes || text.role == .no,
        !text.isDanger, text.spoken.text.wordCount >= Self.leastWords
      else { return nil }
      let grade = Self.grade(of: text)
      guard grade > Self.most else { return nil }
      return .warning(
        "reply-hard-to-read", "the text asks for more than \(Int(grade)) years of school",
        at: text.spoken.place, help: "write shorter sentences and plainer words")
    }
  }

  static func grade(of text: SpokenText) -> Double {
    let sentences = Double(max(1, text.sentences.count))
    let words = text.words
    let syllables = words.reduce(0) { $0 + Self.syllables(in: $1) }
    let count = Double(max(1, words.count))
    return 0.39 * count / sentences + 11.8 * Double(syllables) / count - 15.59
  }

  /// Groups of vowels, without a silent e at the end.
  private static func syllables(in word: String) -> Int {
    var count = 0
    var wasVowel = false
    for letter in word {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    let endsSilently =
      word.hasSuffix("e") && !word.hasSuffix("le")
      || word.hasSuffix("ed") && !word.hasSuffix("ted") && !word.hasSuffix("ded")
    return max(1, count - (endsSilently && count > 1 ? 1 : 0))
  }
}
