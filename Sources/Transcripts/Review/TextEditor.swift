// SPDX-License-Identifier: GPL-3.0-or-later

import Yams

/// A text with changes that are collected by place, and made all at once.
struct TextEditor {
  let scalars: [Unicode.Scalar]
  private let lineStarts: [Int]
  private var changes: [(range: Range<Int>, text: String)] = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    lineStarts = [0] + Self.lineEnds(scalars)
  }

  /// The text with all changes made. Changes must not overlap.
  var result: String {
    let lineEnd = usesWindowsLineEnds ? "\r\n" : "\n"
    var text = String.UnicodeScalarView()
    var position = 0
    let inOrder = changes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, change) in inOrder {
      text.append(contentsOf: scalars[position..<max(position, change.range.lowerBound)])
      for scalar in change.text.unicodeScalars {
        text.append(contentsOf: scalar == "\n" ? Array(lineEnd.unicodeScalars) : [scalar])
      }
      position = max(position, change.range.upperBound)
    }
    text.append(contentsOf: scalars[position...])
    return String(text)
  }

  mutating func replace(_ range: Range<Int>, with text: String) {
    changes.append((range, text))
  }

  func index(of mark: Mark) -> Int {
    let start = mark.line - 1 < lineStarts.count ? lineStarts[mark.line - 1] : scalars.count
    return min(start + mark.column - 1, scalars.count)
  }

  /// The scalar there, or a line feed behind the last.
  func scalar(at index: Int) -> Unicode.Scalar {
    index < scalars.count ? scalars[index] : "\n"
  }

  func lineStart(_ index: Int) -> Int {
    var start = min(index, scalars.count)
    while start > 0, scalars[start - 1] != "\n" { start -= 1 }
    return start
  }

  /// Where the line's text ends, before its line end.
  func lineEnd(_ index: Int) -> Int {
    var end = index
    while end < scalars.count, scalars[end] != "\n" { end += 1 }
    return end > index && scalars[end - 1] == "\r" ? end - 1 : end
  }

  /// Where the next line begins.
  func nextLine(_ index: Int) -> Int {
    var end = index
    while end < scalars.count, scalars[end] != "\n" { end += 1 }
    return min(end + 1, scalars.count)
  }

  /// How many spaces the line begins with; nil where there is nothing else on it.
  func indentation(ofLineAt start: Int) -> Int? {
    var index = start
    while index < scalars.count, scalars[index] == " " { index += 1 }
    return index >= lineEnd(start) ? nil : index - start
  }

  private var usesWindowsLineEnds: Bool {
    guard let end = scalars.firstIndex(of: "\n"), end > 0 else { return false }
    return scalars[end - 1] == "\r"
  }

  /// As libyaml counts them: its marks know more kinds of line end than an editor does.
  private static func lineEnds(_ scalars: [Unicode.Scalar]) -> [Int] {
    scalars.indices.compactMap { index in
      switch scalars[index] {
      case "\n", "\u{85}", "\u{2028}", "\u{2029}": index + 1
      case "\r": index + 1 < scalars.count && scalars[index + 1] == "\n" ? nil : index + 1
      default: nil
      }
    }
  }
}
