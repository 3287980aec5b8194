// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading

/// Finds what leads back to itself: an answer that asks its own question again, an exercise that asks
/// twice, an entry related to itself, a family that turns into itself.
struct LoopCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    answers(book) + exercises(book) + knowledge(book) + families(book)
  }

  private func answers(_ book: RuleBook) -> [Finding] {
    book.coach.replies.values.flatMap(\.allVariants).flatMap { variant -> [Finding] in
      guard let ask = variant.ask else { return [] }
      let asked = Set(questions(ask))
      return [variant.yes, variant.no].compactMap { answer in
        guard let answer, questions(answer).contains(where: asked.contains) else { return nil }
        return loop("this answer asks the question again that it answers", answer.place)
      }
    }
  }

  private func exercises(_ book: RuleBook) -> [Finding] {
    book.coach.exercises.flatMap { exercise -> [Finding] in
      var asked: Set<String> = []
      return exercise.steps.compactMap { step in
        guard !asked.insert(step.ask.text.padded).inserted else { return nil }
        return loop(
          "the step \(step.id) of \(exercise.id) asks what was asked before", step.ask.place)
      }
    }
  }

  private func knowledge(_ book: RuleBook) -> [Finding] {
    book.coach.knowledge.values.filter { $0.related.contains($0.id) }.map {
      loop("the entry \($0.id) is related to itself", $0.place)
    }
  }

  private func families(_ book: RuleBook) -> [Finding] {
    book.rules.families.filter { family in
      [family.other, family.asked, family.letGo].contains { $0?.description == family.name }
    }.map { loop("the family \($0.name) turns into itself", $0.place) }
  }

  private func questions(_ spoken: Spoken) -> [String] {
    spoken.text.sentences.filter { $0.hasSuffix("?") }.map(\.padded)
  }

  private func loop(_ message: String, _ place: Place) -> Finding {
    .warning("loop", message, at: place, help: "lead on to something else")
  }
}
