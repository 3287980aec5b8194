// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings

/// Finds questions of which only one answer was thought of, and answers to no question.
struct HalfAnswerCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    book.coach.replies.values.flatMap(\.allVariants).compactMap { variant in
      let place = (variant.ask ?? variant.text).place
      let yes = variant.yes?.text ?? variant.yesMeans
      let no = variant.no?.text ?? variant.noMeans
      switch (yes, no) {
      case (nil, nil): return nil
      case (_?, nil):
        return .error(
          "half-answered-question", "the question has yes: and no no:", at: place, help: "add no:")
      case (nil, _?):
        return .error(
          "half-answered-question", "the question has no: and no yes:", at: place, help: "add yes:")
      case (_?, _?):
        guard variant.ask == nil else { return nil }
        return .error(
          "half-answered-question", "yes: and no: answer a question that is not asked", at: place,
          help: "add ask:")
      }
    }
  }
}
