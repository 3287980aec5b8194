// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading
import Templates

/// A cue that coloured some words: why a clause is another's, negated, asked or over.
public struct HeardCue: Sendable {
  public var cue: LanguageDefinition.Cue
  public var tokens: Range<Int>

  /// The cues in an utterance, in the order of the text.
  public static func all(in utterance: Utterance, rules: CompiledRules) -> [HeardCue] {
    Matcher(rules.templates).matches(in: utterance).compactMap { match in
      rules.cue(of: match.template).map { HeardCue(cue: $0, tokens: match.tokens) }
    }
  }
}
