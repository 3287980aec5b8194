// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings

/// Finds exercises whose written result names a step that there is none of, or leaves an answer out.
struct ExerciseCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    book.coach.exercises.flatMap { exercise -> [Finding] in
      let steps = exercise.steps.map(\.id)
      let named = PlaceholderCheck.places(in: exercise.document)
      let known = Set(steps).union(Patterns.everywhere).union(["date", "title"])
      let unknown = named.filter { !known.contains($0) }.map { name in
        Finding.error(
          "unknown-step", "the document of \(exercise.id) names {\(name)}, and no step has that id",
          at: exercise.place,
          help: nearest(to: name, among: steps).map { "did you mean {\($0)}?" } ?? "add the step")
      }
      let lost = Set(steps).subtracting(named).sorted().map { id in
        Finding.warning(
          "lost-answer",
          "what is answered to \(id) does not stand in the document of \(exercise.id)",
          at: exercise.place, help: "write {\(id)} into document:")
      }
      let twice = Dictionary(grouping: steps) { $0 }.filter { $0.value.count > 1 }.keys.sorted().map
      { id in
        Finding.error(
          "duplicate-name", "two steps of \(exercise.id) are called \(id)", at: exercise.place,
          help: "rename one")
      }
      return unknown + lost + twice
    }
  }
}
