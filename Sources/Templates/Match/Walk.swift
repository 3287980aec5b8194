// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Tells whether a template matches anywhere: moves the set of its open places along the words, all at
/// once, so the time is linear in the words whatever the template.
struct Walk {
  let attempt: Attempt
  /// Where a match can begin, counted from the beginning of the stretch.
  private let earliest: Int
  private let latest: Int
  /// The places that something in the stretch could take.
  private let takeable: UnsafeBufferPointer<UInt64>
  /// Open places before each word, and room for one set more; `setWords` machine words each.
  let states: UnsafeMutableBufferPointer<UInt64>
  private(set) var steps = 0

  /// The furthest word that an open place stands before.
  private var horizon = 0

  init(
    _ attempt: Attempt, from earliest: Int, through latest: Int,
    takeable: UnsafeBufferPointer<UInt64>, states: UnsafeMutableBufferPointer<UInt64>
  ) {
    self.attempt = attempt
    self.earliest = earliest
    self.latest = attempt.program.whole ? 0 : latest
    self.takeable = takeable
    self.states = states
  }

  mutating func succeeds() -> Bool {
    let words = Int(attempt.program.setWords)
    let length = attempt.end - attempt.start
    guard canTake(oneAt: attempt.first, words), canTake(oneAt: attempt.last, words) else {
      return false
    }
    for index in (earliest * words)..<((length + 1) * words) { states[index] = 0 }
    return words == 1 ? walkSmall(length) : walkLarge(length, words)
  }

  /// Whether any place of a set can be taken.
  private func canTake(oneAt set: Int, _ words: Int) -> Bool {
    for word in 0..<words where attempt.ground.sets[set + word] & takeable[word] != 0 {
      return true
    }
    return false
  }

  /// The common case: all places of the template in one machine word.
  private mutating func walkSmall(_ length: Int) -> Bool {
    let takeable = takeable[0]
    let first = attempt.ground.sets[attempt.first] & takeable
    for offset in earliest...length {
      if offset > latest, offset > horizon { return false }
      var open = states[offset] & takeable
      if offset <= latest { open |= first }
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
          accepted = visitEnds(spot, here, number, 1)
        case .clauseStart, .clauseEnd:
          if attempt.holds(spot.kind, here) {
            accepted = arrive(here, number)
            open |= states[offset] & takeable & ~closed
          }
        }
        if accepted { return true }
      }
    }
    return false
  }

  @inline(__always)
  private mutating func arrive(_ stop: Int, _ spot: Int) -> Bool {
    horizon = max(horizon, stop - attempt.start)
    states[stop - attempt.start] |= attempt.ground.sets[attempt.next(after: spot, at: stop)]
    return attempt.isLast(spot) && attempt.accepts(stop)
  }

  /// Arrives wherever a list value or a number that begins here ends.
  @inline(__always)
  private mutating func visitEnds(
    _ spot: TemplateSet.Spot, _ here: Int, _ number: Int, _ words: Int
  ) -> Bool {
    guard here < attempt.end else { return false }
    var accepted = false
    let attempt = attempt
    func visit(_ stop: Int) {
      if words == 1 ? arrive(stop, number) : arriveLarge(stop, number, words) { accepted = true }
    }
    if spot.kind == .list {
      attempt.ground.forEachEnd(of: spot.argument, at: here, before: attempt.end) { stop, _ in
        visit(stop)
      }
    } else {
      attempt.ground.forEachNumber(in: spot.argument, at: here, before: attempt.end) { stop, _ in
        visit(stop)
      }
    }
    return accepted
  }

  private mutating func walkLarge(_ length: Int, _ words: Int) -> Bool {
    // Places looked at before this word stand behind the open ones.
    let done = (length + 1) * words
    for offset in earliest...length {
      if offset > latest, offset > horizon { return false }
      let state = offset * words
      if offset <= latest {
        for word in 0..<words { states[state + word] |= attempt.ground.sets[attempt.first + word] }
      }
      for word in 0..<words { states[done + word] = 0 }
      // Anchors take no word and may open places before themselves, so the round is repeated until
      // nothing is new; each place is looked at once.
      var word = 0
      while word < words {
        let open = states[state + word] & takeable[word] & ~states[done + word]
        if open == 0 {
          word += 1
          continue
        }
        let bit = open.trailingZeroBitCount
        states[done + word] |= 1 << UInt64(bit)
        steps += 1
        let number = word * 64 + bit
        let spot = attempt.spot(number)
        if visit(number, spot, attempt.start + offset, words) { return true }
        if spot.kind == .clauseStart || spot.kind == .clauseEnd { word = 0 }
      }
    }
    return false
  }

  private mutating func visit(_ number: Int, _ spot: TemplateSet.Spot, _ here: Int, _ words: Int)
    -> Bool
  {
    switch spot.kind {
    case .word:
      guard here < attempt.end, attempt.ground.tokens[here].word == spot.argument else {
        return false
      }
      return arriveLarge(here + 1, number, words)
    case .gap, .wildcard: return here < attempt.end && arriveLarge(here + 1, number, words)
    case .list, .range: return visitEnds(spot, here, number, words)
    case .clauseStart, .clauseEnd:
      return attempt.holds(spot.kind, here) && arriveLarge(here, number, words)
    }
  }

  private mutating func arriveLarge(_ stop: Int, _ spot: Int, _ words: Int) -> Bool {
    horizon = max(horizon, stop - attempt.start)
    let state = (stop - attempt.start) * words
    let next = attempt.next(after: spot, at: stop)
    for word in 0..<words { states[state + word] |= attempt.ground.sets[next + word] }
    return attempt.isLast(spot) && attempt.accepts(stop)
  }
}
