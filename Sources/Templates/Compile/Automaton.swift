// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// A template as a set of places, one for each thing that it can consume, and which may follow which
/// (Glushkov's construction): as long as the template, however many sentences it stands for.
///
/// A gap keeps what stands on either side of it in one clause, also where it takes no word. So each way
/// from place to place either may cross the border of a clause or must not; anchors ask for borders
/// themselves and leave both sides free.
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
  }

  /// Larger templates are refused.
  static let mostSpots = 4_096

  private(set) var spots: [Spot] = []
  /// What may follow each place.
  private(set) var follow: [SpotSet] = []
  /// Of that, what may follow where a new clause begins between the two.
  private(set) var across: [SpotSet] = []
  private(set) var first = SpotSet()
  private(set) var last = SpotSet()
  private(set) var slots: [Slot] = []

  /// Whether some way must not cross the border of a clause.
  private(set) var hasBoundWays = false
  private var anchors = SpotSet()

  /// Places at one end of a part, by whether a neighbour may stand in another clause.
  private struct Edge {
    var free = SpotSet()
    var bound = SpotSet()

    var all: SpotSet {
      var sum = free
      sum.formUnion(bound)
      return sum
    }

    mutating func formUnion(_ other: Edge, binding: Bool = false) {
      if binding {
        bound.formUnion(other.all)
      } else {
        free.formUnion(other.free)
        bound.formUnion(other.bound)
      }
    }
  }

  private struct Part {
    var first = Edge()
    var last = Edge()
    /// It can be left out.
    var vanishes = false
    /// It can take no word and still keep its neighbours in one clause.
    var vanishesBound = false
  }

  init(_ element: Element) {
    let size = element.size
    spots.reserveCapacity(size)
    follow.reserveCapacity(size)
    across.reserveCapacity(size)
    let whole = add(element)
    first = whole.first.all
    last = whole.last.all
  }

  private mutating func add(_ element: Element) -> Part {
    switch element {
    case .word(let word): return leaf(.word, word)
    case .list(let list, let slot): return leaf(.list, Int32(list), slot)
    case .range(let list, let slot): return leaf(.range, Int32(list), slot)
    case .wildcard(let slot): return looped(leaf(.wildcard, 0, slot))
    case .clauseStart: return leaf(.clauseStart, 0)
    case .clauseEnd: return leaf(.clauseEnd, 0)
    case .gap(let most): return gap(most)
    case .optional(let inner):
      var part = add(inner)
      part.vanishes = true
      return part
    case .alternatives(let branches):
      var sum = Part()
      for branch in branches {
        let part = add(branch)
        sum.vanishes = sum.vanishes || part.vanishes
        sum.vanishesBound = sum.vanishesBound || part.vanishesBound
        sum.first.formUnion(part.first)
        sum.last.formUnion(part.last)
      }
      return sum
    case .sequence(let items):
      var sum = Part(vanishes: true)
      for item in items { sum = joined(sum, add(item)) }
      return sum
    }
  }

  private mutating func joined(_ left: Part, _ right: Part) -> Part {
    connect(left.last.free, to: right.first.free, crossing: true)
    connect(left.last.free, to: right.first.bound, crossing: false)
    connect(left.last.bound, to: right.first.all, crossing: false)
    var sum = Part(first: left.first, last: right.last)
    if left.vanishes { sum.first.formUnion(right.first) }
    if left.vanishesBound { sum.first.formUnion(right.first, binding: true) }
    if right.vanishes { sum.last.formUnion(left.last) }
    if right.vanishesBound { sum.last.formUnion(left.last, binding: true) }
    sum.vanishes = left.vanishes && right.vanishes
    sum.vanishesBound =
      left.vanishesBound && (right.vanishes || right.vanishesBound)
      || left.vanishes && right.vanishesBound
    return sum
  }

  private mutating func connect(_ left: SpotSet, to right: SpotSet, crossing: Bool) {
    if right.isEmpty || left.isEmpty { return }
    let reachable = right.intersection(anchors)
    left.visit { spot in
      follow[spot].formUnion(right)
      if crossing || isAnchor(spot) {
        across[spot].formUnion(right)
      } else {
        across[spot].formUnion(reachable)
        hasBoundWays = true
      }
    }
  }

  private func isAnchor(_ spot: Int) -> Bool {
    spots[spot].kind == .clauseStart || spots[spot].kind == .clauseEnd
  }

  private mutating func leaf(_ kind: Kind, _ argument: Int32, _ slot: Slot? = nil) -> Part {
    let index = spots.count
    spots.append(Spot(kind: kind, argument: argument, slot: slot.map { number(of: $0) } ?? -1))
    follow.append(SpotSet())
    across.append(SpotSet())
    if isAnchor(index) { anchors.insert(index) }
    let only = SpotSet(index)
    let edge = kind == .gap || kind == .wildcard ? Edge(bound: only) : Edge(free: only)
    return Part(first: edge, last: edge)
  }

  /// A bounded gap is a chain of places that is entered at its start and left anywhere.
  private mutating func gap(_ most: Int?) -> Part {
    var sum = leaf(.gap, 0)
    sum.vanishesBound = true
    guard let most else { return looped(sum) }
    var before = sum
    for _ in 1..<most {
      let one = leaf(.gap, 0)
      connect(before.last.all, to: one.first.all, crossing: false)
      sum.last.formUnion(one.last)
      before = one
    }
    return sum
  }

  private mutating func looped(_ part: Part) -> Part {
    connect(part.last.all, to: part.first.all, crossing: false)
    return part
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
    for word in other.high.indices {
      if word < high.count { high[word] |= other.high[word] } else { high.append(other.high[word]) }
    }
  }

  var isEmpty: Bool { low == 0 && high.allSatisfy { $0 == 0 } }

  func intersection(_ other: SpotSet) -> SpotSet {
    var both = SpotSet()
    both.low = low & other.low
    if !high.isEmpty, !other.high.isEmpty { both.high = zip(high, other.high).map { $0 & $1 } }
    return both
  }

  func visit(_ body: (Int) -> Void) {
    for word in 0...high.count {
      var rest = word == 0 ? low : high[word - 1]
      while rest != 0 {
        body(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// Adds the bits to `bits`, in `words` machine words.
  func append(to bits: inout [UInt64], words: Int) {
    bits.append(low)
    for word in 0..<(words - 1) { bits.append(word < high.count ? high[word] : 0) }
  }
}
