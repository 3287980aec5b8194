// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// The work of a `Matcher`, with the memory that it uses again for every message.
struct Search {
  private(set) var steps = 0

  private var marks: [Ground.Mark] = []
  private var markStarts: [Int32] = []
  private var numbers: [Ground.NumberMark] = []
  private var numberStarts: [Int32] = []
  private var states: [UInt64] = []
  private var tracer = Tracer()
  private var found: [TemplateMatch] = []

  /// Where each word, and then each list, stands in the sentence: one bit for each place, and all bits
  /// where the sentence is longer than that. Word 0 stands everywhere.
  private var present: [UInt64]
  private var presentWords: [WordID] = []
  private var presentLists: [Int32] = []
  private var chosen: [Choice] = []
  /// The places of a template that something in the sentence could take.
  private var takeable: [UInt64] = []

  /// A template that is worth a try, and where in the sentence a match of it can begin.
  private struct Choice {
    var template: Int32
    var earliest: Int32
    var latest: Int32
  }

  /// When each template was last tried, so that one with several keys is tried once.
  private var tried: [UInt32]
  private var epoch: UInt32 = 0
  private let wordCount: Int

  init(_ set: TemplateSet) {
    wordCount = set.lexicon.words.count
    present = [UInt64](repeating: 0, count: wordCount + set.listCount)
    present[0] = .max
    tried = [UInt32](repeating: 0, count: set.programs.count)
  }

  mutating func matches(in utterance: Utterance, of set: TemplateSet) -> [TemplateMatch] {
    found.removeAll(keepingCapacity: true)
    if utterance.tokens.isEmpty { return [] }
    markLists(utterance.tokens, set.trie)
    markNumbers(utterance, set)
    Ground.with(utterance.tokens, set, marks, markStarts, numbers, numberStarts) { ground in
      let beforeMessage = forgottenTries(in: ground.tokens.count)
      var start = 0
      while start < ground.tokens.count {
        var end = start + 1
        while end < ground.tokens.count, ground.tokens[end].breakBefore != .hard { end += 1 }
        matchSentence(Stretch(ground: ground, start: start, end: end), set, beforeMessage)
        start = end
      }
    }
    found.sort {
      ($0.tokens.lowerBound, $0.tokens.upperBound, $0.template)
        < ($1.tokens.lowerBound, $1.tokens.upperBound, $1.template)
    }
    return found
  }

  /// The epoch before this message; leaves room for one more for each of its sentences.
  private mutating func forgottenTries(in sentences: Int) -> UInt32 {
    if epoch > UInt32.max - UInt32(sentences) - 1 {
      epoch = 0
      for index in tried.indices { tried[index] = 0 }
    }
    return epoch
  }

  // MARK: - Marking

