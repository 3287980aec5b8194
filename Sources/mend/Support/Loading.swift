// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A value that is being made on another thread while a person reads the first lines.
final class Loading<Value>: @unchecked Sendable {
  private let lock = NSCondition()
  private var result: Result<Value, any Error>?

  init(_ make: @escaping () throws -> Value) {
    let work = Work(make)
    let thread = Thread { [self] in finish(Result(catching: work.make)) }
    // Compiling templates recurses as deep as they nest.
    thread.stackSize = 16 << 20
    thread.start()
  }

  /// The value, waited for if need be.
  func value() throws -> Value {
    lock.lock()
    defer { lock.unlock() }
    while true {
      if let result { return try result.get() }
      lock.wait()
    }
  }

  private func finish(_ made: Result<Value, any Error>) {
    lock.lock()
    result = made
    lock.broadcast()
    lock.unlock()
  }

  private struct Work: @unchecked Sendable {
    let make: () throws -> Value
    init(_ make: @escaping () throws -> Value) { self.make = make }
  }
}
