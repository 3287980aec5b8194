// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts a file into its header and its turns by indentation alone, without understanding YAML.
///
/// For files that do not parse as a whole: one broken turn then costs that turn, and one that was
/// cut off costs its last.
struct TurnSplitter {
  struct Piece {
    var text: Substring
    /// How many lines stand before it.
    var linesBefore: Int
  }

  private(set) var header: Piece?
  private(set) var turns: [Piece] = []

  init(_ text: String) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let head = lines.firstIndex(where: { $0.starts(with: "turns:".utf8) }) else { return }
    header = Self.piece(of: text, lines[...head], from: 0)
    let below = head + 1
    guard let first = lines[below...].firstIndex(where: Self.opensItem) else { return }
    let indent = Self.indentation(lines[first])
    let starts = lines[first...].indices.filter {
      Self.opensItem(lines[$0]) && Self.indentation(lines[$0]) == indent
    }
    turns = zip(starts, starts.dropFirst() + [lines.endIndex]).map {
      Self.piece(of: text, lines[$0..<$1], from: $0)
    }
  }

  private static func piece(
    of text: String, _ lines: ArraySlice<Substring.UTF8View>, from number: Int
  ) -> Piece {
    let start = lines.first?.startIndex ?? text.endIndex
    let end = lines.last?.endIndex ?? text.endIndex
    return Piece(text: text[start..<end], linesBefore: number)
  }

  private static func indentation(_ line: Substring.UTF8View) -> Int {
    line.prefix { $0 == UInt8(ascii: " ") }.count
  }

  private static func opensItem(_ line: Substring.UTF8View) -> Bool {
    let rest = line.drop { $0 == UInt8(ascii: " ") }
    guard rest.first == UInt8(ascii: "-") else { return false }
    return rest.count == 1 || " \r".utf8.contains(rest[rest.index(after: rest.startIndex)])
  }
}
