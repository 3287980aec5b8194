// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// Remembers what was said, so that no sentence is said twice.
public struct Freshness: Sendable {
  private var sentences: Set<UInt32> = []
  private var lastUse: [String: Int] = [:]
  private var clock = 0

  public init() {}

  /// Whether none of a text's sentences was said before.
  public func isFresh(_ text: String) -> Bool {
    Self.sentences(of: text).allSatisfy { !sentences.contains($0) }
  }

  public mutating func note(_ text: String) {
    sentences.formUnion(Self.sentences(of: text))
  }

  /// Choices of a turn hang on its number, not on how many were made before: a text that is added or taken away
  /// changes the turn that says it, and not the wording of every turn after that.
  public mutating func begin(turn: Int) { clock = turn << 10 }

  /// Of several texts, one that is fresh, or else the one not used for longest; ties by the seed.
  public mutating func choose<Item>(
    _ items: [Item], seed: UInt64, text: (Item) -> String
  ) -> Item? {
    guard !items.isEmpty else { return nil }
    clock += 1
    var random = SplitMix(seed: seed &+ UInt64(clock))
    var order = Array(items.indices)
    random.shuffle(&order)
    let ranked = order.enumerated().min { left, right in
      rank(text(items[left.element]), left.offset) < rank(text(items[right.element]), right.offset)
    }
    guard let chosen = ranked?.element else { return nil }
    lastUse[text(items[chosen])] = clock
    return items[chosen]
  }

  private func rank(_ text: String, _ position: Int) -> (Int, Int, Int) {
    (isFresh(text) ? 0 : 1, lastUse[text] ?? 0, position)
  }

  /// What tells the sentences of a text apart, without very short ones, which may come again ("Thank you.").
  ///
  /// Every text that could be said is asked for this before one is chosen, so it goes by bytes: blanks
  /// between words count as one, capital letters as small ones.
  private static func sentences(of text: String) -> [UInt32] {
    var found: [UInt32] = []
    var hash = StableHash()
    var words = 0
    var isInWord = false
    func end() {
      if words > 3 { found.append(hash.value) }
      hash = StableHash()
      words = 0
      isInWord = false
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") {
        isInWord = false
        continue
      }
      if !isInWord {
        if words > 0 { hash.add(UInt8(ascii: " ")) }
        words += 1
        isInWord = true
      }
      let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
      hash.add(isCapital ? byte | 0x20 : byte)
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"): end()
      default: break
      }
    }
    end()
    return found
  }
}
