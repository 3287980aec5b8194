// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// What a message must contain for a template to have a chance: looked up before the template is tried.
struct Needs {
  enum Item: Hashable {
    case word(WordID)
    case list(Int32)
    case number
  }

  /// How many things besides the key are asked for.
  static let mostChecks = 2

  /// At least one of these; empty means that the template must always be tried.
  var anyOf: [Item]
  /// All of these, rarest first; the key is not among them.
  var checks: [Item]

  /// - Parameter cost: how often an item is met; rare ones make better keys.
  init(_ element: Element, cost: (Item) -> Int) {
    anyOf = []
    for item in Self.key(element, cost)?.items ?? [] where !anyOf.contains(item) { anyOf.append(item) }
    let key = anyOf
    var found: [(cost: Int, item: Item)] = []
    Self.visitMandatory(element) { item in
      if key.count == 1, key[0] == item { return }
      if found.contains(where: { $0.item == item }) { return }
      let place = cost(item)
      let index = found.firstIndex { place < $0.cost } ?? found.count
      found.insert((place, item), at: index)
      if found.count > Self.mostChecks { found.removeLast() }
    }
    checks = found.map(\.item)
  }

  private struct Key {
    var items: [Item]
    var cost: Int
  }

  private static func key(_ element: Element, _ cost: (Item) -> Int) -> Key? {
    switch element {
    case .word(let word): return single(.word(word), cost)
    case .list(let list, _): return single(.list(Int32(list)), cost)
    case .range: return single(.number, cost)
    case .wildcard, .optional, .gap, .clauseStart, .clauseEnd: return nil
    case .sequence(let items):
      var best: Key?
      for item in items {
        if let one = key(item, cost), best.map({ one.cost < $0.cost }) ?? true { best = one }
      }
      return best
    case .alternatives(let branches):
      var sum = Key(items: [], cost: 0)
      for branch in branches {
        guard let part = key(branch, cost) else { return nil }
        sum.items += part.items
        sum.cost += part.cost
      }
      return sum.items.isEmpty ? nil : sum
    }
  }

  private static func single(_ item: Item, _ cost: (Item) -> Int) -> Key {
    Key(items: [item], cost: cost(item))
  }

  private static func visitMandatory(_ element: Element, _ visit: (Item) -> Void) {
    switch element {
    case .word(let word): visit(.word(word))
    case .list(let list, _): visit(.list(Int32(list)))
    case .sequence(let items): for item in items { visitMandatory(item, visit) }
    case .alternatives, .wildcard, .range, .optional, .gap, .clauseStart, .clauseEnd: break
    }
  }
}

/// A template ready to be packed.
struct CompiledTemplate {
  let element: Element
  let automaton: Automaton
  let whole: Bool

  init(_ element: Element, whole: Bool) {
    self.element = element
    self.whole = whole
    automaton = Automaton(element)
  }
}
