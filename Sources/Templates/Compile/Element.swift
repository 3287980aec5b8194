// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Language

/// Where a captured value goes.
public struct Slot: Sendable, Hashable {
  public var name: String
  /// Whether the words as typed are captured, not the value they stand for.
  public var asTyped: Bool

  public init(name: String, asTyped: Bool = false) {
    self.name = name
    self.asTyped = asTyped
  }
}

/// A template after names are resolved and text has become words: what the engine and the reference
/// matcher of the tests both mean by it.
public indirect enum Element: Sendable, Equatable {
  case word(WordID)
  case sequence([Element])
  case alternatives([Element])
  case optional(Element)
  /// Index of a list, and the slot it is captured under; nil where nothing is captured.
  case list(Int, slot: Slot?)
  case wildcard(slot: Slot)
  case range(Int, slot: Slot)
  case gap(most: Int?)
  case clauseStart
  case clauseEnd

  static let empty = Element.sequence([])

  /// Whether it can match no words at all.
  public var isNullable: Bool {
    switch self {
    case .word, .list, .wildcard, .range: false
    case .optional, .gap, .clauseStart, .clauseEnd: true
    case .sequence(let items): items.allSatisfy(\.isNullable)
    case .alternatives(let branches): branches.contains(where: \.isNullable)
    }
  }

  /// How many places an automaton for it has.
  var size: Int {
    switch self {
    case .word, .list, .wildcard, .range, .clauseStart, .clauseEnd: 1
    case .gap(let most): most ?? 1
    case .optional(let inner): inner.size
    case .sequence(let items), .alternatives(let items): items.reduce(0) { $0 + $1.size }
    }
  }
}

extension Slot: Archivable {
  public static let form = Form(Slot.init(name:asTyped:), \.name, \.asTyped)
}
