// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Templates

/// Works out whose statement each word belongs to, whether it is meant, and whether it is over.
///
/// The cues are templates of the language file ("<they> says", "I used to"); each colours the words in its
/// scope. Later cues win over earlier ones, so "I know he says it was nothing" ends up with him.
struct FacetPainter {
  private let rules: CompiledRules
  private let tokens: [Token]
  private(set) var facets: [Facets]

  init(_ utterance: Utterance, rules: CompiledRules) {
    self.rules = rules
    tokens = utterance.tokens
    facets = [Facets](repeating: Facets(), count: utterance.tokens.count)
  }

  mutating func paint(_ cue: LanguageDefinition.Cue, matched range: Range<Int>) {
    for index in reach(cue.scope, of: range) {
      switch cue.facet {
      case "holder": facets[index].holder = Holder(rawValue: cue.value) ?? .speaker
      case "stance": facets[index].stance = Stance(rawValue: cue.value) ?? .held
      default: facets[index].time = Time(rawValue: cue.value) ?? .now
      }
    }
  }

  private func reach(_ scope: LanguageDefinition.Cue.Scope, of range: Range<Int>) -> Range<Int> {
    switch scope {
    case .within: return range
    case .after:
      var end = range.upperBound
      while end < tokens.count, tokens[end].breakBefore != .hard {
        if end > range.upperBound, tokens[end].breakBefore == .soft,
          rules.templates.lexicon.isReset(tokens[end].word)
        {
          break
        }
        end += 1
      }
      return range.upperBound..<max(end, range.upperBound)
    case .clause: return bounds(of: range) { $0 != .none }
    case .sentence: return bounds(of: range) { $0 == .hard }
    }
  }

  private func bounds(of range: Range<Int>, at stops: (Break) -> Bool) -> Range<Int> {
    var start = min(range.lowerBound, tokens.count - 1)
    while start > 0, !stops(tokens[start].breakBefore) { start -= 1 }
    var end = range.upperBound
    while end < tokens.count, !stops(tokens[end].breakBefore) { end += 1 }
    return start..<end
  }
}
