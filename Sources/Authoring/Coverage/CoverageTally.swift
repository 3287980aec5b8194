// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// How many messages reached each of some things; a message that reaches one twice counts once.
struct CoverageTally<Thing: Hashable> {
  private var counts: [Thing: (tests: Int, turns: Int, last: Int)] = [:]

  mutating func add(_ thing: Thing, _ isTest: Bool, once message: Int) {
    var count = counts[thing] ?? (0, 0, -1)
    guard count.last != message else { return }
    count.last = message
    if isTest { count.tests += 1 } else { count.turns += 1 }
    counts[thing] = count
  }

  func hasReached(_ thing: Thing) -> Bool { counts[thing] != nil }

  func item(_ part: Coverage.Part, _ name: String, _ place: Place, _ thing: Thing) -> Coverage.Item
  {
    let count = counts[thing] ?? (0, 0, -1)
    return Coverage.Item(
      part: part, name: name, place: place, tests: count.tests, turns: count.turns)
  }
}
