// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Finds every template of a set that matches an utterance.
///
/// 1. Every value of every list is marked on the message in one walk.
/// 2. A template is tried only in a sentence that has its rarest needed word or list.
/// 3. Trying it moves a set of places along the words, all at once, as bits: linear in the words whatever
///    the template.
/// 4. Only where that succeeds is the match followed again, to learn where it began and what it captured.
///
/// A matcher keeps its memory from message to message, so it belongs to one thread.
public final class Matcher {
  /// At most this many matches of one template in one sentence are reported.
  static let mostPerSentence = 8

  public let set: TemplateSet
  /// How many places have been looked at since the matcher was made: what matching costs, in units that
  /// are the same on every machine.
  public private(set) var steps = 0

  private var epoch: UInt32 = 0
  private var wordSeen: [UInt32]
  private var listSeen: [UInt32]
  private var tried: [UInt32]
  private var marks: [Mark] = []
  private var markStarts: [Int32] = []
  private var numbers: [NumberMark] = []
  private var numberStarts: [Int32] = []
  private var seenLists: [Int32] = []
  private var states: [UInt64] = []
  private var tracer = Tracer()
  private var found: [TemplateMatch] = []

  struct Mark {
    var list: Int32
    var value: Int32
    var end: Int32
  }

  struct NumberMark {
    var value: Double
    var end: Int32
  }

  public init(_ set: TemplateSet) {
    self.set = set
    wordSeen = [UInt32](repeating: 0, count: set.lexicon.words.count)
    listSeen = [UInt32](repeating: 0, count: set.listCount)
    tried = [UInt32](repeating: 0, count: set.programs.count)
  }

