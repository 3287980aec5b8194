// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Phrases that mend listens for, as the rule files list them (`patterns: cue-…`), in normal spelling.
struct Cues: Sendable {
  /// The words of each phrase.
  private let phrases: [String: [[Substring]]]

  /// Words that may stand beside a phrase that is all of a message.
  private static let polite: Set<Substring> = [
    "please", "ok", "okay", "yes", "no", "just", "sorry", "hm", "hmm", "well", "thanks", "then",
  ]

  init(_ patterns: [String: [Spoken]], lexicon: Lexicon) {
    phrases = patterns.filter { $0.key.hasPrefix("cue-") }.mapValues { texts in
      texts.map { Self.words(Self.normal(lexicon.read($0.text), lexicon)) }.filter { !$0.isEmpty }
    }
  }

  /// The words of a message as the rules spell them.
  static func normal(_ utterance: Utterance, _ lexicon: Lexicon) -> String {
    utterance.tokens.indices.map { index in
      let token = utterance.tokens[index]
      return token.word == Lexicon.unknown
        ? utterance.typed(index..<(index + 1)).lowercased() : lexicon.words[token.word]
    }.joined(separator: " ")
  }

  /// Whether a message, as words in normal spelling, holds one of the phrases, word for word.
  func hears(_ name: String, in words: [Substring]) -> Bool {
    (phrases[name] ?? []).contains { phrase in
      words.indices.contains { words[$0] == phrase[0] && words[$0...].starts(with: phrase) }
    }
  }

  /// Whether it is one of the phrases, and nothing else but a polite word.
  func isOnly(_ name: String, _ words: [Substring]) -> Bool {
    let words = Self.bare(words)
    return !words.isEmpty && (phrases[name] ?? []).contains { Self.bare($0) == words }
  }

  static func words(_ text: String) -> [Substring] { text.split(separator: " ") }

  private static func bare(_ words: [Substring]) -> [Substring] {
    words.filter { !polite.contains($0) }
  }
}
