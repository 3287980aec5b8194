// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation

/// What each of some numbers gives, worked out side by side and given in the order of the numbers.
func concurrently<Value>(_ count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
  let slots = Slots<Value>(count: count)
  DispatchQueue.concurrentPerform(iterations: count) { slots.set($0, work($0)) }
  return slots.values
}

private final class Slots<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var slots: [Value?]

  init(count: Int) { slots = [Value?](repeating: nil, count: count) }

  func set(_ index: Int, _ value: Value) { lock.withLock { slots[index] = value } }

  var values: [Value] { lock.withLock { slots.compactMap { $0 } } }
}