  /// Every match, in the order of the text.
  public func matches(in utterance: Utterance) -> [TemplateMatch] {
    found.removeAll(keepingCapacity: true)
    let tokens = utterance.tokens
    if tokens.isEmpty { return [] }
    markLists(tokens)
    markNumbers(utterance)
    var start = 0
    let firstEpoch = epoch &+ 1
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, tokens[end].breakBefore != .hard { end += 1 }
      matchSentence(tokens, start, end, firstEpoch)
      start = end
    }
    found.sort {
      ($0.tokens.lowerBound, $0.tokens.upperBound, $0.template)
        < ($1.tokens.lowerBound, $1.tokens.upperBound, $1.template)
    }
    return found
  }

  // MARK: - Marking

  private func markLists(_ tokens: [Token]) {
    marks.removeAll(keepingCapacity: true)
    markStarts.removeAll(keepingCapacity: true)
    let trie = set.trie
    trie.roots.withUnsafeBufferPointer { roots in
      for start in tokens.indices {
        markStarts.append(Int32(marks.count))
        var node = roots[Int(tokens[start].word)]
        var end = start + 1
        while node != 0 {
          let first = Int(trie.endingStarts[Int(node)])
          let last = Int(trie.endingStarts[Int(node) + 1])
          for ending in first..<last {
            marks.append(
              Mark(list: trie.endings[ending].list, value: trie.endings[ending].value, end: Int32(end)))
          }
          guard trie.hasChildren[Int(node)], end < tokens.count, tokens[end].breakBefore != .hard
          else { break }
          node = trie.child(of: node, tokens[end].word)
          end += 1
        }
      }
    }
    markStarts.append(Int32(marks.count))
  }

  private func markNumbers(_ utterance: Utterance) {
    numbers.removeAll(keepingCapacity: true)
    numberStarts.removeAll(keepingCapacity: true)
    guard !set.ranges.isEmpty else { return }
    for start in utterance.tokens.indices {
      numberStarts.append(Int32(numbers.count))
      guard set.lexicon.startsNumber(utterance.tokens[start]) else { continue }
      for number in set.lexicon.numbers(at: start, in: utterance) {
        numbers.append(NumberMark(value: number.value, end: Int32(number.end)))
      }
    }
    numberStarts.append(Int32(numbers.count))
  }

  // MARK: - Choosing what to try

  private func matchSentence(_ tokens: [Token], _ start: Int, _ end: Int, _ firstEpoch: UInt32) {
    nextEpoch()
    seenLists.removeAll(keepingCapacity: true)
    for index in start..<end { wordSeen[Int(tokens[index].word)] = epoch }
    for mark in Int(markStarts[start])..<Int(markStarts[end]) {
      let list = marks[mark].list
      if listSeen[Int(list)] != epoch {
        listSeen[Int(list)] = epoch
        seenLists.append(list)
      }
    }
    for index in start..<end {
      let word = Int(tokens[index].word)
      try_(set.byWord, word, tokens, start, end, firstEpoch)
    }
    for list in seenLists { try_(set.byList, Int(list), tokens, start, end, firstEpoch) }
    if !numberStarts.isEmpty, numberStarts[start] < numberStarts[end] {
      for template in set.byNumber { attempt(Int(template), tokens, start, end, firstEpoch) }
    }
    for template in set.always { attempt(Int(template), tokens, start, end, firstEpoch) }
  }

  private func nextEpoch() {
    if epoch == .max {
      epoch = 0
      for index in wordSeen.indices { wordSeen[index] = 0 }
      for index in listSeen.indices { listSeen[index] = 0 }
      for index in tried.indices { tried[index] = 0 }
    }
    epoch += 1
  }

  @inline(__always)
  private func try_(
    _ index: TemplateSet.Index, _ key: Int, _ tokens: [Token], _ start: Int, _ end: Int,
    _ firstEpoch: UInt32
  ) {
    let first = Int(index.starts[key])
    let last = Int(index.starts[key + 1])
    for entry in first..<last {
      attempt(Int(index.templates[entry]), tokens, start, end, firstEpoch)
    }
  }

  @inline(__always)
  private func attempt(
    _ template: Int, _ tokens: [Token], _ start: Int, _ end: Int, _ firstEpoch: UInt32
  ) {
    let program = set.programs[template]
    if program.whole {
      if tried[template] >= firstEpoch, tried[template] <= epoch { return }
      tried[template] = epoch
      run(template, program, tokens, 0, tokens.count)
      return
    }
    if tried[template] == epoch { return }
    tried[template] = epoch
    for index in 0..<Int(program.requiredCount) {
      let word = set.required[Int(program.required) + index]
      if wordSeen[Int(word)] != epoch { return }
    }
    run(template, program, tokens, start, end)
  }

  // MARK: - Trying

  private func run(
    _ template: Int, _ program: TemplateSet.Program, _ tokens: [Token], _ start: Int, _ end: Int
  ) {
    let size = (end - start + 1) * Int(program.setWords)
    while states.count < size { states.append(0) }
    let accepted = tokens.withUnsafeBufferPointer { tokens in
      states.withUnsafeMutableBufferPointer { states in
        set.kinds.withUnsafeBufferPointer { kinds in
          set.arguments.withUnsafeBufferPointer { arguments in
            set.strict.withUnsafeBufferPointer { strict in
              set.sets.withUnsafeBufferPointer { sets in
                var walk = Walk(
                  program: program, tokens: tokens, start: start, end: end, states: states,
                  kinds: kinds, arguments: arguments, strict: strict, sets: sets)
                let accepted = program.setWords == 1 ? walk.runSmall(self) : walk.runLarge(self)
                steps += walk.steps
                return accepted
              }
            }
          }
        }
      }
    }
    if accepted {
      tracer.trace(template, program, self, tokens, start, end, into: &found)
      steps += tracer.steps
    }
  }

  /// The ends of the values of `list` that begin at `start`.
  @inline(__always)
  func forEachEnd(of list: Int32, at start: Int, before limit: Int, _ visit: (Int, Int32) -> Void) {
    for index in Int(markStarts[start])..<Int(markStarts[start + 1])
    where marks[index].list == list && Int(marks[index].end) <= limit {
      visit(Int(marks[index].end), marks[index].value)
    }
  }

  /// The ends of the numbers in a range that begin at `start`.
  func forEachNumber(in list: Int32, at start: Int, before limit: Int, _ visit: (Int, Double) -> Void) {
    guard let range = set.ranges[Int(list)] else { return }
    for index in Int(numberStarts[start])..<Int(numberStarts[start + 1])
    where range.contains(numbers[index].value) && Int(numbers[index].end) <= limit {
      visit(Int(numbers[index].end), numbers[index].value * (range.multiplier ?? 1))
    }
  }
}

/// One try of one template on one sentence.
private struct Walk {
  let program: TemplateSet.Program
  let tokens: UnsafeBufferPointer<Token>
  let start: Int
  let end: Int
  let states: UnsafeMutableBufferPointer<UInt64>
  let kinds: UnsafeBufferPointer<Automaton.Kind>
  let arguments: UnsafeBufferPointer<Int32>
  let strict: UnsafeBufferPointer<Bool>
  let sets: UnsafeBufferPointer<UInt64>
  var steps = 0

