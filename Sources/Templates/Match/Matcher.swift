// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Finds every template of a set that matches an utterance.
///
/// 1. Every value of every list is marked on the message in one walk.
/// 2. A template is tried only in a sentence that has its rarest needed word or list, and two more.
/// 3. Trying it is a `Walk`: linear in the words whatever the template.
/// 4. Only where that succeeds does a `Tracer` follow the match again, to learn where it began and what it
///    captured.
///
/// A matcher keeps its memory from message to message, so it belongs to one thread.
public final class Matcher {
  public let set: TemplateSet
  /// How many places have been looked at since the matcher was made: what matching costs, in units that
  /// are the same on every machine.
  public private(set) var steps = 0

  private var marks: [Ground.Mark] = []
  private var markStarts: [Int32] = []
  private var numbers: [Ground.NumberMark] = []
  private var numberStarts: [Int32] = []
  private var states: [UInt64] = []
  private var tracer = Tracer()
  private var found: [TemplateMatch] = []

  /// One bit for each word and then each list that the sentence has; bit 0 is always set.
  private var present: [UInt64]
  private var presentWords: [WordID] = []
  private var presentLists: [Int32] = []
  /// When each template was last tried, so that one with several keys is tried once.
  private var tried: [UInt32]
  private var epoch: UInt32 = 0
  private let wordCount: Int

  public init(_ set: TemplateSet) {
    self.set = set
    wordCount = set.lexicon.words.count
    present = [UInt64](repeating: 0, count: (wordCount + set.listCount) / 64 + 1)
    present[0] = 1
    tried = [UInt32](repeating: 0, count: set.programs.count)
  }

  /// Every match, in the order of the text.
  public func matches(in utterance: Utterance) -> [TemplateMatch] {
    found.removeAll(keepingCapacity: true)
    if utterance.tokens.isEmpty { return [] }
    markLists(utterance.tokens)
    markNumbers(utterance)
    withGround(utterance.tokens) { ground in
      let beforeMessage = forgottenTries(in: ground.tokens.count)
      var start = 0
      while start < ground.tokens.count {
        var end = start + 1
        while end < ground.tokens.count, ground.tokens[end].breakBefore != .hard { end += 1 }
        matchSentence(ground, start, end, beforeMessage)
        start = end
      }
    }
    found.sort {
      ($0.tokens.lowerBound, $0.tokens.upperBound, $0.template)
        < ($1.tokens.lowerBound, $1.tokens.upperBound, $1.template)
    }
    return found
  }

  private func withGround(_ tokens: [Token], _ body: (Ground) -> Void) {
    let (marks, markStarts) = (marks, markStarts)
    let (numbers, numberStarts) = (numbers, numberStarts)
    tokens.withUnsafeBufferPointer { tokens in
      set.spots.withUnsafeBufferPointer { spots in
        set.sets.withUnsafeBufferPointer { sets in
          marks.withUnsafeBufferPointer { marks in
            markStarts.withUnsafeBufferPointer { markStarts in
              numbers.withUnsafeBufferPointer { numbers in
                numberStarts.withUnsafeBufferPointer { numberStarts in
                  body(
                    Ground(
                      tokens: tokens, spots: spots, sets: sets, marks: marks, markStarts: markStarts,
                      numbers: numbers, numberStarts: numberStarts, ranges: set.ranges))
                }
              }
            }
          }
        }
      }
    }
  }

  /// The epoch before this message; leaves room for one more for each of its sentences.
  private func forgottenTries(in sentences: Int) -> UInt32 {
    if epoch > UInt32.max - UInt32(sentences) - 1 {
      epoch = 0
      for index in tried.indices { tried[index] = 0 }
    }
    return epoch
  }

  // MARK: - Marking

