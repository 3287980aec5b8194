// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading
import Templates

extension FoundCue {
  /// The cues that coloured some words of an utterance, in the order of the text: why a clause is
  /// another's, negated, asked or over.
  public static func all(in utterance: Utterance, rules: CompiledRules) -> [FoundCue] {
    rules.cues(in: Matcher(rules.templates).matches(in: utterance))
  }
}
