// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines of a text, as bytes: where each begins is all that places need.
struct TextLines {
  let bytes: [UInt8]
  private let starts: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    starts = bytes.withUnsafeBufferPointer { bytes in
      var starts = [0]
      for index in 0..<bytes.count where bytes[index] == UInt8(ascii: "\n") {
        starts.append(index + 1)
      }
      return starts
    }
  }

  var count: Int { starts.count }

  /// A line without its end; the first is 0.
  subscript(line: Int) -> ArraySlice<UInt8> {
    bytes[starts[line]..<(line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count)]
  }

  /// How many spaces a line begins with.
  func indent(of line: Int) -> Int { self[line].prefix { $0 == UInt8(ascii: " ") }.count }
}
