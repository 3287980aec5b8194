// SPDX-License-Identifier: GPL-3.0-or-later

/// A line that begins further left or right than the lines it belongs to, which a parser notices only later.
struct MisplacedLine {
  /// Counts from 1.
  let line: Int
  let indent: Int
  /// How many spaces its neighbours begin with.
  let wanted: Int
  var isLess: Bool { indent < wanted }

  /// - Parameter last: the line on which the parser stumbled; nil where no line up to it is out of place.
  init?(_ lines: TextLines, before last: Int) {
    var walk = Walk()
    for number in 0..<min(last, lines.count) {
      if let wanted = walk.neighbours(of: lines[number], indent: lines.indent(of: number)) {
        line = number + 1
        indent = lines.indent(of: number)
        self.wanted = wanted
        return
      }
    }
    return nil
  }

  /// Where the levels of a file stand, followed line by line.
  private struct Walk {
    /// Columns at which something that goes on began.
    private var levels: [Int] = []
    /// Whether the last line asks for something further in.
    private var opens = true
    /// The column of the key whose block of text goes on, and of its first line.
    private var block: (key: Int, text: Int?)?
    private var brackets = 0
    /// The quotation mark that is still open.
    private var quote: UInt8?

    /// The indent that a line should have had; nil where it is in its place.
    mutating func neighbours(of line: ArraySlice<UInt8>, indent: Int) -> Int? {
      let text = line.dropFirst(indent)
      guard let first = text.first, first != UInt8(ascii: "\r") else { return nil }
      if let block, indent > block.key {
        guard let start = block.text else {
          self.block?.text = indent
          return nil
        }
        return indent < start ? start : nil
      }
      block = nil
      if first == UInt8(ascii: "#") { return nil }
      defer { follow(text, indent) }
      guard brackets == 0, quote == nil else { return nil }
      return outOfPlace(text, indent)
    }

    private mutating func outOfPlace(_ text: ArraySlice<UInt8>, _ indent: Int) -> Int? {
      var left: Int?
      while let level = levels.last, level > indent {
        left = level
        levels.removeLast()
      }
      if levels.last == indent || levels.isEmpty && left == nil { return nil }
      if let left { return left }
      // Text goes on over several lines wherever it likes; a key or an item does not.
      let isItem = text.starts(with: "- ".utf8)
      return opens || !(isItem || Self.isKey(text)) ? nil : levels.last
    }

    /// Takes in what a line begins.
    private mutating func follow(_ text: ArraySlice<UInt8>, _ indent: Int) {
      var rest = text
      var column = indent
      if brackets == 0, quote == nil {
        if opens || levels.last != column, levels.last.map({ $0 < column }) ?? true {
          levels.append(column)
        }
        while rest.starts(with: "- ".utf8) {
          let blanks = rest.dropFirst().prefix { $0 == UInt8(ascii: " ") }.count
          rest = rest.dropFirst(1 + blanks)
          column += 1 + blanks
          if Self.isKey(rest) || rest.starts(with: "- ".utf8) { levels.append(column) }
        }
      }
      let code = withoutQuotes(rest)
      brackets += code.count { "[{".utf8.contains($0) } - code.count { "]}".utf8.contains($0) }
      brackets = max(0, brackets)
      let end = code.last { $0 != UInt8(ascii: " ") }
      opens = end == UInt8(ascii: ":") || end == UInt8(ascii: "-")
      let tail = code.split(separator: UInt8(ascii: " ")).last ?? []
      if let mark = tail.first, "|>".utf8.contains(mark), tail.count <= 3 {
        block = (key: levels.last ?? indent, text: nil)
      }
    }

    /// Whether a line begins with `key:`.
    private static func isKey(_ text: ArraySlice<UInt8>) -> Bool {
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
      let isEnd = colon + 1 == text.endIndex || text[colon + 1] == UInt8(ascii: " ")
      return isEnd && !text[..<colon].contains(UInt8(ascii: " "))
    }

    /// A line without what stands between quotation marks, and without its comment.
    private mutating func withoutQuotes(_ text: ArraySlice<UInt8>) -> [UInt8] {
      var kept: [UInt8] = []
      var isEscaped = false
      var before = UInt8(ascii: " ")
      // What a text may begin behind; further on in it a quotation mark is an apostrophe.
      var mark = UInt8(ascii: ":")
      for byte in text {
        defer {
          before = byte
          if byte != UInt8(ascii: " ") { mark = byte }
        }
        if let open = quote {
          if byte == open, !isEscaped { quote = nil }
          isEscaped = byte == UInt8(ascii: "\\") && open == UInt8(ascii: "\"") && !isEscaped
          continue
        }
        let isStart = "[{,:-".utf8.contains(mark)
        if isStart, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
          kept.append(UInt8(ascii: "x"))
          continue
        }
        if byte == UInt8(ascii: "#"), before == UInt8(ascii: " ") { break }
        kept.append(byte)
      }
      return kept
    }
  }
}
