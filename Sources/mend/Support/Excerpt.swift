// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Foundation
import Terminal

/// A line of a file cut to a readable width round the spot that matters, and the carets below it.
struct Excerpt {
  static let width = 100

  let text: String
  let caret: String

  init(_ line: Substring, column: Int, length: Int) {
    let scalars = Array(line.unicodeScalars)
    let start = min(column - 1, scalars.count)
    let from = start > Self.width - 20 ? start - 20 : 0
    let to = min(scalars.count, from + Self.width)
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: scalars[from..<to])
    text = (from > 0 ? "…" : "") + sanitized(String(cut)) + (to < scalars.count ? "…" : "")
    let marked = max(1, min(length, to - start))
    let before =
      displayWidth(of: sanitized(Self.string(scalars[from..<max(from, min(start, to))])))
      + (from > 0 ? 1 : 0)
    caret = String(repeating: " ", count: before) + String(repeating: "^", count: marked)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// Lines of the files that findings are about, each file read once and only where one is.
final class SourceLines {
  private let folder: String
  private var files: [String: [Substring]] = [:]

  init(folder: String) { self.folder = folder }

  func lines(of file: String) -> [Substring] {
    if let known = files[file] { return known }
    let path = file.hasPrefix("/") || file == folder ? file : "\(folder)/\(file)"
    let data = FileManager.default.contents(atPath: path) ?? Data()
    let lines = String(decoding: data, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    files[file] = lines
    return lines
  }

  func line(_ place: Place) -> Substring? {
    // What is found of other files is found of them as a whole: a model's first line tells nobody anything.
    guard
      place.file.hasSuffix(".yaml") || place.file.hasSuffix(".yml") || place.file.hasSuffix(".txt")
    else { return nil }
    let all = lines(of: place.file)
    guard place.line <= all.count, !all[place.line - 1].allSatisfy(\.isWhitespace) else {
      return nil
    }
    return all[place.line - 1]
  }
}
