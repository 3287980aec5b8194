// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// What a message must contain for a template to have a chance: looked up before the template is tried.
struct Needs {
  enum Item: Hashable {
    case word(WordID)
    case list(Int32)
    case number
  }

  /// At least one of these; empty means that the template must always be tried.
  var anyOf: [Item]
  /// All of these words.
  var words: [WordID]

  /// - Parameter cost: how often an item is met; rare ones make better keys.
  init(_ element: Element, cost: (Item) -> Int) {
    anyOf = Self.key(element, cost)?.items ?? []
    let key = Set(anyOf)
    let single = anyOf.count == 1
    words = Array(
      Set(Self.mandatory(element)).filter { !(single && key.contains(.word($0))) }
        .sorted { (cost(.word($0)), $0) < (cost(.word($1)), $1) }.prefix(3))
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
      return items.compactMap { key($0, cost) }.min { $0.cost < $1.cost }
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

  private static func mandatory(_ element: Element) -> [WordID] {
    switch element {
    case .word(let word): [word]
    case .sequence(let items): items.flatMap(mandatory)
    case .alternatives, .list, .wildcard, .range, .optional, .gap, .clauseStart, .clauseEnd: []
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
