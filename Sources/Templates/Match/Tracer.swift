// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Follows a match that is known to exist, to learn where it lies and what it captured.
///
/// Depth first, and each place left at each word only once, so it is linear too. It prefers the earliest
/// start, then what the template names first, the fewest words in a gap, and the most that optional parts
/// and a wildcard at the end can take.
struct Tracer {
  /// At most this many matches of one template in one sentence are reported.
  static let mostPerSentence = 8

  private(set) var steps = 0
  private var visited: [Bool] = []
  private var path: [Step] = []
  /// Ways on that have not been tried: of the last step on top, best last.
  private var choices: [Choice] = []
  private var named: [Choice] = []
  private var gaps: [Choice] = []

  private struct Step {
    var choice: Choice
    var from: Int32
    /// Where its ways on begin in `choices`.
    var choices: Int32
  }

  private struct Choice {
    var spot: Int32
    var to: Int32
    var value: Int32 = -1
    var number = 0.0
  }

  mutating func trace(
    _ template: Int, _ attempt: Attempt, in set: TemplateSet, into found: inout [TemplateMatch]
  ) {
    steps = 0
    let count = (attempt.end - attempt.start + 1) * Int(attempt.program.spotCount)
    visited.removeAll(keepingCapacity: true)
    visited.append(contentsOf: repeatElement(false, count: count))
    var from = attempt.start
    var matches = 0
    while from <= attempt.end, matches < Self.mostPerSentence {
      if follow(attempt, from) {
        let match = match(template, attempt, set, from)
        found.append(match)
        matches += 1
        from = max(match.tokens.upperBound, from + 1)
      } else {
        from += 1
      }
      if attempt.program.whole { break }
    }
  }

  /// Looks for a match that begins at `from`; leaves it in `path`.
  private mutating func follow(_ attempt: Attempt, _ from: Int) -> Bool {
    path.removeAll(keepingCapacity: true)
    choices.removeAll(keepingCapacity: true)
    open(attempt, attempt.first, at: from)
    path.append(Step(choice: Choice(spot: -1, to: Int32(from)), from: Int32(from), choices: 0))
    while let step = path.last {
      if choices.count > step.choices {
        let choice = choices.removeLast()
        let seen =
          (Int(choice.to) - attempt.start) * Int(attempt.program.spotCount) + Int(choice.spot)
        if visited[seen] { continue }
        visited[seen] = true
        steps += 1
        path.append(Step(choice: choice, from: step.choice.to, choices: Int32(choices.count)))
        let stop = Int(choice.to)
        open(attempt, attempt.next(after: Int(choice.spot), at: stop), at: stop)
        continue
      }
      // Everything after this step failed; it may still be an end in itself.
      let spot = Int(step.choice.spot)
      if spot >= 0, attempt.isLast(spot), attempt.accepts(Int(step.choice.to)) { return true }
      path.removeLast()
    }
    return false
  }

  /// Adds the places of a set that can be taken at a word to `choices`.
  private mutating func open(_ attempt: Attempt, _ set: Int, at here: Int) {
    named.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
    for word in 0..<Int(attempt.program.setWords) {
      var bits = attempt.ground.sets[set + word]
      while bits != 0 {
        let number = word * 64 + bits.trailingZeroBitCount
        bits &= bits - 1
        open(attempt, number, attempt.spot(number), here)
      }
    }
    gaps.reverse()
    named.reverse()
    choices.append(contentsOf: gaps)
    choices.append(contentsOf: named)
  }

  private mutating func open(
    _ attempt: Attempt, _ number: Int, _ spot: TemplateSet.Spot, _ here: Int
  ) {
    let number = Int32(number)
    switch spot.kind {
    case .clauseStart, .clauseEnd:
      if attempt.holds(spot.kind, here) { named.append(Choice(spot: number, to: Int32(here))) }
    case _ where here >= attempt.end: break
    case .word:
      if attempt.ground.tokens[here].word == spot.argument {
        named.append(Choice(spot: number, to: Int32(here + 1)))
      }
    case .gap, .wildcard: gaps.append(Choice(spot: number, to: Int32(here + 1)))
    case .list:
      attempt.ground.forEachEnd(of: spot.argument, at: here, before: attempt.end) { stop, value in
        named.append(Choice(spot: number, to: Int32(stop), value: value))
      }
    case .range:
      attempt.ground.forEachNumber(in: spot.argument, at: here, before: attempt.end) {
        stop, value in
        named.append(Choice(spot: number, to: Int32(stop), number: value))
      }
    }
  }

  // MARK: - What was found

  private func match(_ template: Int, _ attempt: Attempt, _ set: TemplateSet, _ from: Int)
    -> TemplateMatch
  {
    var match = TemplateMatch(template: template, tokens: from..<from)
    for step in path.dropFirst() {
      let spot = attempt.spot(Int(step.choice.spot))
      let tokens = Int(step.from)..<Int(step.choice.to)
      switch spot.kind {
      case .word, .list, .range: match.weight += 10 * tokens.count
      case .wildcard: match.weight += tokens.count
      case .gap: break
      case .clauseStart, .clauseEnd: match.weight += 2
      }
      if spot.kind == .gap || spot.kind == .wildcard {
        let word = attempt.ground.tokens[tokens.lowerBound].word
        if set.lexicon.isNegator(word) { match.passedNegators += 1 }
      }
      if spot.slot >= 0 {
        let slot = set.slotNames[Int(attempt.program.slotNames) + Int(spot.slot)]
        capture(step.choice, spot.kind, slot, tokens, set, into: &match)
      }
      match.tokens = from..<tokens.upperBound
    }
    return match
  }

  private func capture(
    _ choice: Choice, _ kind: Automaton.Kind, _ slot: Slot, _ tokens: Range<Int>,
    _ set: TemplateSet,
    into match: inout TemplateMatch
  ) {
    if kind == .wildcard, let last = match.captures.last, last.slot == slot.name,
      last.tokens.upperBound == tokens.lowerBound
    {
      match.captures[match.captures.count - 1].tokens = last.tokens.lowerBound..<tokens.upperBound
      return
    }
    var value: String?
    if kind == .range, !slot.asTyped { value = plainNumber(choice.number) }
    if choice.value >= 0, !slot.asTyped { value = set.outputs[Int(choice.value)] }
    match.captures.append(TemplateMatch.Capture(slot: slot.name, tokens: tokens, value: value))
  }

  private func plainNumber(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
