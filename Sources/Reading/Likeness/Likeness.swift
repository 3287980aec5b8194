// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// What a model says of one message and of each of its sentences, worked out in one pass.
struct Likeness {
  /// Points for each label, in the order of the model's labels, in thousandths; about -1000 to 1000, above
  /// 0 where the message is more like the label's messages than not.
  let points: [Int]
  /// The same for each sentence that is long enough, as if nothing else had been written.
  let sentences: [[Int]]

  private let model: LikenessModel
  private let features: Features
  /// The features of the message that the model knows, with their slots.
  private let known: [(slot: Int32, words: Features.Words)]
  private let length: Int

  /// Weights added up, and the squares of what they were multiplied by.
  private struct Sum {
    var labels: [Int32]
    var length = 0

    @inline(__always)
    mutating func add(_ slot: Int, of model: LikenessModel) {
      let importance = Int32(model.importance[slot])
      length += Int(importance) * Int(importance)
      let entries = Int(model.starts[slot])..<Int(model.starts[slot + 1])
      labels.withUnsafeMutableBufferPointer { labels in
        model.columns.withUnsafeBufferPointer { columns in
          model.weights.withUnsafeBufferPointer { weights in
            for entry in entries {
              labels[Int(columns[entry])] &+= Int32(weights[entry]) &* importance
            }
          }
        }
      }
    }

    mutating func add(_ other: Sum) {
      length += other.length
      for label in labels.indices { labels[label] += other.labels[label] }
    }

    var points: [Int] {
      labels.map { LikenessModel.points(of: Int($0), length: length) }
    }
  }

  /// - Parameter shortest: how many words a sentence must have to be judged alone.
  init(_ utterance: Utterance, in lexicon: Lexicon, by model: LikenessModel, shortest: Int) {
    self.model = model
    let features = Features(utterance, in: lexicon, classes: model.features)
    self.features = features
    let none = Sum(labels: [Int32](repeating: 0, count: model.labels.count))
    var whole = none
    var known: [(slot: Int32, words: Features.Words)] = []
    known.reserveCapacity(utterance.tokens.count * 8)
    var sentences: [[Int]] = []
    let ranges = features.sentences
    for sentence in ranges {
      var alone = none
      features.visit(sentence) { feature, words, reachesBack in
        guard let slot = model.slot(of: feature) else { return }
        known.append((Int32(slot), words))
        if reachesBack { whole.add(slot, of: model) } else { alone.add(slot, of: model) }
      }
      whole.add(alone)
      guard sentence.count >= shortest, ranges.count > 1 else { continue }
      features.visitShape(of: sentence) { feature, _ in
        if let slot = model.slot(of: feature) { alone.add(slot, of: model) }
      }
      sentences.append(alone.points)
    }
    features.visitShape(of: utterance.tokens.indices) { feature, words in
      guard let slot = model.slot(of: feature) else { return }
      known.append((Int32(slot), words))
      whole.add(slot, of: model)
    }
    points = whole.points
    // A message of one sentence is that sentence.
    self.sentences = ranges.count == 1 && ranges[0].count >= shortest ? [points] : sentences
    self.known = known
    length = whole.length
  }

  /// The words that spoke for a label, strongest first.
  func evidence(for label: String, most: Int = 4) -> [(words: String, points: Int)] {
    guard let column = model.labels.firstIndex(of: label) else { return [] }
    var weights: [(words: Features.Words, weight: Int)] = []
    for (slot, words) in known {
      guard let weight = weight(of: column, in: Int(slot)) else { continue }
      if weights.last?.words == words {
        weights[weights.count - 1].weight += weight
      } else {
        weights.append((words, weight))
      }
    }
    var found: [String: Int] = [:]
    found.reserveCapacity(weights.count)
    for (words, weight) in weights { found[features.text(of: words), default: 0] += weight }
    return found.map {
      (words: $0.key, points: LikenessModel.points(of: $0.value, length: length))
    }
    .filter { $0.points > 0 && !$0.words.isEmpty }
    .sorted { ($1.points, $0.words) < ($0.points, $1.words) }
    .prefix(most).map { $0 }
  }

  /// What a feature adds to a label; nil where it says nothing of it.
  private func weight(of column: Int, in slot: Int) -> Int? {
    let entries = Int(model.starts[slot])..<Int(model.starts[slot + 1])
    let entry = model.columns.withUnsafeBufferPointer { columns in
      entries.first { columns[$0] == column }
    }
    return entry.map { Int(model.weights[$0]) * Int(model.importance[slot]) }
  }
}