  /// Values that go on in the next sentence are marked too, for templates of the whole message.
  private mutating func markLists(_ tokens: [Token], _ trie: FrozenTrie) {
    marks.removeAll(keepingCapacity: true)
    markStarts.removeAll(keepingCapacity: true)
    for start in tokens.indices {
      markStarts.append(Int32(marks.count))
      var node = trie.roots[Int(tokens[start].word)]
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
    markStarts.append(Int32(marks.count))
  }

  private mutating func markNumbers(_ utterance: Utterance, _ set: TemplateSet) {
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

  private struct Stretch {
    let ground: Ground
    let start: Int
    let end: Int
  }

  private mutating func matchSentence(
    _ sentence: Stretch, _ set: TemplateSet, _ beforeMessage: UInt32
  ) {
    epoch += 1
    noteWhatIsPresent(sentence)
    chosen.removeAll(keepingCapacity: true)
    for word in presentWords { choose(from: set.byWord, Int(word), at: present[Int(word)]) }
    for list in presentLists {
      choose(from: set.byList, Int(list), at: present[wordCount + Int(list)])
    }
    if !set.byNumber.isEmpty,
      sentence.ground.numberStarts[sentence.start] < sentence.ground.numberStarts[sentence.end]
    {
      choose(from: set.byNumber, set.byNumber.indices, at: .max)
    }
    choose(from: set.always, set.always.indices, at: .max)
    for choice in chosen { attempt(choice, sentence, set, beforeMessage) }
    for word in presentWords { present[Int(word)] = 0 }
    for list in presentLists { present[wordCount + Int(list)] = 0 }
  }

  private mutating func noteWhatIsPresent(_ sentence: Stretch) {
    presentWords.removeAll(keepingCapacity: true)
    presentLists.removeAll(keepingCapacity: true)
    let isLong = sentence.end - sentence.start > UInt64.bitWidth
    for index in sentence.start..<sentence.end {
      let here: UInt64 = isLong ? .max : 1 << UInt64(index - sentence.start)
      let word = sentence.ground.tokens[index].word
      if note(Int(word), here), word != Lexicon.unknown { presentWords.append(word) }
      for mark in sentence.ground.markStarts[index]..<sentence.ground.markStarts[index + 1] {
        let list = sentence.ground.marks[Int(mark)].list
        if note(wordCount + Int(list), here) { presentLists.append(list) }
      }
    }
  }

  /// Notes where an item stands; true where it is the first such place.
  @inline(__always)
  private mutating func note(_ item: Int, _ here: UInt64) -> Bool {
    let before = present[item]
    present[item] = before | here
    return before == 0
  }

  private mutating func choose(from index: TemplateSet.Index, _ key: Int, at places: UInt64) {
    choose(from: index.candidates, Int(index.starts[key])..<Int(index.starts[key + 1]), at: places)
  }

  /// Keeps the candidates whose other needs stand near enough to the key: most are dropped here.
  @inline(__always)
  private mutating func choose(
    from candidates: [TemplateSet.Candidate], _ range: Range<Int>, at places: UInt64
  ) {
    present.withUnsafeBufferPointer { present in
      candidates.withUnsafeBufferPointer { candidates in
        for index in range {
          let first = candidates[index].first
          if present[Int(first.item)] & first.reach(from: places) == 0 { continue }
          let second = candidates[index].second
          if present[Int(second.item)] & second.reach(from: places) == 0 { continue }
          chosen.append(Self.choice(candidates[index], places))
        }
      }
    }
  }

  /// A match begins no later than the last place of the key.
  @inline(__always)
  private static func choice(_ candidate: TemplateSet.Candidate, _ places: UInt64) -> Choice {
    if candidate.before == TemplateSet.Candidate.anywhere || places == .max {
      return Choice(template: candidate.template, earliest: 0, latest: .max)
    }
    return Choice(
      template: candidate.template,
      earliest: max(0, Int32(places.trailingZeroBitCount) - Int32(candidate.before)),
      latest: Int32(UInt64.bitWidth - 1 - places.leadingZeroBitCount))
  }

  private mutating func attempt(
    _ choice: Choice, _ sentence: Stretch, _ set: TemplateSet, _ beforeMessage: UInt32
  ) {
    let template = Int(choice.template)
    let program = set.programs[template]
    if tried[template] == epoch || program.whole && tried[template] > beforeMessage { return }
    tried[template] = epoch
    let ground = sentence.ground
    let attempt = Attempt(
      ground: ground, program: program, start: program.whole ? 0 : sentence.start,
      end: program.whole ? ground.tokens.count : sentence.end)
    findTakeable(attempt)
    let size = (attempt.end - attempt.start + 2) * Int(program.setWords)
    if states.count < size { states = [UInt64](repeating: 0, count: size * 2) }
    let outcome = states.withUnsafeMutableBufferPointer { states in
      takeable.withUnsafeBufferPointer { takeable in
        var walk = Walk(
          attempt, from: Int(choice.earliest), through: Int(choice.latest), takeable: takeable,
          states: states)
        return (succeeds: walk.succeeds(), steps: walk.steps)
      }
    }
    steps += outcome.steps
    if outcome.succeeds {
      tracer.trace(template, attempt, in: set, into: &found)
      steps += tracer.steps
    }
  }
}

extension Search {
  /// Most places of a template are choices that the sentence does not have: found out once, they are not
  /// asked for at every word.
  private mutating func findTakeable(_ attempt: Attempt) {
    let words = Int(attempt.program.setWords)
    takeable.removeAll(keepingCapacity: true)
    if attempt.program.whole {
      takeable.append(contentsOf: repeatElement(.max, count: words))
      return
    }
    present.withUnsafeBufferPointer { present in
      for word in 0..<words {
        var places: UInt64 = 0
        let first = word * UInt64.bitWidth
        for number in first..<min(first + UInt64.bitWidth, Int(attempt.program.spotCount)) {
          let spot = attempt.spot(number)
          let isTakeable =
            switch spot.kind {
            case .word: present[Int(spot.argument)] != 0
            case .list: present[wordCount + Int(spot.argument)] != 0
            case .range, .wildcard, .gap, .clauseStart, .clauseEnd: true
            }
          if isTakeable { places |= 1 << UInt64(number - first) }
        }
        takeable.append(places)
      }
    }
  }
}

extension TemplateSet.Check {
  /// The places that are near enough to one of `places`.
  @inline(__always)
  fileprivate func reach(from places: UInt64) -> UInt64 {
    if item == Lexicon.unknown { return .max }
    let (near, far) = (UInt64(nearest.magnitude), UInt64(farthest.magnitude))
    if nearest >= 0 { return (places << near).spreadUp(far - near) }
    if farthest < 0 { return (places >> far).spreadDown(near - far) }
    return places.spreadDown(near) | places.spreadUp(far)
  }
}

extension UInt64 {
  /// Every bit, and the `count` bits above it.
  @inline(__always)
  fileprivate func spreadUp(_ count: UInt64) -> UInt64 {
    var (bits, left, step) = (self, count, UInt64(1))
    while left > 0 {
      let shift = Swift.min(step, left)
      bits |= bits << shift
      left -= shift
      step += shift
    }
    return bits
  }

  /// Every bit, and the `count` bits below it.
  @inline(__always)
  fileprivate func spreadDown(_ count: UInt64) -> UInt64 {
    var (bits, left, step) = (self, count, UInt64(1))
    while left > 0 {
      let shift = Swift.min(step, left)
      bits |= bits >> shift
      left -= shift
      step += shift
    }
    return bits
  }
}
