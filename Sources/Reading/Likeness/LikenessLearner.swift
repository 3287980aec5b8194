// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Learns a `LikenessModel` from labelled messages.
///
/// One linear rule for each label by dual coordinate descent (Hsieh et al., 2008, the L2-loss support vector
/// machine of LIBLINEAR), in a fixed order, so that the same messages always give the same model.
public struct LikenessLearner {
  /// A message and what is known of its meaning.
  public struct Message: Sendable {
    public var text: String
    /// The labels that fit it, the best first; none where only what it does not mean is known.
    public var labels: [String]
    /// A label that does not fit it, though it may look so.
    public var counterexampleOf: String?
    /// How many heard messages it counts for.
    public var weight: Double

    public init(
      _ text: String, labels: [String], counterexampleOf: String? = nil, weight: Double = 1
    ) {
      self.text = text
      self.labels = labels
      self.counterexampleOf = counterexampleOf
      self.weight = weight
    }

    /// 1 where the message means what the label says, -1 where it does not, 0 where that is open.
    fileprivate func target(for label: String) -> Int {
      if let counterexampleOf { return label == counterexampleOf ? -1 : 0 }
      return labels.first == label ? 1 : labels.contains(label) ? 0 : -1
    }
  }

  /// What misreading costs, against a simple rule.
  struct Cost {
    /// How much a message of another label that is taken for this one counts.
    let other: Double
    /// How much one of the label's own messages that is missed counts.
    let own: Double
    /// Whether each of a rare label's messages counts for more, and of a common one's for less.
    let isBalanced: Bool
  }

  static let cost = Cost(other: 0.15, own: 1.2, isBalanced: true)
  static let dangerCost = Cost(other: 0.5, own: 1, isBalanced: false)
  /// What the rule of a label alone counts for in its weights, and what the rule of all labels together
  /// counts for, whose points spread further.
  static let aloneShare: Float = 0.7
  static let togetherShare: Float = 0.2
  static let rounds = 30
  /// Features met fewer times are left out.
  static let rarest = 2
  /// Smaller weights are left out, except for dangers.
  static let smallest = 2

  private let lexicon: Lexicon
  private let classes: WordClasses

  public init(lexicon: Lexicon, classes: WordClasses) {
    self.lexicon = lexicon
    self.classes = classes
  }

  /// A message as the learners see it: its features, how much each says in it, and what it counts for.
  struct Row {
    var features: [Int32]
    var values: [Float]
    var weight: Double
  }

  /// All messages as the learners see them, and the features that are kept, with how much each says.
  private struct Table {
    var rows: [Row]
    var kept: [UInt32]
    var importance: [UInt8]
  }

  /// - Parameters:
  ///   - dangers: labels of danger, which are also learnt as one.
  ///   - apart: does so many pieces of work that know nothing of each other, and gives their results in
  ///     order; one after the other unless told.
  public func learn(
    _ messages: [Message], dangers: Set<String> = [], digest: String,
    apart: (Int, @Sendable (Int) -> [Float]) -> [[Float]] = { count, work in (0..<count).map(work) }
  ) -> LikenessModel {
    let labels = Set(messages.flatMap { $0.labels.prefix(1) }).sorted()
    precondition(labels.count < 256, "a label must fit in a byte")
    let table = tabulated(messages)
    let usual = Double(messages.count) / Double(max(1, labels.count))
    // All dangers together are told from the rest more surely than one from another.
    let isDanger = messages.map { message -> Int in
      guard let first = message.labels.first else { return 0 }
      if dangers.contains(first) { return 1 }
      return message.labels.contains(where: dangers.contains) ? 0 : -1
    }
    var columns = apart(labels.count + 1) { column in
      let label = column < labels.count ? labels[column] : nil
      return Self.weights(
        table.rows,
        targets: label.map { label in messages.map { $0.target(for: label) } } ?? isDanger,
        features: table.kept.count, usual: usual,
        cost: label.map(dangers.contains) ?? true ? Self.dangerCost : Self.cost)
    }
    var sides = [columns.removeLast()]
    sides.append(sides[0].map { -$0 })
    weighEachOther(
      &sides, table.rows, targets: isDanger.map { .labels($0 == 0 ? [] : [$0 > 0 ? 0 : 1]) })
    let numbers = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
    weighEachOther(
      &columns, table.rows,
      targets: messages.map { message in
        if let counter = message.counterexampleOf.flatMap({ numbers[$0] }) { return .not(counter) }
        return .labels(message.labels.compactMap { numbers[$0] })
      })
    columns.append(sides[0])
    let precise = labels.indices.filter { dangers.contains(labels[$0]) } + [labels.count]
    return packed(
      columns, precise: Set(precise), labels: labels + [LikenessModel.anyDanger], kept: table.kept,
      importance: table.importance, digest: digest)
  }

