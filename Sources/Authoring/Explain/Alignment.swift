// SPDX-License-Identifier: GPL-3.0-or-later

/// The cheapest way to lay a template along an utterance: which chunk met which words, which met nothing,
/// and where words stood between.
///
/// A shortest path: one unit for a chunk left out, for a chunk that met another word, and for words that
/// stand between two chunks.
struct Alignment {
  enum Step: Equatable {
    /// The chunk matched these words; an empty range for an optional part left out, or a gap.
    case matched(chunk: Int, Range<Int>)
    case missing(chunk: Int, at: Int)
    case other(chunk: Int, Range<Int>)
    case between(after: Int, Range<Int>)
  }

  /// At most this many words may stand between two chunks, or in the place of one.
  static let mostBetween = 3

  let chunks: [String]
  private(set) var steps: [Step] = []
  private(set) var cost = 0
  /// Chunks that ask for words and got them.
  private(set) var matched = 0

  private struct Node {
    var cost: Int
    var matched: Int
    var step: Step?
    var from: (chunk: Int, word: Int)?
  }

  init(_ chunks: [String], along matches: ChunkMatches) {
    self.chunks = chunks
    let words = matches.utterance.tokens.count
    var table = Array(
      repeating: [Node?](repeating: nil, count: words + 1), count: chunks.count + 1)
    for word in 0...words { table[0][word] = Node(cost: 0, matched: 0) }
    func reach(_ chunk: Int, _ word: Int, _ node: Node) {
      if let known = table[chunk][word], (known.cost, -known.matched) <= (node.cost, -node.matched)
      {
        return
      }
      table[chunk][word] = node
    }
    for chunk in chunks.indices {
      for word in 0...words {
        guard let here = table[chunk][word] else { continue }
        func go(_ to: Int, _ cost: Int, _ step: Step, matched: Int = 0) {
          reach(
            chunk + 1, to,
            Node(
              cost: here.cost + cost, matched: here.matched + matched, step: step,
              from: (chunk, word)))
        }
        switch TemplateChunks.kind(of: chunks[chunk]) {
        case .anchor: go(word, 0, .matched(chunk: chunk, word..<word))
        case .gap(let most):
          for end in word...min(words, word + (most ?? words)) {
            go(end, 0, .matched(chunk: chunk, word..<end))
          }
        case .optional, .words:
          let isOptional =
            TemplateChunks.kind(of: chunks[chunk]) == .optional
            || matches.nullable.contains(chunks[chunk])
          go(
            word, isOptional ? 0 : 1,
            isOptional ? .matched(chunk: chunk, word..<word) : .missing(chunk: chunk, at: word))
          for end in matches.ends(of: chunks[chunk], at: word) {
            go(end, 0, .matched(chunk: chunk, word..<end), matched: isOptional ? 0 : 1)
          }
          if !isOptional, word < words { go(word + 1, 1, .other(chunk: chunk, word..<(word + 1))) }
          guard chunk > 0, word < words else { break }
          for start in (word + 1)...min(words, word + Self.mostBetween) {
            for end in matches.ends(of: chunks[chunk], at: start) {
              go(end, 1, .between(after: chunk, word..<start), matched: isOptional ? 0 : 1)
            }
          }
        }
      }
    }
    trace(table, words)
  }

  private mutating func trace(_ table: [[Node?]], _ words: Int) {
    let ends = (0...words).compactMap { word in table[chunks.count][word].map { (word, $0) } }
    guard
      let best = ends.min(by: {
        ($0.1.cost, -$0.1.matched, $0.0) < ($1.1.cost, -$1.1.matched, $1.0)
      })
    else { return }
    cost = best.1.cost
    matched = best.1.matched
    var node = best.1
    var end = best.0
    while let step = node.step, let from = node.from, let before = table[from.chunk][from.word] {
      if case .between(let chunk, let range) = step {
        steps.append(.matched(chunk: chunk, range.upperBound..<end))
      }
      steps.append(step)
      node = before
      end = from.word
    }
    steps.reverse()
  }

  /// Whether one unit short of matching, or two where much else matched.
  var isNear: Bool { matched > 0 && (cost <= 1 || cost <= (matched + 1) / 2) }
}
