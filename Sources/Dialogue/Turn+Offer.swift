// SPDX-License-Identifier: GPL-3.0-or-later

/// When an exercise is offered: on a subject that was spoken about before, or where a plan is asked for;
/// never twice the same, and not at every turn.
extension Turn {
  /// A question that offers an exercise on an entry, where there is one that fits.
  mutating func offer(for entry: String?, isAsked: Bool = false) -> Question? {
    guard let entry, state.exercise == nil, state.danger == nil else { return nil }
    let hasTime = state.turn >= 4 && state.turn - (state.lastOffer ?? -9) > 5
    guard isAsked || hasTime && state.visits[entry, default: 0] > 0 else { return nil }
    let side = state.memory.side
    let fitting = policy.coach.exercises.filter { exercise in
      exercise.about.contains(entry) && !state.offered.contains(exercise.id)
        && (exercise.side == .both || exercise.side == side || isAsked && side == nil)
    }
    // The exercise that has the subject first is the one that is about it.
    let chosen = fitting.min { left, right in
      (left.about.firstIndex(of: entry) ?? 9, left.id)
        < (right.about.firstIndex(of: entry) ?? 9, right.id)
    }
    guard let chosen else { return nil }
    state.offered.insert(chosen.id)
    state.lastOffer = state.turn
    let text = Wording(memory: state.memory).filled(chosen.offer.text)
    return Question(kind: .offer(exercise: chosen.id), text: text, label: entry)
  }
}
