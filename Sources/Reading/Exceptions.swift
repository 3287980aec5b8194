// SPDX-License-Identifier: GPL-3.0-or-later

/// How far an `unless` template reaches from where it matched.
public enum ExceptionReach: String, Sendable, CaseIterable, BitwiseCopyable {
  case clause, sentence, message
}

/// Where in one message which rules do not count, because an `unless` of theirs matched.
struct Exceptions {
  /// A rule, and the number of a clause that it does not count in.
  private struct Bar: Hashable {
    var rule: Int32
    var clause: Int32
  }

  private var bars: [Bar: ExceptionReach] = [:]
  private var everywhere: Set<Int32> = []

  /// Notes that a rule does not count in some clauses.
  mutating func bar(_ rule: Int32, in clauses: ClosedRange<Int32>, _ reach: ExceptionReach) {
    for clause in clauses where bars[Bar(rule: rule, clause: clause)] == nil {
      bars[Bar(rule: rule, clause: clause)] = reach
    }
  }

  /// Notes that a rule does not count anywhere in the message.
  mutating func bar(everywhere rule: Int32) { everywhere.insert(rule) }

  /// How far the `unless` reaches that keeps a rule from counting in one of some clauses; nil where none does.
  func reach(barring rule: Int32, in clauses: ClosedRange<Int32>) -> ExceptionReach? {
    if everywhere.contains(rule) { return .message }
    if bars.isEmpty { return nil }
    return clauses.lazy.compactMap { bars[Bar(rule: rule, clause: $0)] }.first
  }
}
