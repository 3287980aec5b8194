// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Findings

/// Finds the rule words that are one or two slips away from a word.
///
/// Every target is stored under itself and under what is left when one letter (two in words of nine or
/// more) is dropped; a slip in the typed word leads to one of the same remains. Look-ups touch a few
/// dozen buckets, whatever the number of words.
struct SpellingIndex: Sendable {
  static let shortestWord = 5
  static let shortestForTwo = 9
  /// Longer ones are no slips of anything, and would cost too much to look up.
  static let longestWord = 24

  /// How many slips a word of so many letters may have.
  static func reach(_ letters: Int) -> Int { letters >= shortestForTwo ? 2 : 1 }

  private var bucketStarts: [Int32] = [0, 0]
  private var hashes: [UInt32] = []
  private var targets: [WordID] = []
  private var mask: UInt32 = 0

  init() {}

  private init(bucketStarts: [Int32], hashes: [UInt32], targets: [WordID], mask: UInt32) {
    self.bucketStarts = bucketStarts
    self.hashes = hashes
    self.targets = targets
    self.mask = mask
  }

  init(targets words: [WordID], in table: WordTable) {
    var entries: [(hash: UInt32, word: WordID)] = []
    for word in words {
      let letters = Array(table.utf8(of: word))
      guard (Self.shortestWord - 1...Self.longestWord + 2).contains(letters.count) else { continue }
      Self.remains(of: letters, drops: letters.count >= Self.shortestForTwo - 1 ? 2 : 1) {
        entries.append(($0, word))
      }
    }
    guard !entries.isEmpty else { return }
    var size: UInt32 = 16
    while Int(size) < entries.count { size *= 2 }
    mask = size - 1
    bucketStarts = [Int32](repeating: 0, count: Int(size) + 1)
    for entry in entries { bucketStarts[Int(entry.hash & mask) + 1] += 1 }
    for bucket in 1...Int(size) { bucketStarts[bucket] += bucketStarts[bucket - 1] }
    var next = bucketStarts
    hashes = [UInt32](repeating: 0, count: entries.count)
    self.targets = [WordID](repeating: 0, count: entries.count)
    for entry in entries {
      let bucket = Int(entry.hash & mask)
      hashes[Int(next[bucket])] = entry.hash
      self.targets[Int(next[bucket])] = entry.word
      next[bucket] += 1
    }
  }

  /// The nearest targets, all at the same distance; empty where none is near enough.
  func nearest(to word: [UInt8], in table: WordTable) -> [WordID] {
    guard (Self.shortestWord...Self.longestWord).contains(word.count), !hashes.isEmpty else {
      return []
    }
    let reach = Self.reach(word.count)
    var best = reach + 1
    var found: [WordID] = []
    Self.remains(of: word, drops: reach) { hash in
      let bucket = Int(hash & mask)
      var entry = Int(bucketStarts[bucket])
      let end = Int(bucketStarts[bucket + 1])
      while entry < end {
        if hashes[entry] == hash, !found.contains(targets[entry]) {
          let distance = slips(word, Array(table.utf8(of: targets[entry])), limit: best)
          if distance < best {
            best = distance
            found = [targets[entry]]
          } else if distance == best, best <= reach {
            found.append(targets[entry])
          }
        }
        entry += 1
      }
    }
    return found
  }

  private func slips(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    return editDistance(left, right)
  }

  private static func remains(of word: [UInt8], drops: Int, _ visit: (UInt32) -> Void) {
    visit(stableHash(word))
    for first in word.indices {
      visit(hash(word, without: first, word.count))
      guard drops > 1 else { continue }
      for second in (first + 1)..<max(first + 1, word.count) {
        visit(hash(word, without: first, second))
      }
    }
  }

  private static func hash(_ word: [UInt8], without first: Int, _ second: Int) -> UInt32 {
    var hash = StableHash()
    for index in word.indices where index != first && index != second { hash.add(word[index]) }
    return hash.value
  }
}

extension SpellingIndex: Archivable {
  static let form = Form(
    SpellingIndex.init(bucketStarts:hashes:targets:mask:), \.bucketStarts, \.hashes, \.targets,
    \.mask)
}