  /// The common case: all places of the template in one machine word.
  mutating func runSmall(_ matcher: Matcher) -> Bool {
    let length = end - start
    for index in 0...length { states[index] = 0 }
    let base = Int(program.spots)
    let first = sets[Int(program.sets)]
    let last = sets[Int(program.sets) + 1]
    let follow = Int(program.sets) + 2
    for offset in 0...length {
      var open = states[offset]
      if !program.whole || offset == 0 { open |= first }
      var closed: UInt64 = 0
      let here = start + offset
      while open != 0 {
        let spot = open.trailingZeroBitCount
        open &= open - 1
        closed |= 1 << UInt64(spot)
        steps += 1
        let kind = kinds[base + spot]
        let isLast = last & (1 << UInt64(spot)) != 0
        switch kind {
        case .word:
          if here < end, tokens[here].word == arguments[base + spot], fits(spot, base, here) {
            if isLast, accepts(here + 1) { return true }
            states[offset + 1] |= sets[follow + spot]
          }
        case .gap, .wildcard:
          if here < end, fits(spot, base, here) {
            if isLast, accepts(here + 1) { return true }
            states[offset + 1] |= sets[follow + spot]
          }
        case .list:
          guard here < end, fits(spot, base, here) else { continue }
          var accepted = false
          let next = sets[follow + spot]
          matcher.forEachEnd(of: arguments[base + spot], at: here, before: end) { stop, _ in
            states[stop - start] |= next
            if isLast, accepts(stop) { accepted = true }
          }
          if accepted { return true }
        case .range:
          guard here < end, fits(spot, base, here) else { continue }
          var accepted = false
          let next = sets[follow + spot]
          matcher.forEachNumber(in: arguments[base + spot], at: here, before: end) { stop, _ in
            states[stop - start] |= next
            if isLast, accepts(stop) { accepted = true }
          }
          if accepted { return true }
        case .clauseStart, .clauseEnd:
          guard holds(kind, here) else { continue }
          if isLast, accepts(here) { return true }
          open |= sets[follow + spot] & ~closed
        }
      }
    }
    return false
  }

  mutating func runLarge(_ matcher: Matcher) -> Bool {
    let length = end - start
    let words = Int(program.setWords)
    for index in 0..<((length + 1) * words) { states[index] = 0 }
    let base = Int(program.spots)
    let firstSet = Int(program.sets)
    let lastSet = firstSet + words
    let follow = lastSet + words
    for offset in 0...length {
      if !program.whole || offset == 0 {
        for word in 0..<words { states[offset * words + word] |= sets[firstSet + word] }
      }
      let here = start + offset
      // Anchors take no word and may open places before themselves, so the round is repeated until
      // nothing is new; each place is looked at once.
      var done = [UInt64](repeating: 0, count: words)
      var again = true
      while again {
        again = false
        for word in 0..<words {
          while true {
            let open = states[offset * words + word] & ~done[word]
            if open == 0 { break }
            let bit = open.trailingZeroBitCount
            done[word] |= 1 << UInt64(bit)
            again = true
            steps += 1
            let spot = word * 64 + bit
            if visit(spot, base, here, words, lastSet, follow, matcher) { return true }
          }
        }
      }
    }
    return false
  }

  private func visit(
    _ spot: Int, _ base: Int, _ here: Int, _ words: Int, _ lastSet: Int, _ follow: Int,
    _ matcher: Matcher
  ) -> Bool {
    let isLast = sets[lastSet + spot / 64] & (1 << UInt64(spot % 64)) != 0
    var accepted = false
    func advance(_ stop: Int) {
      for word in 0..<words { states[(stop - start) * words + word] |= sets[follow + spot * words + word] }
      if isLast, accepts(stop) { accepted = true }
    }
    switch kinds[base + spot] {
    case .word:
      if here < end, tokens[here].word == arguments[base + spot], fits(spot, base, here) {
        advance(here + 1)
      }
    case .gap, .wildcard:
      if here < end, fits(spot, base, here) { advance(here + 1) }
    case .list:
      guard here < end, fits(spot, base, here) else { break }
      matcher.forEachEnd(of: arguments[base + spot], at: here, before: end) { stop, _ in advance(stop) }
    case .range:
      guard here < end, fits(spot, base, here) else { break }
      matcher.forEachNumber(in: arguments[base + spot], at: here, before: end) { stop, _ in advance(stop) }
    case .clauseStart, .clauseEnd:
      if holds(kinds[base + spot], here) { advance(here) }
    }
    return accepted
  }

  @inline(__always)
  private func accepts(_ stop: Int) -> Bool { !program.whole || stop == end }

  @inline(__always)
  private func fits(_ spot: Int, _ base: Int, _ here: Int) -> Bool {
    !strict[base + spot] || program.whole || here == start || tokens[here].breakBefore == .none
  }

  @inline(__always)
  private func holds(_ kind: Automaton.Kind, _ here: Int) -> Bool {
    if program.whole { return kind == .clauseStart ? here == start : here == end }
    if kind == .clauseStart { return here == start || here < end && tokens[here].breakBefore != .none }
    return here == end || tokens[here].breakBefore != .none
  }
}
