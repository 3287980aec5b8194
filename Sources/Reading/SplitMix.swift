// SPDX-License-Identifier: GPL-3.0-or-later

/// A small generator of even numbers (Steele, Lea and Flood, 2014): the same seed gives the same numbers
/// on every machine, which the standard library's does not promise.
public struct SplitMix: Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to `limit`, which is left out.
  public mutating func next(below limit: Int) -> Int {
    precondition(limit > 0, "there is no number below \(limit)")
    return Int(next() % UInt64(limit))
  }

  public mutating func shuffle<Element>(_ items: inout [Element]) {
    guard items.count > 1 else { return }
    for index in stride(from: items.count - 1, to: 0, by: -1) {
      items.swapAt(index, next(below: index + 1))
    }
  }
}
