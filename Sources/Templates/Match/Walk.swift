// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Tells whether a template matches anywhere: moves the set of its open places along the words, all at
/// once, so the time is linear in the words whatever the template.
struct Walk {
  let attempt: Attempt
  /// Open places before each word; `setWords` machine words each.
  let states: UnsafeMutableBufferPointer<UInt64>
  private(set) var steps = 0

  init(_ attempt: Attempt, states: UnsafeMutableBufferPointer<UInt64>) {
    self.attempt = attempt
    self.states = states
  }

  mutating func succeeds() -> Bool {
    let words = Int(attempt.program.setWords)
    let length = attempt.end - attempt.start
    for index in 0..<((length + 1) * words) { states[index] = 0 }
    return words == 1 ? walkSmall(length) : walkLarge(length, words)
  }

  /// The common case: all places of the template in one machine word.
  private mutating func walkSmall(_ length: Int) -> Bool {
    let first = attempt.ground.sets[attempt.first]
    for offset in 0...length {
      var open = states[offset]
      if !attempt.program.whole || offset == 0 { open |= first }
      var closed: UInt64 = 0
      while open != 0 {
        let number = open.trailingZeroBitCount
        open &= open &- 1
        closed |= 1 << UInt64(number)
        steps += 1
        let spot = attempt.spot(number)
        let here = attempt.start + offset
        var accepted = false
        switch spot.kind {
        case .word:
          if here < attempt.end, attempt.ground.tokens[here].word == spot.argument {
            accepted = arrive(here + 1, number)
          }
        case .gap, .wildcard:
          if here < attempt.end { accepted = arrive(here + 1, number) }
        case .list, .range:
          accepted = visitEnds(spot, here) { arrive($0, number) }
        case .clauseStart, .clauseEnd:
          if attempt.holds(spot.kind, here) {
            accepted = arrive(here, number)
            open |= states[offset] & ~closed
          }
        }
        if accepted { return true }
      }
    }
    return false
  }

  @inline(__always)
  private func arrive(_ stop: Int, _ spot: Int) -> Bool {
    states[stop - attempt.start] |= attempt.ground.sets[attempt.next(after: spot, at: stop)]
    return attempt.isLast(spot) && attempt.accepts(stop)
  }

  @inline(__always)
  private func visitEnds(_ spot: TemplateSet.Spot, _ here: Int, _ arrive: (Int) -> Bool) -> Bool {
    guard here < attempt.end else { return false }
    var accepted = false
    if spot.kind == .list {
      attempt.ground.forEachEnd(of: spot.argument, at: here, before: attempt.end) { stop, _ in
        if arrive(stop) { accepted = true }
      }
    } else {
      attempt.ground.forEachNumber(in: spot.argument, at: here, before: attempt.end) { stop, _ in
        if arrive(stop) { accepted = true }
      }
    }
    return accepted
  }

  private mutating func walkLarge(_ length: Int, _ words: Int) -> Bool {
    var done = [UInt64](repeating: 0, count: words)
    for offset in 0...length {
      let state = offset * words
      if !attempt.program.whole || offset == 0 {
        for word in 0..<words { states[state + word] |= attempt.ground.sets[attempt.first + word] }
      }
      for word in 0..<words { done[word] = 0 }
      // Anchors take no word and may open places before themselves, so the round is repeated until
      // nothing is new; each place is looked at once.
      var word = 0
      while word < words {
        let open = states[state + word] & ~done[word]
        if open == 0 {
          word += 1
          continue
        }
        let bit = open.trailingZeroBitCount
        done[word] |= 1 << UInt64(bit)
        steps += 1
        let number = word * 64 + bit
        let spot = attempt.spot(number)
        if visit(number, spot, attempt.start + offset, words) { return true }
        if spot.kind == .clauseStart || spot.kind == .clauseEnd { word = 0 }
      }
    }
    return false
  }

  private func visit(_ number: Int, _ spot: TemplateSet.Spot, _ here: Int, _ words: Int) -> Bool {
    switch spot.kind {
    case .word:
      guard here < attempt.end, attempt.ground.tokens[here].word == spot.argument else {
        return false
      }
      return arriveLarge(here + 1, number, words)
    case .gap, .wildcard: return here < attempt.end && arriveLarge(here + 1, number, words)
    case .list, .range: return visitEnds(spot, here) { arriveLarge($0, number, words) }
    case .clauseStart, .clauseEnd:
      return attempt.holds(spot.kind, here) && arriveLarge(here, number, words)
    }
  }

  private func arriveLarge(_ stop: Int, _ spot: Int, _ words: Int) -> Bool {
    let state = (stop - attempt.start) * words
    let next = attempt.next(after: spot, at: stop)
    for word in 0..<words { states[state + word] |= attempt.ground.sets[next + word] }
    return attempt.isLast(spot) && attempt.accepts(stop)
  }
}
