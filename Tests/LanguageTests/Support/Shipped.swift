// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading
import RuleFiles

/// What the shipped rules know of English, loaded once.
enum Shipped {
  private static var folder: RuleFolder {
    RuleFolder(
      path: "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/Rules")
  }

  /// Everything that the coach says in reply.
  static func spokenTexts() throws -> [String] {
    try folder.load().coach.replies.values.flatMap(\.variants).map(\.text.text)
  }

  static let lexicon: Lexicon = {
    do {
      let loaded = try folder.load()
      var findings = loaded.findings
      return CompiledRules(loaded.rules, findings: &findings).templates.lexicon
    } catch {
      preconditionFailure("the shipped rules cannot be loaded: \(error)")
    }
  }()
}

let nowhere = Place(file: "test.yaml")

extension Lexicon {
  /// A small lexicon that knows these words as rule words.
  static func small(
    _ words: String, correct: [String] = [], _ change: (inout LanguageDefinition) -> Void = { _ in }
  ) -> Lexicon {
    var language = LanguageDefinition()
    language.spellings = [
      .init(from: "didn't", to: "did not", kind: .contraction, place: nowhere),
      .init(from: "wouldn't", to: "would not", kind: .contraction, place: nowhere),
      .init(from: "i'm", to: "i am", kind: .contraction, place: nowhere),
      .init(from: "u", to: "you", place: nowhere),
      .init(from: "gonna", to: "going to", place: nowhere),
      .init(from: "would of", to: "would have", place: nowhere),
    ]
    change(&language)
    let lines = correct.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }
      .joined()
    var lexicon = Lexicon(language, correct: WordList(lines: Array(lines.utf8)))
    _ = lexicon.learn(words)
    lexicon.seal()
    return lexicon
  }

  /// The words of a message as rules see them; `?` for one that no rule uses, `|` and `||` for breaks.
  func words(_ text: String) -> String {
    read(text).tokens.enumerated().map { index, token in
      let word = token.word == Lexicon.unknown ? "?" : words[token.word]
      let mark = token.breakBefore == .hard ? "|| " : token.breakBefore == .soft ? "| " : ""
      return (index == 0 ? "" : mark) + word
    }.joined(separator: " ")
  }
}
