// SPDX-License-Identifier: GPL-3.0-or-later

import Yams

/// A quotation mark that was forgotten to be closed, so that the next one in the file closed it.
///
/// What follows that next one is where a parser stumbles, often many lines further down.
struct OpenQuote {
  /// Both count from 1.
  let line: Int
  let column: Int

  /// - Parameter mark: where the parser stumbled; nil where no quoted text ends on that line before it.
  init?(_ lines: TextLines, before mark: Mark) {
    let last = mark.line - 1
    guard last > 0, last < lines.count else { return nil }
    for number in (0..<last).reversed() {
      let text = Array(lines[number])
      guard let start = Self.opening(text), Self.closing(text, from: start + 1, text[start]) == nil
      else { continue }
      let between = (number + 1..<last).allSatisfy {
        Self.closing(Array(lines[$0]), from: 0, text[start]) == nil
      }
      let end = Self.closing(Array(lines[last]), from: 0, text[start])
      guard between, let end, end < mark.column else { return nil }
      line = number + 1
      column = String(decoding: text[..<start], as: UTF8.self).unicodeScalars.count + 1
      return
    }
    return nil
  }

  /// Where the last value of a line begins with a quotation mark.
  private static func opening(_ line: [UInt8]) -> Int? {
    line.indices.last { index in
      guard line[index] == UInt8(ascii: "\"") || line[index] == UInt8(ascii: "'") else {
        return false
      }
      let before = line[..<index].last { $0 != UInt8(ascii: " ") }
      return before.map { ":-[{,".utf8.contains($0) } ?? true
    }
  }

  private static func closing(_ line: [UInt8], from start: Int, _ quote: UInt8) -> Int? {
    var index = start
    while index < line.count {
      if line[index] == quote { return index }
      index += line[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
