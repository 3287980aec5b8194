// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Puts an automaton together from the parts of a template.
struct AutomatonBuilder<Places: PlaceSet> {
  private var spots: [Automaton.Spot] = []
  private var slots: [Slot] = []
  /// What may follow each place.
  private var follow: [Places] = []
  /// Of that, what may follow where a new clause begins between the two.
  private var across: [Places] = []
  private var anchors = Places()
  /// Whether some way must not cross the border of a clause.
  private var hasBoundWays = false

  static func automaton(_ element: Element) -> Automaton {
    var builder = AutomatonBuilder()
    let whole = builder.add(element)
    return builder.automaton(first: whole.first.all, last: whole.last.all)
  }

  private func automaton(first: Places, last: Places) -> Automaton {
    let words = (spots.count + 63) / 64
    var sets: [UInt64] = []
    sets.reserveCapacity((spots.count + 2) * words)
    first.append(to: &sets, words: words)
    last.append(to: &sets, words: words)
    for set in follow { set.append(to: &sets, words: words) }
    var across: [UInt64] = []
    if hasBoundWays {
      across.reserveCapacity(spots.count * words)
      for set in self.across { set.append(to: &across, words: words) }
    }
    return Automaton(spots: spots, slots: slots, setWords: words, sets: sets, across: across)
  }

  /// Places at one end of a part, by whether a neighbour may stand in another clause.
  private struct Edge {
    var free = Places()
    var bound = Places()

    var all: Places {
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

  private mutating func connect(_ left: Places, to right: Places, crossing: Bool) {
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

  private mutating func leaf(_ kind: Automaton.Kind, _ argument: Int32, _ slot: Slot? = nil) -> Part
  {
    let index = spots.count
    spots.append(
      Automaton.Spot(
        argument: argument, slot: slot.map { number(of: $0) } ?? -1, kind: kind))
    follow.append(Places())
    across.append(Places())
    let only = Places(index)
    if isAnchor(index) { anchors.formUnion(only) }
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
