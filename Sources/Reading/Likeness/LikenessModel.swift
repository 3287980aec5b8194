// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Ranks intents by how much a message is like the messages that rule files give for them.
///
/// The second stage of reading: it speaks where no template decides, and says how sure it is. Learnt by
/// `mend learn` from the rule files alone, with a linear rule for each label, so that every point it
/// gives can be traced to words. Of danger it may raise what no template heard, and in
/// a long message doubt what one did.
public struct LikenessModel: Sendable {
  /// Labels, sorted, and after them `anyDanger`.
  public let labels: [String]
  /// Digest of the messages that it was learnt from, to tell when it is out of date.
  public let digest: String
  let keys: [UInt32]
  /// For each slot: importance of the feature, for the length that sums are divided by.
  let importance: [UInt8]
  let starts: [UInt32]
  let columns: [UInt8]
  let weights: [Int8]
  /// What counts as one word, as the language file says.
  public var features: WordClasses
  private let mask: Int

  /// The label that all dangers are learnt under together.
  public static let anyDanger = "danger"

  /// What one unit of weight is worth.
  static let unit = 1.0 / 24

  public init(
    labels: [String], digest: String, keys: [UInt32], importance: [UInt8], starts: [UInt32],
    columns: [UInt8], weights: [Int8], classes: WordClasses
  ) {
    self.labels = labels
    self.digest = digest
    self.keys = keys
    self.importance = importance
    self.starts = starts
    self.columns = columns
    self.weights = weights
    self.features = classes
    mask = keys.count - 1
  }

  /// Whether it was learnt from other messages than those with a digest.
  public func isStale(for messages: String) -> Bool { digest != messages }

  /// The arrays as they are stored.
  public var parts:
    (keys: [UInt32], importance: [UInt8], starts: [UInt32], columns: [UInt8], weights: [Int8])
  { (keys, importance, starts, columns, weights) }

  /// A sum of weights in thousandths, whatever the message's length.
  ///
  /// - Parameter length: the squares of all importances.
  static func points(of sum: Int, length: Int) -> Int {
    Int((Double(sum) * unit * 1000 / max(1, Double(length).squareRoot())).rounded())
  }

  /// Where a feature is looked for first, before it is cut to the number of slots.
  @inline(__always)
  static func home(of feature: UInt32) -> Int { Int(feature &* 0x9E37_79B1 >> 7) }

  @inline(__always)
  func slot(of feature: UInt32) -> Int? {
    guard !keys.isEmpty else { return nil }
    var slot = Self.home(of: feature) & mask
    while keys[slot] != 0 {
      if keys[slot] == feature { return slot }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
