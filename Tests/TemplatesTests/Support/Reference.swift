// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// The obviously right matcher: every form takes the set of states that it may begin in to the set of
/// states that it may end in. Slow, and nothing is clever.
struct Reference {
  /// What was matched last, which decides whether a clause may end here.
  enum Link: Int, CaseIterable {
    /// Nothing yet, or an anchor: anything may follow.
    case free
    /// A word: a word may follow in the next clause, a gap may not.
    case word
    /// A gap, even of no words: only the same clause may follow.
    case gap
  }

  struct State {
    var position: Int
    var link: Link
  }

  /// A set of states; one bit each.
  struct States: Equatable {
    var bits: UInt64 = 0

    mutating func insert(_ state: State) {
      bits |= 1 << UInt64(state.position * 3 + state.link.rawValue)
    }
    mutating func formUnion(_ other: States) { bits |= other.bits }

    var members: [State] {
      var rest = bits
      var found: [State] = []
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest - 1
        found.append(State(position: bit / 3, link: Link(rawValue: bit % 3)!))
      }
      return found
    }
  }

  let words: [String]
  let breaks: [Break]
  let whole: Bool

  /// Longer utterances do not fit into the sets.
  static let longest = 20

  init(words: [String], breaks: [Break], whole: Bool = false) {
    self.words = words
    self.breaks = breaks
    self.whole = whole
  }

  /// Where the matches that begin at a word end.
  func ends(of form: Form, from start: Int) -> Set<Int> {
    let sentence = sentence(of: start)
    var states = States()
    states.insert(State(position: start, link: .free))
    let ends = take(form, states, sentence).members.map(\.position)
    return Set(whole ? ends.filter { $0 == words.count && start == 0 } : ends)
  }

  func sentence(of position: Int) -> Range<Int> {
    if whole { return 0..<words.count }
    var start = position
    while start > 0, breaks[start] != .hard { start -= 1 }
    var end = position + 1
    while end < words.count, breaks[end] != .hard { end += 1 }
    return start..<end
  }

  private func take(_ form: Form, _ states: States, _ sentence: Range<Int>) -> States {
    var ends = States()
    switch form {
    case .word(let word):
      for state in states.members { takeWords([word], state, sentence, into: &ends) }
    case .inside(let items):
      ends = items.reduce(states) { take($1, $0, sentence) }
    case .any(let branches):
      for branch in branches { ends.formUnion(take(branch, states, sentence)) }
    case .maybe(let inner):
      ends = take(inner, states, sentence)
      ends.formUnion(states)
    case .anyOrder(let parts):
      for order in orders(of: parts) { ends.formUnion(take(.inside(order), states, sentence)) }
    case .list(let number):
      for state in states.members {
        for phrase in Stock.lists[number] { takeWords(phrase, state, sentence, into: &ends) }
      }
    case .rule(let number): ends = take(Stock.rules[number], states, sentence)
    case .range:
      for state in states.members where mayTake(state, sentence) {
        if let value = Stock.numbers[words[state.position]], Stock.range.contains(value) {
          ends.insert(State(position: state.position + 1, link: .word))
        }
      }
    case .wildcard:
      for state in states.members { takeGap(1...words.count, state, sentence, into: &ends) }
    case .gap(let most):
      for state in states.members {
        takeGap(0...(most ?? words.count), state, sentence, into: &ends)
      }
    case .clauseStart, .clauseEnd:
      var isStart = false
      if case .clauseStart = form { isStart = true }
      for state in states.members where anchorHolds(isStart, state.position, sentence) {
        ends.insert(State(position: state.position, link: .free))
      }
    }
    return ends
  }

  private func mayTake(_ state: State, _ sentence: Range<Int>) -> Bool {
    guard state.position < sentence.upperBound else { return false }
    return whole || state.link != .gap || breaks[state.position] == .none
      || state.position == sentence.lowerBound
  }

  private func takeWords(
    _ phrase: [String], _ state: State, _ sentence: Range<Int>, into ends: inout States
  ) {
    let end = state.position + phrase.count
    guard mayTake(state, sentence), end <= sentence.upperBound,
      words[state.position..<end].elementsEqual(phrase)
    else { return }
    ends.insert(State(position: end, link: .word))
  }

  private func takeGap(
    _ counts: ClosedRange<Int>, _ state: State, _ sentence: Range<Int>, into ends: inout States
  ) {
    if counts.contains(0) {
      ends.insert(State(position: state.position, link: state.link == .free ? .free : .gap))
    }
    var position = state.position
    while position < sentence.upperBound, position - state.position < counts.upperBound {
      let isFree = position == state.position && state.link == .free
      if !whole, !isFree, breaks[position] != .none { return }
      position += 1
      ends.insert(State(position: position, link: .gap))
    }
  }

  private func anchorHolds(_ isStart: Bool, _ position: Int, _ sentence: Range<Int>) -> Bool {
    if position == (isStart ? sentence.lowerBound : sentence.upperBound) { return true }
    return !whole && position > sentence.lowerBound && position < sentence.upperBound
      && breaks[position] != .none
  }

  private func orders(of parts: [Form]) -> [[Form]] {
    if parts.count < 2 { return [parts] }
    return parts.indices.flatMap { first in
      var rest = parts
      rest.remove(at: first)
      return orders(of: rest).map { [parts[first]] + $0 }
    }
  }
}
