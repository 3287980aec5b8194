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
    Self.sentences(of: text).allSatisfy { !sentences.contains(stableHash($0.lowercased().utf8)) }
  }

  public mutating func note(_ text: String) {
    for sentence in Self.sentences(of: text) {
      sentences.insert(stableHash(sentence.lowercased().utf8))
    }
  }

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

  /// Sentences of a text, trimmed, without very short ones, which may come again ("Thank you.").
  static func sentences(of text: String) -> [String] {
    var found: [String] = []
    var current = ""
    for character in text {
      current.append(character)
      if character == "." || character == "!" || character == "?" || character == "\n" {
        found.append(current)
        current = ""
      }
    }
    found.append(current)
    return found.map { $0.split(separator: " ").joined(separator: " ") }
      .filter { $0.split(separator: " ").count > 3 }
  }
}