  /// Values that go on in the next sentence are marked too, for templates of the whole message.
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
          for ending in Int(trie.endingStarts[Int(node)])..<Int(trie.endingStarts[Int(node) + 1]) {
            let value = trie.endings[ending]
            marks.append(Ground.Mark(list: value.list, value: value.value, end: Int32(end)))
          }
          guard trie.hasChildren[Int(node)], end < tokens.count else { break }
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
        numbers.append(Ground.NumberMark(value: number.value, end: Int32(number.end)))
      }
    }
    numberStarts.append(Int32(numbers.count))
  }

  // MARK: - Choosing what to try

  private func matchSentence(_ ground: Ground, _ start: Int, _ end: Int, _ beforeMessage: UInt32) {
    epoch += 1
    noteWhatIsPresent(ground, start, end)
    for word in presentWords { consider(set.byWord, Int(word), ground, start, end, beforeMessage) }
    for list in presentLists { consider(set.byList, Int(list), ground, start, end, beforeMessage) }
    if !ground.numberStarts.isEmpty, ground.numberStarts[start] < ground.numberStarts[end] {
      for candidate in set.byNumber { consider(candidate, ground, start, end, beforeMessage) }
    }
    for candidate in set.always { consider(candidate, ground, start, end, beforeMessage) }
    for word in presentWords { clear(Int(word)) }
    for list in presentLists { clear(wordCount + Int(list)) }
  }

  private func noteWhatIsPresent(_ ground: Ground, _ start: Int, _ end: Int) {
    presentWords.removeAll(keepingCapacity: true)
    presentLists.removeAll(keepingCapacity: true)
    for index in start..<end {
      let word = ground.tokens[index].word
      if note(Int(word)) { presentWords.append(word) }
    }
    for mark in Int(ground.markStarts[start])..<Int(ground.markStarts[end]) {
      let list = ground.marks[mark].list
      if note(wordCount + Int(list)) { presentLists.append(list) }
    }
  }

  /// Sets a bit; false where it was set.
  @inline(__always)
  private func note(_ item: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(item & 63)
    if present[item >> 6] & bit != 0 { return false }
    present[item >> 6] |= bit
    return true
  }

  @inline(__always)
  private func clear(_ item: Int) { present[item >> 6] &= ~(1 << UInt64(item & 63)) }

  @inline(__always)
  private func isPresent(_ item: Int32) -> Bool {
    present[Int(item) >> 6] & (1 << UInt64(item & 63)) != 0
  }

  @inline(__always)
  private func consider(
    _ index: TemplateSet.Index, _ key: Int, _ ground: Ground, _ start: Int, _ end: Int,
    _ beforeMessage: UInt32
  ) {
    for entry in Int(index.starts[key])..<Int(index.starts[key + 1]) {
      consider(index.candidates[entry], ground, start, end, beforeMessage)
    }
  }

  @inline(__always)
  private func consider(
    _ candidate: TemplateSet.Candidate, _ ground: Ground, _ start: Int, _ end: Int,
    _ beforeMessage: UInt32
  ) {
    if isPresent(candidate.firstCheck), isPresent(candidate.secondCheck) {
      attempt(Int(candidate.template), ground, start, end, beforeMessage)
    }
  }

  private func attempt(
    _ template: Int, _ ground: Ground, _ start: Int, _ end: Int, _ beforeMessage: UInt32
  ) {
    let program = set.programs[template]
    if tried[template] == epoch || program.whole && tried[template] > beforeMessage { return }
    tried[template] = epoch
    let attempt = Attempt(
      ground: ground, program: program, start: program.whole ? 0 : start,
      end: program.whole ? ground.tokens.count : end)
    let size = (attempt.end - attempt.start + 1) * Int(program.setWords)
    if states.count < size { states = [UInt64](repeating: 0, count: size * 2) }
    let succeeded = states.withUnsafeMutableBufferPointer { states in
      var walk = Walk(attempt, states: states)
      defer { steps += walk.steps }
      return walk.succeeds()
    }
    if succeeded {
      tracer.trace(template, attempt, in: set, into: &found)
      steps += tracer.steps
    }
  }
}
