// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Yams

/// A parsed YAML file whose every value knows its place.
struct YAMLFile {
  /// Larger files are refused, so that nothing can exhaust the memory.
  static let largest = 64 << 20
  /// A file may name at most this many aliases, whose expansion could grow without bound.
  static let mostAliases = 64

  let path: String
  let root: Node?
  let lines: [Substring]

  /// Parses `text`; what is wrong is added to `findings`.
  init(path: String, text: String, findings: inout [Finding]) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard Self.isSafe(text, path, &findings) else {
      root = nil
      return
    }
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      findings.append(Self.finding(error, path: path, lines: lines))
      root = nil
    } catch {
      findings.append(
        .error("yaml-syntax", "the file is not YAML: \(error)", at: Place(file: path)))
      root = nil
    }
  }

  func place(_ node: Node) -> Place {
    Place(file: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// The lines of a text node, each with its place: of a `|` block, or of a plain scalar.
  func lines(of scalar: Node.Scalar, _ node: Node) -> [(text: String, place: Place)] {
    let start = place(node)
    guard scalar.style == .literal || scalar.style == .folded else {
      let text = scalar.string.trimmed
      return text.isEmpty ? [] : [(text, start)]
    }
    return scalar.string.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { offset, line in
        let text = String(line).trimmed
        guard !text.isEmpty, !text.hasPrefix("#") else { return nil }
        let number = start.line + 1 + offset
        let raw = number <= lines.count ? lines[number - 1] : ""
        let column = raw.prefix { $0 == " " }.count + 1
        return (text, Place(file: path, line: number, column: column))
      }
  }

  private static func isSafe(_ text: String, _ path: String, _ findings: inout [Finding]) -> Bool {
    if text.utf8.count > largest {
      findings.append(
        .error(
          "file-too-large", "the file has more than \(largest >> 20) MB", at: Place(file: path),
          help: "split it"))
      return false
    }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let tab = line.firstIndex(of: "\t"), line[..<tab].allSatisfy({ $0 == " " }) {
        findings.append(
          .error(
            "yaml-tab", "a tab at the beginning of a line",
            at: Place(
              file: path, line: number + 1,
              column: line.distance(from: line.startIndex, to: tab) + 1),
            help: "indent with spaces"))
        return false
      }
    }
    let aliases = text.split(separator: "\n").count { line in
      line.contains(": *") && line.split(separator: "*").last?.first?.isLetter == true
        || line.trimmed.hasPrefix("- *") && line.trimmed.dropFirst(3).first?.isLetter == true
    }
    if aliases > mostAliases {
      findings.append(
        .error(
          "yaml-aliases", "the file has \(aliases) aliases", at: Place(file: path),
          help: "at most \(mostAliases) are read; write them out"))
      return false
    }
    return true
  }

  private static func finding(_ error: YamlError, path: String, lines: [Substring]) -> Finding {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return .error(
        "yaml-syntax", "the file is not YAML here: \(problem)",
        at: Place(file: path, line: mark.line, column: mark.column),
        help: "look for a missing quote, colon or indent on this line or the one above")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let name = duplicates.first ?? "a key"
      let mark = context.mark
      return .error(
        "duplicate-key", "the key \"\(name)\" stands twice in one mapping",
        at: Self.second(name, lines, path)
          ?? Place(file: path, line: mark.line, column: mark.column),
        help: "keep one, or merge the two")
    default:
      return .error("yaml-syntax", "the file is not YAML: \(error)", at: Place(file: path))
    }
  }

  private static func second(_ name: String, _ lines: [Substring], _ path: String) -> Place? {
    let found = lines.indices.filter { lines[$0].trimmed.hasPrefix("\(name):") }
    guard found.count > 1 else { return nil }
    let indent = lines[found[1]].prefix { $0 == " " }.count
    return Place(file: path, line: found[1] + 1, column: indent + 1)
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    var part = self[...]
    while let first = part.first, first.isWhitespace { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace { part = part.dropLast() }
    return String(part)
  }
}
