// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Language

/// All list values together, so that one walk over a message marks them all: a list of a thousand words
/// costs what one word costs.
struct PhraseTrie: Sendable {
  struct Ending: Sendable, PlainArchivable {
    var list: Int32
    var value: Int32
  }

  private struct Edge: Hashable {
    var node: Int32
    var word: WordID
  }

  private var children: [Edge: Int32] = [:]
  private var endings: [[Ending]] = [[]]
  private(set) var outputs: [String?] = []
  /// The most words that a value of each list has.
  private(set) var longest: [Int: Int] = [:]

  mutating func addValue(_ output: String?) -> Int32 {
    outputs.append(output)
    return Int32(outputs.count - 1)
  }

  mutating func insert(_ phrase: [WordID], list: Int, value: Int32) {
    var node: Int32 = 0
    longest[list] = max(longest[list] ?? 0, phrase.count)
    for word in phrase {
      let edge = Edge(node: node, word: word)
      if let next = children[edge] {
        node = next
      } else {
        let next = Int32(endings.count)
        endings.append([])
        children[edge] = next
        node = next
      }
    }
    guard !endings[Int(node)].contains(where: { $0.list == list }) else { return }
    endings[Int(node)].append(Ending(list: Int32(list), value: value))
  }

  /// The same as flat arrays: nodes below the root by word, deeper ones by a table.
  func frozen(wordCount: Int) -> FrozenTrie {
    FrozenTrie(
      wordCount: wordCount, endings: endings,
      edges: children.map { ($0.key.node, $0.key.word, $0.value) })
  }

  /// First words of each list, to judge how often a list is met.
  func firstWords() -> [(list: Int32, word: WordID)] {
    var found: [(list: Int32, word: WordID)] = []
    var below: [Int32: [Int32]] = [:]
    for (edge, next) in children { below[edge.node, default: []].append(next) }
    for (edge, next) in children where edge.node == 0 {
      var open = [next]
      while let node = open.popLast() {
        found += endings[Int(node)].map { ($0.list, edge.word) }
        open += below[node] ?? []
      }
    }
    return found
  }
}

/// A trie that is only read.
struct FrozenTrie: Sendable {
  /// Node below the root for each word; 0 for none.
  let roots: [Int32]
  let endingStarts: [Int32]
  let endings: [PhraseTrie.Ending]
  let hasChildren: [Bool]
  private let keys: [UInt64]
  private let nodes: [Int32]
  private let mask: Int

  init(wordCount: Int, endings: [[PhraseTrie.Ending]], edges: [(Int32, WordID, Int32)]) {
    var roots = [Int32](repeating: 0, count: wordCount)
    var hasChildren = [Bool](repeating: false, count: endings.count)
    var size = 16
    while size < edges.count * 2 { size *= 2 }
    mask = size - 1
    var keys = [UInt64](repeating: 0, count: size)
    var nodes = [Int32](repeating: 0, count: size)
    for (node, word, next) in edges {
      hasChildren[Int(node)] = true
      if node == 0 {
        roots[Int(word)] = next
        continue
      }
      let key = Self.key(node, word)
      var slot = Self.slot(key) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      nodes[slot] = next
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(endings.count + 1)
    var flat: [PhraseTrie.Ending] = []
    for group in endings {
      flat += group.sorted { $0.list < $1.list }
      starts.append(Int32(flat.count))
    }
    self.roots = roots
    self.hasChildren = hasChildren
    self.keys = keys
    self.nodes = nodes
    self.endings = flat
    endingStarts = starts
  }

  private init(
    roots: [Int32], endingStarts: [Int32], endings: [PhraseTrie.Ending], hasChildren: [Bool],
    keys: [UInt64], nodes: [Int32]
  ) {
    self.roots = roots
    self.endingStarts = endingStarts
    self.endings = endings
    self.hasChildren = hasChildren
    self.keys = keys
    self.nodes = nodes
    mask = keys.count - 1
  }

  @inline(__always)
  func child(of node: Int32, _ word: WordID) -> Int32 {
    let key = Self.key(node, word)
    var slot = Self.slot(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return nodes[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  @inline(__always)
  private static func key(_ node: Int32, _ word: WordID) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33)
  }
}

extension FrozenTrie: Archivable {
  static let form = Form(
    FrozenTrie.init(roots:endingStarts:endings:hasChildren:keys:nodes:), \.roots, \.endingStarts,
    \.endings, \.hasChildren, \.keys, \.nodes)
}
