// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// Gives a person's own words back, turned to "you": "i read her diary" → "you read her diary".
///
/// Grammatical or not at all: a clause is turned only where it has a plain subject and a verb that is
/// known, and nothing that does not turn ("you", "we"). Otherwise a few words are quoted as they stand.
public struct Echo: Sendable {
  private let inflector: Inflector
  private let verbs: Set<String>
  /// Regular verbs by their past.
  private let regular: [String: String]

  static let longest = 14
  static let longestQuote = 9

  private static let swaps = [
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "am": "are",
  ]
  private static let unturnable: Set<String> = [
    "you", "your", "yours", "yourself", "we", "us", "our", "ours", "lol", "ok", "okay", "yeah",
    "please",
    "coach", "hi", "hello", "hey", "fuck", "fucking", "shit",
  ]
  private static let auxiliaries: Set<String> = [
    "am", "is", "are", "was", "were", "have", "has", "had", "do", "does", "did", "can", "could",
    "will",
    "would", "should", "might", "must", "may",
  ]
  private static let adverbs: Set<String> = [
    "not", "never", "just", "still", "always", "even", "only", "also", "really", "already", "then",
    "now",
    "keep", "kept", "keeps", "finally", "actually", "basically",
  ]
  private static let openers: Set<String> = [
    "and", "but", "so", "because", "then", "well", "also", "though", "ok", "okay", "yeah", "yes",
    "no", "since", "when",
  ]
  private static let asking: Set<String> = [
    "what", "how", "why", "when", "where", "who", "which", "is", "are", "am", "do", "does", "did",
    "can", "could",
    "should", "would", "will", "was", "were", "ok", "okay", "yes", "yeah", "no", "please", "tell",
    "help", "give",
    "thanks", "hi", "hello", "hey", "any", "if",
  ]
  private static let dangling: Set<String> = [
    "a", "an", "the", "to", "of", "and", "or", "but", "so", "with", "for", "at", "in", "on", "my",
    "his", "her",
    "their", "that", "if", "when", "because", "as", "is", "was", "not", "than", "from", "about",
    "like", "who",
    "which", "what", "by", "into", "just", "really",
  ]

  public init(_ definition: LanguageDefinition) {
    inflector = Inflector(definition)
    var verbs: Set<String> = []
    for verb in definition.irregular {
      verbs.formUnion([verb.base, verb.third, verb.past, verb.participle])
    }
    for verb in definition.doubling {
      let forms = inflector.forms(of: verb)
      verbs.formUnion([forms.base, forms.third, forms.past])
    }
    self.verbs = verbs
    let inflector = inflector
    regular = Dictionary(
      definition.doubling.map { (inflector.forms(of: $0).past, $0) },
      uniquingKeysWith: { first, _ in first })
  }

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
    guard let clause = clause(in: reading, around: tokens) else { return Reflection() }
    let words = clause.map { word(reading.utterance, $0, lexicon) }
    var reflection = Reflection()
    if let first = words.first(where: { !Self.openers.contains($0) }), !Self.asking.contains(first),
      !isAsked(reading.utterance, clause)
    {
      reflection.quote = quote(reading.utterance, clause)
    }
    guard let start = subjectStart(words), words.count - start.index <= Self.longest else {
      return reflection
    }
    let body = Array(words[start.index...])
    guard body.count >= 4, !body.contains(where: Self.unturnable.contains),
      !Self.dangling.contains(body[body.count - 1]),
      isFinite(body, after: start.length)
    else { return reflection }
    reflection.clause = turned(body)
    reflection.doing = gerund(body)
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

  /// The clause that overlaps the words most.
  private func clause(in reading: Reading, around tokens: Range<Int>) -> Range<Int>? {
    let overlapping = reading.clauses.map(\.tokens).filter { $0.overlaps(tokens) }
    return overlapping.max { left, right in
      let mine = left.clamped(to: tokens).count
      let others = right.clamped(to: tokens).count
      return (mine, -left.lowerBound) < (others, -right.lowerBound)
    }
  }

  /// Where the subject begins, and how many words it has.
  private func subjectStart(_ words: [String]) -> (index: Int, length: Int)? {
    var index = 0
    while index < words.count, Self.openers.contains(words[index]) { index += 1 }
    guard index < words.count else { return nil }
    switch words[index] {
    case "i", "he", "she", "they", "it": return (index, 1)
    case "my" where index + 1 < words.count: return (index, 2)
    default: return nil
    }
  }

  private func isFinite(_ body: [String], after subject: Int) -> Bool {
    var index = subject
    while index < body.count, Self.adverbs.contains(body[index]) { index += 1 }
    guard index < body.count else { return false }
    let verb = body[index]
    if Self.auxiliaries.contains(verb) { return true }
    if verb.hasSuffix("ing") || verb == "'s" { return false }
    return verbs.contains(verb) || verb.hasSuffix("ed") && verb.count > 4
  }

  private func turned(_ body: [String]) -> String {
    var out: [String] = []
    for (index, word) in body.enumerated() {
      let afterI = index > 0 && body[index - 1] == "i"
      switch word {
      case "was" where afterI: out.append("were")
      case "am": out.append("are")
      case "not" where index > 0 && body[index - 1] == "can":
        out[out.count - 1] = "cannot"
      case "'s": out[out.count - 1] += "'s"
      default: out.append(Self.swaps[word] ?? word)
      }
    }
    return out.joined(separator: " ")
  }

  /// "i lied to my wife" → "lying to your wife"; only for something done, not denied.
  private func gerund(_ body: [String]) -> String? {
    guard body[0] == "i", body.count >= 4, !Self.auxiliaries.contains(body[1]) else { return nil }
    let base: String
    if let known = inflector.base(ofIrregular: body[1]) {
      base = known
    } else if let known = regular[body[1]] {
      base = known
    } else {
      return nil
    }
    return turned([inflector.forms(of: base).ing] + body.dropFirst(2))
  }

  private func quote(_ utterance: Utterance, _ clause: Range<Int>) -> String? {
    guard (3...Self.longestQuote).contains(clause.count) else { return nil }
    let text = utterance.typed(clause)
    let isClean = text.allSatisfy { $0.isLetter || $0.isNumber || " '’-".contains($0) }
    return isClean ? text : nil
  }
}
