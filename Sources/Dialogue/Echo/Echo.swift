// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// Gives a person's own words back, turned to "you": "i read her diary" → "you read her diary".
///
/// Grammatical or not at all: a clause is turned only where its subject and verb are plain and agree, and
/// nothing in it could turn wrong. Otherwise a few words are quoted as they stand, or nothing is.
public struct Echo: Sendable {
  private let grammar: EchoGrammar

  static let lengths = 4...13
  static let quoteLengths = 3...7

  public init(_ definition: LanguageDefinition) { grammar = EchoGrammar(definition) }

  /// What one clause says, as it can be said back.
  public struct Reflection: Sendable, Equatable {
    /// "you read her diary"
    public var clause: String?
    /// "reading her diary", where the speaker did it.
    public var doing: String?
    /// The words as typed, to be put in quotation marks.
    public var quote: String?
  }

  /// - Parameter tokens: the words that carried the meaning; the clause around them is given back.
  public func reflect(_ reading: Reading, around tokens: Range<Int>, lexicon: Lexicon) -> Reflection
  {
    var reflection = Reflection()
    guard let clause = clause(in: reading, around: tokens),
      !isAsked(reading.utterance, clause.tokens)
    else { return reflection }
    let words = clause.tokens.map { word(reading.utterance, $0, lexicon) }
    guard !words.contains(where: EchoWords.untouchable.contains) else { return reflection }
    reflection.quote = quote(reading.utterance, clause.tokens, words)
    // What is only supposed, or said by somebody else, would sound as if it were so.
    guard clause.facets.stance != .supposed, clause.facets.stance != .asked,
      !hasSlips(reading.utterance, clause.tokens, lexicon),
      let body = grammar.plainClause(words), Self.lengths.contains(body.words.count)
    else { return reflection }
    reflection.clause = grammar.turned(body.words)
    reflection.doing = grammar.gerund(body.words)
    return reflection
  }

  private func isAsked(_ utterance: Utterance, _ clause: Range<Int>) -> Bool {
    utterance.sentences.first { $0.overlaps(clause) }.map { sentence in
      utterance.tokens[sentence].contains(where: \.endsQuestion)
    } ?? false
  }

  private func word(_ utterance: Utterance, _ index: Int, _ lexicon: Lexicon) -> String {
    let token = utterance.tokens[index]
    return token.word == Lexicon.unknown
      ? utterance.typed(index..<(index + 1)) : lexicon.words[token.word]
  }

  /// Words that are none: a slip would be given back as it was typed.
  private func hasSlips(_ utterance: Utterance, _ clause: Range<Int>, _ lexicon: Lexicon) -> Bool {
    clause.contains { index in
      let text = word(utterance, index, lexicon)
      return !text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "'" || $0 == "-" }
        || utterance.tokens[index].word == Lexicon.unknown && !lexicon.isWord(text)
    }
  }

  /// The clause that overlaps the words most.
  private func clause(in reading: Reading, around tokens: Range<Int>) -> Clause? {
    let overlapping = reading.clauses.filter { $0.tokens.overlaps(tokens) }
    return overlapping.max { left, right in
      let mine = left.tokens.clamped(to: tokens).count
      let others = right.tokens.clamped(to: tokens).count
      return (mine, -left.tokens.lowerBound) < (others, -right.tokens.lowerBound)
    }
  }

  /// A whole short clause in its own spelling, where it would not look torn out.
  private func quote(_ utterance: Utterance, _ clause: Range<Int>, _ words: [String]) -> String? {
    guard Self.quoteLengths.contains(clause.count), let first = words.first, let last = words.last,
      EchoWords.quotable.contains(first), !EchoWords.dangling.contains(last),
      utterance.clauses.count == 1
    else { return nil }
    let text = utterance.typed(clause)
    let isClean = text.allSatisfy { $0.isLetter || $0.isNumber || " '’-".contains($0) }
    return isClean ? text : nil
  }
}
