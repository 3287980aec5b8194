// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// One thing in which a turn is not as its transcript states.
package struct Difference: Sendable, Hashable {
  /// The cause, as far as it can be told; the gravest first.
  package enum Kind: String, Sendable, CaseIterable {
    /// A crisis is heard where none was, or no longer.
    case safety
    /// Another intent is heard.
    case intent
    /// Another rule of the same family is heard.
    case rule
    case facts, guidance, exercise, promise
    /// Another question of the coach was open.
    case question
    case parked
    /// Only the words of the reply.
    case wording
  }

  /// Counts from 1.
  package let turn: Int
  package let place: Place
  package let kind: Kind
  /// What of the turn differs, and so what a review would replace.
  package let key: TurnKey
  package let expected: String
  package let got: String
}

extension Difference.Kind: Comparable {
  /// The gravest first.
  package static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
