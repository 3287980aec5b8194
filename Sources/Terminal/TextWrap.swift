// SPDX-License-Identifier: GPL-3.0-or-later

/// Breaks prose into lines that fit.
///
/// A line break in the text stays one, so paragraphs, lists and tables keep their shape; each of
/// the text's lines is wrapped by itself, and continues under its own indent or behind its list
/// marker (`- `, `1. `). Colour sequences take no room and are never cut. Takes linear time.
package struct TextWrap: Sendable {
  /// Beyond this, lines of prose get hard to follow.
  package static let comfortableWidth = 80

  package let width: Int

  /// For a terminal of so many columns, or for an output without any.
  package init(columns: Int?, atMost widest: Int = comfortableWidth) {
    width = max(1, min(columns ?? widest, widest))
  }

  /// The text with its lines broken. Ends with a line break only if the text does.
  package func wrap(_ text: String) -> String {
    lines(of: text).joined(separator: "\n")
  }

  package func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .flatMap { line in
        var filling = LineFilling(width: width, lead: lead(of: line))
        for word in line.dropFirst(filling.lead.count).split(whereSeparator: isBlank) {
          filling.add(word)
        }
        return filling.finished()
      }
  }

  /// The indent and list marker that a line begins with.
  private func lead(of line: Substring) -> Substring {
    let indent = line.prefix(while: isBlank)
    let rest = line[indent.endIndex...]
    let marker = listMarker(of: rest)
    let gap = marker.isEmpty ? marker : rest[marker.endIndex...].prefix(while: isBlank)
    return line[..<max(indent.endIndex, gap.endIndex)]
  }

  private func listMarker(of rest: Substring) -> Substring {
    var end = rest.prefix(while: { $0.isASCII && $0.isNumber }).endIndex
    let isNumbered = end > rest.startIndex
    guard end < rest.endIndex, (isNumbered ? ".)" : "-*•").contains(rest[end]) else {
      return rest.prefix(0)
    }
    end = rest.index(after: end)
    guard end < rest.endIndex, isBlank(rest[end]) else { return rest.prefix(0) }
    return rest[..<end]
  }
}

private func isBlank(_ character: Character) -> Bool {
  character == " " || character == "\t"
}

/// One line of the text on its way to becoming several.
private struct LineFilling {
  let width: Int
  let lead: Substring
  private let hanging: String
  private var done: [String] = []
  private var current: String
  private var used: Int
  private var isFresh = true

  init(width: Int, lead: Substring) {
    self.width = width
    self.lead = lead
    let indent = displayWidth(of: String(lead))
    // In a narrow window an indent would eat the text.
    hanging = String(repeating: " ", count: indent * 3 > width ? 0 : indent)
    current = String(lead)
    used = indent
  }

  mutating func add(_ word: Substring) {
    let wordWidth = displayWidth(of: String(word))
    let gap = isFresh ? 0 : 1
    if used + gap + wordWidth <= width {
      append(gap == 1 ? " " + word : String(word), width: gap + wordWidth)
    } else {
      if !isFresh { breakLine() }
      if used + wordWidth <= width {
        append(String(word), width: wordWidth)
      } else {
        addInPieces(word)
      }
    }
  }

  /// A word wider than a line is cut where the line ends.
  private mutating func addInPieces(_ word: Substring) {
    var scanner = EscapeScanner()
    for character in word {
      let columns = scanner.isInside(character) ? 0 : displayWidth(of: character)
      if used + columns > width && !isFresh { breakLine() }
      append(String(character), width: columns)
    }
  }

  private mutating func append(_ piece: String, width: Int) {
    current += piece
    used += width
    isFresh = false
  }

  private mutating func breakLine() {
    done.append(current)
    current = hanging
    used = hanging.count
    isFresh = true
  }

  /// A line of nothing but blanks becomes an empty one.
  consuming func finished() -> [String] {
    done + [current.allSatisfy(isBlank) ? "" : current]
  }
}
