// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// What one message and the templates look like while they are matched: plain memory, so that the walk
/// over it copies nothing and counts no references.
struct Ground {
  struct Mark {
    var list: Int32
    var value: Int32
    var end: Int32
  }

  struct NumberMark {
    var value: Double
    var end: Int32
  }

  let tokens: UnsafeBufferPointer<Token>
  let spots: UnsafeBufferPointer<TemplateSet.Spot>
  let sets: UnsafeBufferPointer<UInt64>
  /// Values of lists by the word that they begin at, shortest first.
  let marks: UnsafeBufferPointer<Mark>
  let markStarts: UnsafeBufferPointer<Int32>
  /// Numbers by the word that they begin at, longest first.
  let numbers: UnsafeBufferPointer<NumberMark>
  let numberStarts: UnsafeBufferPointer<Int32>
  /// By the number of the list.
  let ranges: UnsafeBufferPointer<ListDefinition.NumberRange?>

  /// Lays a message and a set of templates out as plain memory for as long as `body` runs.
  static func with(
    _ tokens: [Token], _ set: TemplateSet, _ marks: [Mark], _ markStarts: [Int32],
    _ numbers: [NumberMark], _ numberStarts: [Int32], _ body: (Ground) -> Void
  ) {
    tokens.withUnsafeBufferPointer { tokens in
      set.spots.withUnsafeBufferPointer { spots in
        set.sets.withUnsafeBufferPointer { sets in
          marks.withUnsafeBufferPointer { marks in
            markStarts.withUnsafeBufferPointer { markStarts in
              numbers.withUnsafeBufferPointer { numbers in
                numberStarts.withUnsafeBufferPointer { numberStarts in
                  set.ranges.withUnsafeBufferPointer { ranges in
                    body(
                      Ground(
                        tokens: tokens, spots: spots, sets: sets, marks: marks,
                        markStarts: markStarts, numbers: numbers, numberStarts: numberStarts,
                        ranges: ranges))
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The ends of the values of `list` that begin at `start`, longest first.
  @inline(__always)
  func forEachEnd(of list: Int32, at start: Int, before limit: Int, _ visit: (Int, Int32) -> Void) {
    let first = Int(markStarts[start])
    var index = Int(markStarts[start + 1])
    while index > first {
      index -= 1
      let mark = marks[index]
      if mark.list == list, Int(mark.end) <= limit { visit(Int(mark.end), mark.value) }
    }
  }

  /// The ends of the numbers in a range that begin at `start`, longest first.
  func forEachNumber(
    in list: Int32, at start: Int, before limit: Int, _ visit: (Int, Double) -> Void
  ) {
    guard let range = ranges[Int(list)] else { return }
    for index in Int(numberStarts[start])..<Int(numberStarts[start + 1])
    where range.contains(numbers[index].value) && Int(numbers[index].end) <= limit {
      visit(Int(numbers[index].end), numbers[index].value * (range.multiplier ?? 1))
    }
  }
}

/// One template on one sentence, or on the whole message.
struct Attempt {
  let ground: Ground
  let program: TemplateSet.Program
  let start: Int
  let end: Int

  @inline(__always)
  func spot(_ number: Int) -> TemplateSet.Spot { ground.spots[Int(program.spots) + number] }

  var first: Int { Int(program.sets) }
  var last: Int { Int(program.sets) + Int(program.setWords) }

  /// Where the set of what may follow `spot` begins, for going on at word `stop`.
  @inline(__always)
  func next(after spot: Int, at stop: Int) -> Int {
    let crosses = !program.whole && stop < end && ground.tokens[stop].breakBefore != .none
    let table = crosses ? Int(program.across) : Int(program.sets) + 2 * Int(program.setWords)
    return table + spot * Int(program.setWords)
  }

  @inline(__always)
  func isLast(_ spot: Int) -> Bool {
    ground.sets[last + spot >> 6] & (1 << UInt64(spot & 63)) != 0
  }

  @inline(__always)
  func accepts(_ stop: Int) -> Bool { !program.whole || stop == end }

  /// Whether an anchor holds before the word `here`.
  @inline(__always)
  func holds(_ kind: Automaton.Kind, _ here: Int) -> Bool {
    if here == (kind == .clauseStart ? start : end) { return true }
    return !program.whole && here > start && here < end && ground.tokens[here].breakBefore != .none
  }
}
