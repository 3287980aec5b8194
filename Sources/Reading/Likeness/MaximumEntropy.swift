// SPDX-License-Identifier: GPL-3.0-or-later

/// Learns for all labels at once how much each feature speaks for them: softmax regression by stochastic
/// gradient descent with a step for each feature (Duchi et al., 2011, AdaGrad).
///
/// At each look at a message some features are left out at random (Hinton et al., 2012, dropout), so that
/// none is trusted alone. Rules learnt one label at a time draw sharper borders; these weigh all labels
/// against each other. Their sum hears more than either, and stays one weight for a feature and a label.
struct MaximumEntropy {
  /// How often every message is looked at.
  static let rounds = 9
  /// Of how many features in a hundred one is left out.
  static let dropped = 50
  /// The size of a feature's first step.
  static let pace: Float = 0.1
  /// What part of a message's meaning is held to be any label, so that no message is learnt by heart.
  static let doubt: Float = 0.1
  /// What part of its meaning the labels that fit besides the best have together.
  static let alsoRight: Float = 0.25

  /// What is known of the meaning of a message.
  enum Target {
    /// Labels that fit, the best first; nothing is known where there are none.
    case labels([Int])
    /// A label that does not fit.
    case not(Int)

    var isKnown: Bool {
      if case .labels(let labels) = self { !labels.isEmpty } else { true }
    }
  }

  /// For each feature, its weights label by label.
  private(set) var weights: [Float]
  private var squares: [Float]
  private let labels: Int

  init(features: Int, labels: Int) {
    self.labels = labels
    weights = [Float](repeating: 0, count: features * labels)
    squares = [Float](repeating: 1e-6, count: features)
  }

  /// - Parameter targets: what is known of each row; rows of which nothing is are left out.
  mutating func learn(_ rows: [LikenessLearner.Row], targets: [Target]) {
    var order = rows.indices.filter { targets[$0].isKnown }
    var random = SplitMix(seed: 1)
    for _ in 0..<Self.rounds {
      random.shuffle(&order)
      for index in order { step(rows[index], target: targets[index], &random) }
    }
    centre()
  }

  private mutating func step(
    _ row: LikenessLearner.Row, target: Target, _ random: inout SplitMix
  ) {
    let scale = 100 / Float(100 - Self.dropped)
    let kept = row.features.indices.filter { _ in random.next(below: 100) >= Self.dropped }
    var errors = [Float](repeating: 0, count: labels)
    weights.withUnsafeMutableBufferPointer { weights in
      for position in kept {
        let start = Int(row.features[position]) * labels
        let value = row.values[position] * scale
        for label in 0..<labels { errors[label] += weights[start + label] * value }
      }
      Self.softmax(&errors)
      Self.subtract(target, from: &errors)
      let weight = Float(row.weight)
      var steepness: Float = 0
      for label in 0..<labels {
        errors[label] *= weight
        steepness += errors[label] * errors[label]
      }
      steepness /= Float(labels)
      for position in kept {
        let feature = Int(row.features[position])
        let value = row.values[position] * scale
        squares[feature] += steepness * value * value
        let step = Self.pace * value / squares[feature].squareRoot()
        let start = feature * labels
        for label in 0..<labels { weights[start + label] -= step * errors[label] }
      }
    }
  }

  /// Turns likelihoods into how far each label's score is from where it should be.
  private static func subtract(_ target: Target, from likely: inout [Float]) {
    switch target {
    case .labels(let fitting):
      for label in likely.indices { likely[label] -= doubt / Float(likely.count) }
      let best = fitting.count > 1 ? 1 - alsoRight : 1
      likely[fitting[0]] -= best * (1 - doubt)
      for label in fitting.dropFirst() {
        likely[label] -= (1 - best) / Float(fitting.count - 1) * (1 - doubt)
      }
    case .not(let label):
      let wrong = likely[label]
      let others = max(1e-6, 1 - wrong)
      for other in likely.indices { likely[other] *= -wrong / others }
      likely[label] = wrong
    }
  }

  /// What is added to all labels alike says nothing; it is taken away, so that the weights are small.
  private mutating func centre() {
    for start in stride(from: 0, to: weights.count, by: labels) {
      let mean = weights[start..<(start + labels)].reduce(0, +) / Float(labels)
      for label in 0..<labels { weights[start + label] -= mean }
    }
  }

  private static func softmax(_ scores: inout [Float]) {
    let highest = scores.max() ?? 0
    var sum: Float = 0
    for label in scores.indices {
      scores[label] = exponential(scores[label] - highest)
      sum += scores[label]
    }
    for label in scores.indices { scores[label] /= sum }
  }

  /// Without Foundation there is no `exp`: (1 + x / 1024) to the power of 1024, near enough below 0.
  private static func exponential(_ value: Float) -> Float {
    var power = max(0, 1 + value / 1024)
    for _ in 0..<10 { power *= power }
    return power
  }
}
