// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading

/// Finds texts that what is filled in leaves ungrammatical: "the your wife", "them are", "your wife have".
///
/// `{other}` becomes "your wife" or "the other person", `{them}` and `{their}` become a pronoun that is
/// never a subject.
struct GrammarCheck: Check {
  private static let articles: Set = ["a", "an", "the", "your", "my", "his", "her", "their", "our"]
  private static let plural: Set = [
    "are", "were", "have", "do", "don't", "haven't", "aren't", "weren't",
  ]
  private static let verbs: Set = [
    "is", "are", "was", "were", "has", "have", "had", "will", "can", "may", "might", "could",
    "would",
    "should", "must", "does", "do", "feels", "needs", "wants", "knows", "thinks", "says",
  ]
  /// Words after which `{other}` is the subject of what follows.
  private static let joints: Set = [
    "that", "if", "when", "because", "but", "while", "where", "how", "what", "as", "until",
    "before",
    "after", "whether", "so",
  ]

  func findings(in book: RuleBook) -> [Finding] {
    book.spokenTexts.filter { $0.spoken.text.utf8.contains(UInt8(ascii: "{")) }.compactMap { text in
      fault(in: text.spoken.text).map { fault in
        .warning(
          "reply-grammar", "filled in, the text reads \"\(fault.reads)\"", at: text.spoken.place,
          help: fault.help)
      }
    }
  }

  private struct Fault {
    var reads: String
    var help: String
  }

  private func fault(in text: String) -> Fault? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    for (index, word) in words.enumerated() {
      let before = index > 0 ? words[index - 1].lowercased() : "."
      let after = index + 1 < words.count ? bare(words[index + 1]) : ""
      let endsHere = word.hasSuffix(".") || word.hasSuffix(",") || word.hasSuffix("?")
      if word.hasPrefix("{other}") || word.hasPrefix("{their}") || word.hasPrefix("{Other}"),
        Self.articles.contains(before)
      {
        let filled = word.hasPrefix("{their}") ? "her" : "your wife"
        return Fault(reads: "\(before) \(filled)", help: "leave out \"\(before)\"")
      }
      if word.lowercased() == "{other}", !endsHere, Self.plural.contains(after),
        isSubject(after: before)
      {
        return Fault(reads: "your wife \(after)", help: "write the verb for one person")
      }
      if word.hasPrefix("{them}'") || word.hasPrefix("{them}’") {
        return Fault(reads: "them's", help: "write {their}, or {other}'s")
      }
      if word == "{them}", Self.verbs.contains(after), startsSentence(after: before) {
        return Fault(reads: "them \(after)", help: "write {Other} where it is the subject")
      }
    }
    return nil
  }

  private func startsSentence(after word: String) -> Bool { ".!?".contains(word.last ?? ".") }

  private func isSubject(after word: String) -> Bool {
    startsSentence(after: word) || word.hasSuffix(",") || Self.joints.contains(bare(word))
  }

  private func bare(_ word: String) -> String {
    word.lowercased().filter { $0.isLetter || $0 == "'" }
  }
}
