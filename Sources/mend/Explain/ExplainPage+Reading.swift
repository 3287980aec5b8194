// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Language
import Reading
import Terminal

/// What the words became: rewrites, clauses, and the cues that coloured them.
extension ExplainPage {
  mutating func addWords() {
    title("Words")
    let tokens = reading.utterance.tokens
    let shown = tokens.indices.map { index in
      tokens[index].word == Lexicon.unknown ? style.paint("\(word(index))?", as: .dim) : word(index)
    }
    add("  \(shown.joined(separator: " "))")
    if tokens.contains(where: { $0.word == Lexicon.unknown }) {
      add(style.paint("  a word with a ? stands in no rule", as: .dim))
    }
    for entry in reading.utterance.ledger {
      let typed = String(decoding: reading.utterance.text[entry.start..<entry.end], as: UTF8.self)
      add("  \(sanitized(typed)) → \(sanitized(entry.to)) (\(entry.kind.rawValue))")
    }
  }

  mutating func addClauses() {
    title("Clauses")
    let cues = FoundCue.all(in: reading.utterance, rules: rules)
    for (number, clause) in reading.clauses.enumerated() {
      let facets = clause.facets
      add("  \(number + 1). \(words(clause.tokens))")
      add(
        "     holder \(facets.holder.rawValue), stance \(facets.stance.rawValue), time \(facets.time.rawValue)"
      )
      for cue in cues where cue.tokens.overlaps(clause.tokens) {
        add(
          style.paint(
            "     “\(words(cue.tokens))”: \(cue.cue.facet) \(cue.cue.value), scope \(cue.cue.scope.rawValue), by \(cue.cue.template) at \(cue.cue.place)",
            as: .dim))
      }
    }
  }
}
