// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// A template as a set of places, one for each thing that it can consume, and which may follow which
/// (Glushkov's construction): as long as the template, however many sentences it stands for.
struct Automaton {
  enum Kind: UInt8 {
    case word, list, wildcard, range, gap, clauseStart, clauseEnd
  }

  struct Spot {
    var kind: Kind
    /// Word, list or range number.
    var argument: Int32
    /// Index into `slots`, or -1.
    var slot: Int16
    /// Whether it must stand in the same clause as what came before.
    var staysInClause = false
  }

  /// Larger templates are refused.
  static let mostSpots = 4_096

  private(set) var spots: [Spot] = []
  private(set) var follow: [SpotSet] = []
  private(set) var first = SpotSet()
  private(set) var last = SpotSet()
  private(set) var slots: [Slot] = []

  private struct Part {
    var nullable: Bool
    var first: SpotSet
    var last: SpotSet
  }

  init(_ element: Element) {
    let whole = add(element)
    first = whole.first
    last = whole.last
    for spot in spots.indices where spots[spot].kind == .gap || spots[spot].kind == .wildcard {
      for next in follow[spot].members where spots[next].kind != .clauseEnd {
        spots[next].staysInClause = true
      }
      if spots[spot].kind == .gap { spots[spot].staysInClause = true }
    }
  }

  private mutating func add(_ element: Element) -> Part {
    switch element {
    case .word(let word): return leaf(.word, word)
    case .list(let list, let slot): return leaf(.list, Int32(list), slot)
    case .range(let list, let slot): return leaf(.range, Int32(list), slot)
    case .wildcard(let slot):
      let part = leaf(.wildcard, 0, slot)
      loop(part)
      return part
    case .clauseStart: return anchor(.clauseStart)
    case .clauseEnd: return anchor(.clauseEnd)
    case .gap(let most): return gap(most)
    case .optional(let inner):
      var part = add(inner)
      part.nullable = true
      return part
    case .alternatives(let branches):
      var sum = Part(nullable: false, first: SpotSet(), last: SpotSet())
      for branch in branches {
        let part = add(branch)
        sum.nullable = sum.nullable || part.nullable
        sum.first.formUnion(part.first)
        sum.last.formUnion(part.last)
      }
      return sum
    case .sequence(let items):
      var sum = Part(nullable: true, first: SpotSet(), last: SpotSet())
      for item in items { sum = joined(sum, add(item)) }
      return sum
    }
  }

  private mutating func joined(_ left: Part, _ right: Part) -> Part {
    for spot in left.last.members { follow[spot].formUnion(right.first) }
    var sum = Part(
      nullable: left.nullable && right.nullable, first: left.first, last: right.last)
    if left.nullable { sum.first.formUnion(right.first) }
    if right.nullable { sum.last.formUnion(left.last) }
    return sum
  }

  private mutating func leaf(_ kind: Kind, _ argument: Int32, _ slot: Slot? = nil) -> Part {
    let index = spots.count
    spots.append(Spot(kind: kind, argument: argument, slot: slot.map { number(of: $0) } ?? -1))
    follow.append(SpotSet())
    let only = SpotSet(index)
    return Part(nullable: false, first: only, last: only)
  }

  /// An anchor takes no word, so whatever it stands beside could be all there is.
  private mutating func anchor(_ kind: Kind) -> Part { leaf(kind, 0) }

  private mutating func gap(_ most: Int?) -> Part {
    guard let most else {
      var part = leaf(.gap, 0)
      loop(part)
      part.nullable = true
      return part
    }
    var sum = Part(nullable: true, first: SpotSet(), last: SpotSet())
    for _ in 0..<most {
      var one = leaf(.gap, 0)
      one.nullable = true
      sum = joined(sum, one)
    }
    return sum
  }

  private mutating func loop(_ part: Part) {
    for spot in part.last.members { follow[spot].formUnion(part.first) }
  }

  private mutating func number(of slot: Slot) -> Int16 {
    if let known = slots.firstIndex(of: slot) { return Int16(known) }
    slots.append(slot)
    return Int16(slots.count - 1)
  }
}

/// A set of places; sixty-four fit without an allocation.
struct SpotSet {
  private(set) var low: UInt64 = 0
  private(set) var high: [UInt64] = []

  init() {}

  init(_ member: Int) { insert(member) }

  mutating func insert(_ member: Int) {
    if member < 64 {
      low |= 1 << UInt64(member)
      return
    }
    let word = member / 64 - 1
    while high.count <= word { high.append(0) }
    high[word] |= 1 << UInt64(member % 64)
  }

  mutating func formUnion(_ other: SpotSet) {
    low |= other.low
    for (word, bits) in other.high.enumerated() {
      if word < high.count { high[word] |= bits } else { high.append(bits) }
    }
  }

  var members: [Int] {
    var found: [Int] = []
    for (word, bits) in ([low] + high).enumerated() {
      var rest = bits
      while rest != 0 {
        found.append(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return found
  }

  /// The bits in `words` machine words.
  func bits(_ words: Int) -> [UInt64] {
    ([low] + high + [UInt64](repeating: 0, count: words)).prefix(words).map { $0 }
  }
}
