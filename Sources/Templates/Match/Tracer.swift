// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Follows a match that is known to exist, to learn where it lies and what it captured.
///
/// Depth first with every place at every word looked at once, so it is linear too. It prefers the
/// earliest start, then what the template names first, the fewest words in a gap, and the most that
/// optional parts and a wildcard at the end can take.
struct Tracer {
  private(set) var steps = 0
  private var visited: [Bool] = []
  private var path: [Step] = []

  private struct Step {
    var spot: Int32
    var from: Int32
    var to: Int32
    var value: Int32
    var number: Double
    /// What may come after this step and has not been tried, best last.
    var open: [Choice]
  }

  private struct Choice {
    var spot: Int32
    var to: Int32
    var value: Int32
    var number: Double
  }

  mutating func trace(
    _ template: Int, _ program: TemplateSet.Program, _ matcher: Matcher, _ tokens: [Token],
    _ start: Int, _ end: Int, into found: inout [TemplateMatch]
  ) {
    steps = 0
    let spots = Int(program.spotCount)
    visited.removeAll(keepingCapacity: true)
    visited.append(contentsOf: repeatElement(false, count: (end - start + 1) * spots))
    var from = start
    var count = 0
    while from <= end, count < Matcher.mostPerSentence {
      if let match = follow(template, program, matcher, tokens, start, end, from) {
        found.append(match)
        count += 1
        from = max(match.tokens.upperBound, from + 1)
      } else {
        from += 1
      }
      if program.whole { break }
    }
  }

  private mutating func follow(
    _ template: Int, _ program: TemplateSet.Program, _ matcher: Matcher, _ tokens: [Token],
    _ start: Int, _ end: Int, _ from: Int
  ) -> TemplateMatch? {
    path.removeAll(keepingCapacity: true)
    let words = Int(program.setWords)
    let first = choices(
      Int(program.sets), words, at: from, program, matcher, tokens, start, end)
    path.append(Step(spot: -1, from: Int32(from), to: Int32(from), value: -1, number: 0, open: first))
    while let step = path.last {
      guard let choice = path[path.count - 1].open.popLast() else {
        path.removeLast()
        // Everything after this step failed; it may still be an end in itself.
        if step.spot >= 0, isLast(step.spot, program, matcher), ends(Int(step.to), program, end) {
          path.append(step)
          return match(template, program, matcher, tokens, from)
        }
        continue
      }
      let seen = (Int(step.to) - start) * Int(program.spotCount) + Int(choice.spot)
      // A list may end in several places, so only its last way on closes it.
      if visited[seen], matcher.set.kinds[Int(program.spots) + Int(choice.spot)] != .list { continue }
      visited[seen] = true
      steps += 1
      let next = Int(program.sets) + (2 + Int(choice.spot)) * words
      path.append(
        Step(
          spot: choice.spot, from: step.to, to: choice.to, value: choice.value, number: choice.number,
          open: choices(next, words, at: Int(choice.to), program, matcher, tokens, start, end)))
    }
    return nil
  }

  private func isLast(_ spot: Int32, _ program: TemplateSet.Program, _ matcher: Matcher) -> Bool {
    let word = matcher.set.sets[Int(program.sets) + Int(program.setWords) + Int(spot) / 64]
    return word & (1 << UInt64(spot % 64)) != 0
  }

  private func ends(_ stop: Int, _ program: TemplateSet.Program, _ end: Int) -> Bool {
    !program.whole || stop == end
  }

  /// The places of a set that can be taken at a word, best last.
  private func choices(
    _ set: Int, _ words: Int, at here: Int, _ program: TemplateSet.Program, _ matcher: Matcher,
    _ tokens: [Token], _ start: Int, _ end: Int
  ) -> [Choice] {
    var named: [Choice] = []
    var gaps: [Choice] = []
    let base = Int(program.spots)
    for word in 0..<words {
      var bits = matcher.set.sets[set + word]
      while bits != 0 {
        let spot = word * 64 + bits.trailingZeroBitCount
        bits &= bits - 1
        let kind = matcher.set.kinds[base + spot]
        let argument = matcher.set.arguments[base + spot]
        func add(_ stop: Int, value: Int32 = -1, number: Double = 0, to list: inout [Choice]) {
          list.append(Choice(spot: Int32(spot), to: Int32(stop), value: value, number: number))
        }
        switch kind {
        case .clauseStart, .clauseEnd:
          if holds(kind, here, program, tokens, start, end) { add(here, to: &named) }
        case _ where here >= end || !fits(base + spot, here, program, matcher, tokens, start): break
        case .word: if tokens[here].word == argument { add(here + 1, to: &named) }
        case .gap, .wildcard: add(here + 1, to: &gaps)
        case .list:
          var found: [(Int, Int32)] = []
          matcher.forEachEnd(of: argument, at: here, before: end) { found.append(($0, $1)) }
          for (stop, value) in found.sorted(by: { $0.0 > $1.0 }) { add(stop, value: value, to: &named) }
        case .range:
          matcher.forEachNumber(in: argument, at: here, before: end) {
            add($0, number: $1, to: &named)
          }
        }
      }
    }
    return gaps.reversed() + named.reversed()
  }

  private func fits(
    _ spot: Int, _ here: Int, _ program: TemplateSet.Program, _ matcher: Matcher, _ tokens: [Token],
    _ start: Int
  ) -> Bool {
    !matcher.set.strict[spot] || program.whole || here == start || tokens[here].breakBefore == .none
  }

  private func holds(
    _ kind: Automaton.Kind, _ here: Int, _ program: TemplateSet.Program, _ tokens: [Token],
    _ start: Int, _ end: Int
  ) -> Bool {
    if program.whole { return kind == .clauseStart ? here == start : here == end }
    if kind == .clauseStart { return here == start || here < end && tokens[here].breakBefore != .none }
    return here == end || tokens[here].breakBefore != .none
  }

  private func match(
    _ template: Int, _ program: TemplateSet.Program, _ matcher: Matcher, _ tokens: [Token], _ from: Int
  ) -> TemplateMatch {
    var weight = 0
    var captures: [TemplateMatch.Capture] = []
    let set = matcher.set
    for step in path.dropFirst() {
      let kind = set.kinds[Int(program.spots) + Int(step.spot)]
      let length = Int(step.to - step.from)
      switch kind {
      case .word, .list, .range: weight += 10 * length
      case .wildcard: weight += length
      case .gap: break
      case .clauseStart, .clauseEnd: weight += 2
      }
      let slot = Int(set.slots[Int(program.spots) + Int(step.spot)])
      guard slot >= 0 else { continue }
      let name = set.slotNames[Int(program.slotNames) + slot]
      let tokens = Int(step.from)..<Int(step.to)
      if kind == .wildcard, let last = captures.last, last.slot == name.name,
        last.tokens.upperBound == tokens.lowerBound
      {
        captures[captures.count - 1].tokens = last.tokens.lowerBound..<tokens.upperBound
        continue
      }
      var value: String?
      if kind == .range { value = plainNumber(step.number) }
      if step.value >= 0, !name.asTyped { value = set.outputs[Int(step.value)] }
      captures.append(TemplateMatch.Capture(slot: name.name, tokens: tokens, value: value))
    }
    let end = Int(path.last?.to ?? Int32(from))
    return TemplateMatch(template: template, tokens: from..<end, captures: captures, weight: weight)
  }

  private func plainNumber(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
