// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// A cue that was found, and the words that it matched.
public struct FoundCue: Sendable {
  public var cue: LanguageDefinition.Cue
  public var tokens: Range<Int>
}

/// Works out whose statement each word belongs to, whether it is meant, and whether it is over.
///
/// The cues are templates of the language file ("<they> says", "I used to"); each colours the words in its
/// scope. Later cues win over earlier ones, so "I know he says it was nothing" ends up with him, and longer
/// ones over those inside them, so "he says I said it was nothing" does too.
struct FacetPainter {
  /// Not their lexicon, which is many arrays to hand about.
  private let rules: CompiledRules
  private let tokens: [Token]
  private(set) var facets: [Facets]

  init(_ utterance: Utterance, rules: CompiledRules) {
    self.rules = rules
    tokens = utterance.tokens
    facets = [Facets](repeating: Facets(), count: utterance.tokens.count)
  }

  /// The cues that count: those that no longer cue about the same facet holds.
  ///
  /// - Parameter found: in the order of the text.
  static func standing(_ found: [FoundCue]) -> [FoundCue] {
    if found.count < 2 { return found }
    // Ends of the longest cue so far that began before this one, and of those that begin with it.
    var ends: [String: (before: Int, with: Int, start: Int)] = [:]
    var isStanding = [Bool](repeating: true, count: found.count)
    for (number, one) in found.enumerated().sorted(by: Self.longestFirst) {
      var known = ends[one.cue.facet] ?? (before: -1, with: -1, start: -1)
      if one.tokens.lowerBound > known.start {
        known.before = max(known.before, known.with)
        known.start = one.tokens.lowerBound
      }
      let end = one.tokens.upperBound
      isStanding[number] = end > known.before && end >= known.with
      known.with = max(known.with, end)
      ends[one.cue.facet] = known
    }
    return zip(found, isStanding).filter(\.1).map(\.0)
  }

  private static func longestFirst(
    _ left: (offset: Int, element: FoundCue), _ right: (offset: Int, element: FoundCue)
  ) -> Bool {
    let (one, other) = (left.element.tokens, right.element.tokens)
    return (one.lowerBound, -one.upperBound) < (other.lowerBound, -other.upperBound)
  }

  mutating func paint(_ found: FoundCue) {
    let cue = found.cue
    // Whoever speaks in a quotation says "I".
    if cue.facet == "holder", cue.value == Holder.speaker.rawValue, isQuoted(found.tokens) {
      return
    }
    for index in reach(cue.scope, of: found.tokens) {
      switch cue.facet {
      case "holder": facets[index].holder = Holder(rawValue: cue.value) ?? .speaker
      case "stance": facets[index].stance = Stance(rawValue: cue.value) ?? .held
      default: facets[index].time = Time(rawValue: cue.value) ?? .now
      }
    }
  }

  private func isQuoted(_ range: Range<Int>) -> Bool { tokens[range.lowerBound].quotation != 0 }

  // MARK: - Scopes

  private func reach(_ scope: LanguageDefinition.Cue.Scope, of range: Range<Int>) -> Range<Int> {
    switch scope {
    case .within: range
    case .after: range.upperBound..<endOfReport(after: range.upperBound)
    case .rest: range.upperBound..<endOfStance(after: range.upperBound)
    case .from: range.lowerBound..<endOfStance(after: range.upperBound)
    case .before: beginning(before: range.lowerBound)..<range.upperBound
    case .clause: bounds(of: range) { $0 != .none }
    case .sentence: bounds(of: range) { $0 == .hard }
    }
  }

  /// What another said goes on through commas and conjunctions, until a word of `resets`; a quotation goes
  /// on to its last word, whatever stands in it, and then it is over.
  private func endOfReport(after start: Int) -> Int {
    var end = start
    while end < tokens.count {
      let isInside = end > 0 && tokens[end - 1].quotation != 0
      if isInside, tokens[end].quotation != tokens[end - 1].quotation { break }
      if !isInside, tokens[end].breakBefore == .hard, end > start || !opensQuotation(end) { break }
      if !isInside, end > start, tokens[end].breakBefore == .soft,
        rules.templates.lexicon.isReset(tokens[end].word)
      {
        break
      }
      end += 1
    }
    return end
  }

  private func endOfStance(after start: Int) -> Int {
    if start < tokens.count, opensQuotation(start) { return endOfReport(after: start) }
    var end = start
    while end < tokens.count, tokens[end].breakBefore != .hard {
      if end > start, tokens[end].breakBefore == .soft, !goesOn(at: end) { break }
      end += 1
    }
    return end
  }

  /// Whether a clause opens with "or", or with "and that".
  private func goesOn(at index: Int) -> Bool {
    if rules.templates.lexicon.isReset(tokens[index].word) { return false }
    if rules.templates.lexicon.goesOn(tokens[index].word) { return true }
    return index + 1 < tokens.count && tokens[index + 1].breakBefore == .none
      && rules.templates.lexicon.goesOn(tokens[index + 1].word)
  }

  private func opensQuotation(_ index: Int) -> Bool {
    tokens[index].quotation != 0
      && (index == 0 || tokens[index - 1].quotation != tokens[index].quotation)
  }

  private func beginning(before end: Int) -> Int {
    var start = end
    if start > 0, tokens[start - 1].quotation != tokens[start].quotation,
      tokens[start - 1].quotation != 0
    {
      let quotation = tokens[start - 1].quotation
      while start > 0, tokens[start - 1].quotation == quotation { start -= 1 }
      return start
    }
    while start > 0, tokens[start].breakBefore != .hard {
      if tokens[start].breakBefore == .soft, start < end,
        rules.templates.lexicon.isReset(tokens[start].word)
      {
        break
      }
      start -= 1
    }
    return start
  }

  private func bounds(of range: Range<Int>, at stops: (Break) -> Bool) -> Range<Int> {
    var start = min(range.lowerBound, tokens.count - 1)
    while start > 0, !stops(tokens[start].breakBefore) { start -= 1 }
    var end = range.upperBound
    while end < tokens.count, !stops(tokens[end].breakBefore) { end += 1 }
    return start..<end
  }
}
