// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Guided exercises: one question at a time, with a way out at any point and a written result.
extension Turn {
  /// A question that offers an exercise on an entry, where there is one that fits and was not offered.
  mutating func offer(for entry: String?) -> Question? {
    guard let entry, state.exercise == nil, state.turn > 2 else { return nil }
    let side = state.memory.side
    let fitting = policy.coach.exercises.sorted { $0.id < $1.id }.first { exercise in
      exercise.about.contains(entry) && !state.offered.contains(exercise.id)
        && (exercise.side == .both || exercise.side == side)
    }
    guard let fitting else { return nil }
    state.offered.insert(fitting.id)
    let text = Wording(memory: state.memory).filled(fitting.offer.text)
    return Question(kind: .offer(exercise: fitting.id), text: text, label: entry)
  }

  /// `/exercise NAME`, typed as it is written in a transcript.
  mutating func chosenExercise() -> Reply? {
    guard text.hasPrefix("/exercise ") else { return nil }
    return begin(String(text.dropFirst(10)).trimmedBlanks)
  }

  /// Begins an exercise.
  mutating func begin(_ id: String) -> Reply? {
    guard let exercise = policy.coach.exercises.first(where: { $0.id == id }),
      let first = exercise.steps.first
    else { return nil }
    state.exercise = ExerciseProgress(id: id, step: 0, answers: [:])
    state.offered.insert(id)
    let wording = Wording(memory: state.memory)
    return said(
      joined(wording.filled(exercise.opening.text), wording.filled(first.ask.text)), exercise)
  }

  mutating func exercise() -> Reply? {
    guard var progress = state.exercise,
      let exercise = policy.coach.exercises.first(where: { $0.id == progress.id }),
      exercise.steps.indices.contains(progress.step)
    else { return nil }
    let step = exercise.steps[progress.step]
    let wording = Wording(memory: state.memory)
    let ask = wording.filled(step.ask.text)
    func cue(_ name: String) -> Bool { policy.coach.patterns[name].map { isOnly($0) } == true }

    if cue("cue-cancel") {
      state.exercise = nil
      return finish(
        composer.pattern("exercise-cancelled") ?? "", label: reading.best.intent.description,
        question: nil, keepsTopic: true)
    }
    if cue("cue-change"), progress.step > 0 {
      progress.step -= 1
      state.exercise = progress
      return said(
        joined(
          composer.pattern("exercise-changed"),
          wording.filled(exercise.steps[progress.step].ask.text)), exercise)
    }
    if cue("cue-example") || reading.best.intent.family == "repeat-please" {
      return said(joined(step.hint.map { wording.filled($0.text) }, ask), exercise)
    }
    if isUnsure, !progress.answers.keys.contains("?\(step.id)") {
      progress.answers["?\(step.id)"] = "asked"
      state.exercise = progress
      return said(joined(step.more.map { wording.filled($0.text) }, ask), exercise)
    }
    if let digression = digression() {
      return said(
        joined(digression, composer.pattern("exercise-resume", ["title": exercise.title]), ask),
        exercise)
    }
    let skipped = cue("cue-skip") || isUnsure
    progress.answers[step.id] = skipped ? "" : text.trimmedBlanks
    progress.step += 1
    state.exercise = progress
    if progress.step < exercise.steps.count {
      let opener = skipped ? composer.pattern("exercise-skipped") : nil
      return said(joined(opener, wording.filled(exercise.steps[progress.step].ask.text)), exercise)
    }
    return complete(exercise, progress, wording)
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
    let closing = wording.filled(exercise.closing.text)
    state.promises.append(contentsOf: promises(of: exercise, progress))
    return finish(
      joined(closing, composer.pattern("exercise-saved")), label: reading.best.intent.description,
      question: nil,
      keepsTopic: true)
  }

  /// Answers to steps named `promise…` are things the person means to do.
  private func promises(of exercise: Exercise, _ progress: ExerciseProgress) -> [Promise] {
    exercise.steps.filter {
      $0.id.hasPrefix("promise") || $0.id == "when" && exercise.id == "asking-for-a-talk"
    }
    .compactMap { progress.answers[$0.id] }.filter { !$0.isEmpty }.map { Promise(text: $0) }
  }

  /// A short answer to a question that has nothing to do with the exercise.
  private mutating func digression() -> String? {
    guard case .template = reading.best.evidence else { return nil }
    let label = reading.best.intent.family
    switch label {
    case "ask-identity": return composer.pattern("identity")
    case "ask-privacy": return composer.pattern("privacy")
    case "ask-help": return composer.pattern("help")
    case "ask-why": return composer.point(of: state.topic?.entry, label: label, ending: .none)?.text
    case "complaint": return composer.pattern("exercise-digression")
    default:
      let asks = reading.utterance.tokens.contains(where: \.endsQuestion)
      guard asks, reading.best.tier == .topic || reading.best.tier == .pitfall else { return nil }
      return composer.point(of: composer.entryID(for: label), label: label, ending: .none)?.text
    }
  }

  private mutating func said(_ text: String, _ exercise: Exercise) -> Reply {
    composer.draw(on: exercise.about)
    return finish(text, label: reading.best.intent.description, question: nil, keepsTopic: true)
  }
}
