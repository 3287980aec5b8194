// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading
import Templates

/// Asks which sentence templates match a text, before guards and ranking have their say.
final class TemplateProber {
  private let rules: CompiledRules
  private let matcher: Matcher

  init(_ rules: CompiledRules) {
    self.rules = rules
    matcher = Matcher(rules.templates)
  }

  /// Numbers of the templates.
  func templates(in text: String) -> Set<Int> {
    let utterance = rules.templates.lexicon.read(text)
    return Set(matcher.matches(in: utterance).map(\.template)).filter {
      rules.sentence(of: $0) != nil
    }
  }

  /// Whether one line of one intent matches the text.
  func matches(_ line: Intent.Line, in text: String) -> Bool {
    templates(in: text).contains { rules.sentence(of: $0)?.line == line }
  }
}
