// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// What a message must contain for a template to have a chance: looked up before the template is tried.
struct Needs {
  enum Item: Hashable {
    case word(WordID)
    case list(Int32)
    case number
  }

  /// Something that must stand so many words after the key; before it where the numbers are negative.
  struct Check {
    var item: Item
    var distance: ClosedRange<Int>
  }

  /// How common an item is; rare ones make better keys.
  typealias Cost = (Item) -> Int
  /// The most words that a value of a list has.
  typealias Longest = (Int) -> Int

  /// How many things besides the key are asked for.
  static let mostChecks = 2
  /// Further away than this counts as anywhere.
  static let farthest = 63

  /// At least one of these; empty means that the template must always be tried.
  private(set) var anyOf: [Item] = []
  /// All of these, rarest first; the key is not among them.
  private(set) var checks: [Check] = []
  /// How many words before the key a match begins at most; nil where that cannot be told.
  private(set) var before: Int?

  init(_ element: Element, cost: Cost, longest: Longest) {
    let parts: [Element] = if case .sequence(let items) = element { items } else { [element] }
    guard let key = Self.cheapest(parts, cost)?.place else { return }
    addItems(of: parts[key], cost)
    chooseChecks(parts, key: key, cost, longest)
  }

  private static func cheapest(_ parts: [Element], _ cost: Cost) -> (place: Int, cost: Int)? {
    var best: (place: Int, cost: Int)?
    for place in parts.indices {
      guard let price = price(parts[place], cost) else { continue }
      if let known = best, known.cost <= price { continue }
      best = (place, price)
    }
    return best
  }

  /// What an element costs as a key; nil where it can be left out or can be anything.
  private static func price(_ element: Element, _ cost: Cost) -> Int? {
    switch element {
    case .word(let word): return cost(.word(word))
    case .list(let list, _): return cost(.list(Int32(list)))
    case .range: return cost(.number)
    case .wildcard, .optional, .gap, .clauseStart, .clauseEnd: return nil
    case .sequence(let items): return cheapest(items, cost)?.cost
    case .alternatives(let branches):
      var sum = 0
      for branch in branches {
        guard let part = price(branch, cost) else { return nil }
        sum += part
      }
      return branches.isEmpty ? nil : sum
    }
  }

  /// Adds one of which each match of an element that has a price must contain.
  private mutating func addItems(of element: Element, _ cost: Cost) {
    switch element {
    case .word(let word): add(.word(word))
    case .list(let list, _): add(.list(Int32(list)))
    case .range: add(.number)
    case .sequence(let items):
      if let place = Self.cheapest(items, cost)?.place { addItems(of: items[place], cost) }
    case .alternatives(let branches): for branch in branches { addItems(of: branch, cost) }
    case .wildcard, .optional, .gap, .clauseStart, .clauseEnd: break
    }
  }

  private mutating func add(_ item: Item) {
    if !anyOf.contains(item) { anyOf.append(item) }
  }

  private mutating func chooseChecks(_ parts: [Element], key: Int, _ cost: Cost, _ longest: Longest)
  {
    let widths = parts.map { $0.width(longest) }
    if Self.item(parts[key]) != nil { before = widths[..<key].reduce(0) { $0 + $1.most } }
    var found: [(cost: Int, check: Check)] = []
    for (place, part) in parts.enumerated() where place != key {
      guard let item = Self.item(part), !anyOf.contains(item) else { continue }
      if found.contains(where: { $0.check.item == item }) { continue }
      let price = cost(item)
      let check = Check(item: item, distance: Self.distance(from: key, to: place, widths))
      found.insert((price, check), at: found.firstIndex { price < $0.cost } ?? found.count)
      if found.count > Self.mostChecks { found.removeLast() }
    }
    checks = found.map(\.check)
    if anyOf.contains(.number) {
      // Where a number begins is not kept, only that there is one.
      for index in checks.indices { checks[index].distance = -Self.farthest...Self.farthest }
    }
  }

  private static func item(_ part: Element) -> Item? {
    switch part {
    case .word(let word): .word(word)
    case .list(let list, _): .list(Int32(list))
    default: nil
    }
  }

  /// How far the part at `place` begins from a word anywhere in the part at `key`.
  private static func distance(from key: Int, to place: Int, _ widths: [Width]) -> ClosedRange<Int>
  {
    let between = widths[(min(key, place) + 1)..<max(key, place)]
    let least = between.reduce(1) { $0 + $1.least }
    let most = between.reduce(0) { $0 + $1.most } + widths[key].most
    if key < place { return min(least, farthest)...min(most, farthest) }
    return -min(most + widths[place].most, farthest) ... -min(least, farthest)
  }
}

/// How many words a part of a template can take.
struct Width {
  /// More words than any sentence that is looked at so closely.
  static let unbounded = 1_000

  var least: Int
  var most: Int
}

extension Element {
  func width(_ longest: Needs.Longest) -> Width {
    switch self {
    case .word: return Width(least: 1, most: 1)
    case .list(let list, _): return Width(least: 1, most: longest(list))
    case .range, .wildcard: return Width(least: 1, most: Width.unbounded)
    case .gap(let most): return Width(least: 0, most: most ?? Width.unbounded)
    case .clauseStart, .clauseEnd: return Width(least: 0, most: 0)
    case .optional(let inner): return Width(least: 0, most: inner.width(longest).most)
    case .sequence(let items):
      let widths = items.map { $0.width(longest) }
      return Width(
        least: widths.reduce(0) { $0 + $1.least },
        most: min(Width.unbounded, widths.reduce(0) { $0 + $1.most }))
    case .alternatives(let branches):
      let widths = branches.map { $0.width(longest) }
      return Width(
        least: widths.map(\.least).min() ?? 0, most: widths.map(\.most).max() ?? 0)
    }
  }
}

/// A template ready to be packed.
struct CompiledTemplate {
  let element: Element
  let automaton: Automaton
  let whole: Bool

  init(_ element: Element, size: Int, whole: Bool) {
    self.element = element
    self.whole = whole
    automaton = Automaton(element, size: size)
  }
}
