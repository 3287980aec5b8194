// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Guided exercises: one question at a time, with a way out at any point and a written result.
extension Turn {
  /// Exercises for two people, which are no help to somebody who is not safe.
  private static let forTwo: Set<String> = [
    "agreements", "asking-for-a-talk", "listening-practice", "weekly-meeting", "apology-plan",
    "seven-small-promises",
  ]

  /// `/exercise NAME`, typed as it is written in a transcript.
  mutating func chosenExercise() -> Reply? {
    guard text.hasPrefix("/exercise ") else { return nil }
    return begin(String(text.dropFirst(10)).trimmedBlanks)
  }

  /// `/facts NAME=VALUE`, typed as it is written in a transcript: what was learnt wrongly is put right.
  mutating func toldFact() -> Reply? {
    let parts = text.dropFirst(7).split(separator: "=", maxSplits: 1).map {
      String($0).trimmedBlanks
    }
    guard text.hasPrefix("/facts "), parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      return nil
    }
    state.memory.set(parts[0], String(parts[1].prefix(60)))
    // It was no answer: what is waited for waits on.
    state.danger?.turn += 1
    let noted = composer.pattern("correction", ["fact": "\(parts[0]) is \(parts[1])"])
    return finish(
      noted ?? "", label: "reject.restated", question: state.question, keepsTopic: true)
  }

  /// Begins an exercise.
  mutating func begin(_ id: String) -> Reply? {
    guard let exercise = policy.coach.exercises.first(where: { $0.id == id }),
      let first = exercise.steps.first
    else { return nil }
    if Self.forTwo.contains(id), let held = heldBack(nil, about: nil) { return held }
    state.exercise = ExerciseProgress(id: id, step: 0, answers: [:])
    state.offered.insert(id)
    let wording = Wording(memory: state.memory)
    let opening = wording.filled(exercise.opening.text)
    return said(
      joined(state.freshness.isFresh(opening) ? opening : nil, wording.filled(first.ask.text)),
      exercise)
  }

  mutating func exercise() -> Reply? {
    guard let progress = state.exercise,
      let exercise = policy.coach.exercises.first(where: { $0.id == progress.id }),
      exercise.steps.indices.contains(progress.step)
    else { return nil }
    return aside(from: exercise, progress) ?? answered(exercise, progress)
  }

  /// What is said instead of an answer: to stop, to go back, to be helped, to ask something else.
  private mutating func aside(from exercise: Exercise, _ progress: ExerciseProgress) -> Reply? {
    let step = exercise.steps[progress.step]
    let wording = Wording(memory: state.memory)
    let ask = wording.filled(step.ask.text)
    let family = reading.best.isFromTemplate ? reading.best.intent.family : ""
    if isOnly("cue-cancel") || family == "goodbye" {
      state.exercise = nil
      if family == "goodbye" { return conversation() }
      return closing(composer.pattern("exercise-cancelled") ?? "", label)
    }
    if isOnly("cue-change"), progress.step > 0 {
      state.exercise?.step -= 1
      let earlier = exercise.steps[progress.step - 1]
      return said(
        joined(composer.pattern("exercise-changed"), wording.filled(earlier.ask.text)), exercise)
    }
    if isOnly("cue-example") || family == "repeat-please" || family == "ask-help" {
      return said(joined(step.hint.map { wording.filled($0.text) }, ask), exercise)
    }
    if isUnsure, !progress.helped.contains(step.id) {
      state.exercise?.helped.insert(step.id)
      return said(joined(step.more.map { wording.filled($0.text) }, ask), exercise)
    }
    guard let digression = digression(family) else { return nil }
    return said(
      joined(digression, composer.pattern("exercise-resume", ["title": exercise.title]), ask),
      exercise)
  }

  /// A short answer to something that has nothing to do with the exercise.
  private mutating func digression(_ family: String) -> String? {
    switch family {
    case "ask-identity": return composer.pattern("identity")
    case "ask-privacy": return composer.pattern("privacy")
    case "ask-why": return composer.point(of: state.topic?.entry, label: label, ending: .none)?.text
    case "complaint", "thanks", "greeting": return composer.pattern("exercise-digression")
    case "off-topic": return composer.pattern("off-topic-short")
    default:
      guard !family.isEmpty, context.isQuestion(reading.utterance),
        reading.best.tier == .topic || reading.best.tier == .pitfall
      else { return nil }
      return composer.point(of: composer.entryID(for: family), label: label, ending: .none)?.text
    }
  }

  private mutating func answered(_ exercise: Exercise, _ progress: ExerciseProgress) -> Reply {
    let wording = Wording(memory: state.memory)
    let isSkipped = isOnly("cue-skip") || isUnsure
    var progress = progress
    progress.answers[exercise.steps[progress.step].id] = isSkipped ? "" : text.trimmedBlanks
    progress.step += 1
    state.exercise = progress
    guard progress.step < exercise.steps.count else {
      return complete(exercise, progress, wording)
    }
    let opener =
      isSkipped ? composer.pattern("exercise-skipped") : composer.pattern("exercise-noted")
    return said(joined(opener, wording.filled(exercise.steps[progress.step].ask.text)), exercise)
  }

  private mutating func complete(
    _ exercise: Exercise, _ progress: ExerciseProgress, _ wording: Wording
  ) -> Reply {
    var markdown = wording.filled(exercise.document, keeping: Set(exercise.steps.map(\.id)))
    for step in exercise.steps {
      let answer = progress.answers[step.id] ?? ""
      markdown = markdown.replacing("{\(step.id)}", with: answer.isEmpty ? "…" : answer)
    }
    state.documents.append(Document(title: exercise.title, markdown: markdown))
    state.exercise = nil
    if let promise = exercise.promise {
      state.promises.append(Promise(text: wording.filled(promise.text)))
    }
    return finish(
      joined(composer.pattern("exercise-saved"), wording.filled(exercise.closing.text)),
      label: label, question: nil, keepsTopic: true)
  }

  private mutating func said(_ text: String, _ exercise: Exercise) -> Reply {
    composer.draw(on: exercise.about)
    return finish(text, label: label, question: nil, keepsTopic: true)
  }
}
