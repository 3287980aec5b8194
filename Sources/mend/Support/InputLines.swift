// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Lines of a file or of standard input, as text whatever their bytes: malformed UTF-8 becomes U+FFFD
/// and NUL is dropped, so nothing typed is lost.
struct InputLines: Sequence, IteratorProtocol {
  private let handle: FileHandle
  private var buffer = Data()
  private var position = 0
  private var isAtEnd = false

  /// - Parameter path: nil or `-` for standard input.
  init(path: String?) throws {
    guard let path, path != "-" else {
      handle = .standardInput
      return
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Failure(.noInput, "\(path): there is no such file, or it cannot be read")
    }
    handle = file
  }

  mutating func next() -> String? {
    while true {
      if let end = buffer[(buffer.startIndex + position)...].firstIndex(of: 10) {
        let line = buffer[(buffer.startIndex + position)..<end]
        position = end - buffer.startIndex + 1
        return text(line)
      }
      buffer = Data(buffer[(buffer.startIndex + position)...])
      position = 0
      if isAtEnd {
        defer { buffer = Data() }
        return buffer.isEmpty ? nil : text(buffer)
      }
      let more = handle.availableData
      if more.isEmpty { isAtEnd = true } else { buffer.append(more) }
    }
  }

  private func text(_ bytes: Data) -> String {
    var line = bytes
    if line.last == 13 { line = line.dropLast() }
    return String(decoding: line.filter { $0 != 0 }, as: UTF8.self)
  }
}

/// Writes to standard output in large pieces, and ends quietly when nobody reads any more.
struct Output {
  private var buffer: [UInt8] = []
  private let isBuffered: Bool

  init(isBuffered: Bool = true) { self.isBuffered = isBuffered }

  mutating func line(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    buffer.append(10)
    if !isBuffered || buffer.count > 1 << 16 { try flush() }
  }

  mutating func flush() throws {
    var sent = 0
    while sent < buffer.count {
      let count = buffer.withUnsafeBytes { write(1, $0.baseAddress! + sent, $0.count - sent) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(0) }
        throw Failure(
          .cannotWrite, "standard output cannot be written: \(String(cString: strerror(errno)))")
      }
      sent += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