  private func tabulated(_ messages: [Message]) -> Table {
    let found = messages.map { features(of: $0.text) }
    var counts: [UInt32: Int] = [:]
    for features in found { for feature in Set(features) { counts[feature, default: 0] += 1 } }
    let kept = counts.filter { $0.value >= Self.rarest }.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let importance = kept.map { feature in
      UInt8(
        clamping: Int(
          (log2(Double(messages.count) / Double(counts[feature] ?? 1)) * 12 + 5).rounded()))
    }
    let rows = zip(messages, found).map { message, features -> Row in
      var sums: [Int32: Float] = [:]
      var length: Float = 0
      for feature in features {
        guard let number = numbers[feature] else { continue }
        let says = Float(importance[number])
        sums[Int32(number), default: 0] += says
        length += says * says
      }
      let ordered = sums.sorted { $0.key < $1.key }
      return Row(
        features: ordered.map(\.key),
        values: ordered.map { $0.value / max(1, length.squareRoot()) },
        weight: message.weight)
    }
    return Table(rows: rows, kept: kept, importance: importance)
  }

  /// Adds to the rules of each label alone what all labels together say.
  private func weighEachOther(
    _ columns: inout [[Float]], _ rows: [Row], targets: [MaximumEntropy.Target]
  ) {
    guard let features = columns.first?.count else { return }
    var together = MaximumEntropy(features: features, labels: columns.count)
    together.learn(rows, targets: targets)
    for label in columns.indices {
      for feature in 0..<features {
        columns[label][feature] =
          Self.aloneShare * columns[label][feature]
          + Self.togetherShare * together.weights[feature * columns.count + label]
      }
    }
  }

  private func features(of text: String) -> [UInt32] {
    var found: [UInt32] = []
    let features = Features(lexicon.read(text), in: lexicon, classes: classes)
    features.visitAll { feature, _ in found.append(feature) }
    return found
  }

  /// - Parameters:
  ///   - targets: 1 for the label's messages, -1 for others, 0 for those to leave out.
  ///   - usual: how many messages a label has on average.
  private static func weights(
    _ rows: [Row], targets: [Int], features: Int, usual: Double, cost: Cost
  )
    -> [Float]
  {
    var weights = [Float](repeating: 0, count: features)
    var alphas = [Float](repeating: 0, count: rows.count)
    let share = Double(max(1, targets.count { $0 > 0 })) / usual
    let own = cost.own / (cost.isBalanced ? share.squareRoot() : 1)
    let diagonals = zip(targets, rows).map {
      Float(0.5 / (($0 > 0 ? own : cost.other) * $1.weight))
    }
    let squares = zip(rows, diagonals).map { row, diagonal in
      row.values.reduce(Float(0)) { $0 + $1 * $1 } + diagonal
    }
    var order = rows.indices.filter { targets[$0] != 0 }
    var random = SplitMix(seed: 1)
    for _ in 0..<rounds {
      random.shuffle(&order)
      var largest: Float = 0
      for index in order {
        let target = Float(targets[index])
        let row = rows[index]
        var sum: Float = 0
        for position in row.features.indices {
          sum += weights[Int(row.features[position])] * row.values[position]
        }
        let gradient = target * sum - 1 + diagonals[index] * alphas[index]
        if alphas[index] == 0, gradient >= 0 { continue }
        largest = max(largest, abs(gradient))
        let before = alphas[index]
        alphas[index] = max(0, before - gradient / squares[index])
        let step = (alphas[index] - before) * target
        for position in row.features.indices {
          weights[Int(row.features[position])] += step * row.values[position]
        }
      }
      if largest < 0.01 { break }
    }
    return weights
  }

  private func packed(
    _ columns: [[Float]], precise: Set<Int>, labels: [String], kept: [UInt32],
    importance: [UInt8], digest: String
  ) -> LikenessModel {
    var size = 16
    while size < kept.count * 2 { size *= 2 }
    var keys = [UInt32](repeating: 0, count: size)
    var numbers = [Int](repeating: -1, count: size)
    for (number, feature) in kept.enumerated() {
      var slot = LikenessModel.home(of: feature) & (size - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      keys[slot] = feature
      numbers[slot] = number
    }
    var starts: [UInt32] = [0]
    var entryColumns: [UInt8] = []
    var entryWeights: [Int8] = []
    var slotImportance = [UInt8](repeating: 0, count: size)
    for slot in 0..<size {
      if numbers[slot] >= 0 {
        slotImportance[slot] = importance[numbers[slot]]
        for column in columns.indices {
          let weight = Int((Double(columns[column][numbers[slot]]) / LikenessModel.unit).rounded())
          guard abs(weight) >= (precise.contains(column) ? 1 : Self.smallest) else { continue }
          entryColumns.append(UInt8(column))
          entryWeights.append(Int8(clamping: weight))
        }
      }
      starts.append(UInt32(entryWeights.count))
    }
    return LikenessModel(
      labels: labels, digest: digest, keys: keys, importance: slotImportance, starts: starts,
      columns: entryColumns, weights: entryWeights, classes: classes)
  }

  /// Without Foundation there is no `log2` for a whole number; this one is exact enough for a rank.
  private func log2(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    let exponent = Double(value.exponent)
    let fraction = value.significand - 1
    return exponent + fraction * (1.3465 - 0.3465 * fraction)
  }
}
