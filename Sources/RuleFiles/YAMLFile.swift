// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Yams

/// A parsed YAML file whose every value knows its place.
struct YAMLFile {
  /// Larger files are refused, so that nothing can exhaust the memory.
  static let largest = 64 << 20
  /// A file with a longer line is refused: no rule is as long, and nobody could read what was said of it.
  static let longestLine = 8 << 20
  /// A file may use at most this many aliases: however they are nested, they then stand for no more than
  /// some thousand times what is written, where a hundred could stand for more than any memory holds.
  static let mostAliases = 24

  let path: String
  let root: Node?
  private let lines: TextLines

  /// A file that holds nothing, in the place of one that cannot be read.
  init(emptyAt path: String) {
    self.path = path
    root = nil
    lines = TextLines("")
  }

  /// Parses `text`; what is wrong is added to `findings`.
  init(path: String, text: String, findings: inout [Finding]) {
    self.path = path
    lines = TextLines(text)
    guard Self.isSafe(lines, path, &findings) else {
      root = nil
      return
    }
    do {
      // Everything is read as text, so tags need not be guessed (with regular expressions) from each scalar.
      root = try Yams.compose(yaml: text, .basic)
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
      return text.isEmpty ? [] : [(text, Cursor(file: self, node: node).textPlace)]
    }
    return scalar.string.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated()
      .compactMap { offset, line in
        let text = String(Substring(line)).trimmed
        guard !text.isEmpty, text.utf8.first != UInt8(ascii: "#") else { return nil }
        let number = start.line + 1 + offset
        let indent = number <= lines.count ? lines.indent(of: number - 1) : 0
        return (text, Place(file: path, line: number, column: indent + 1))
      }
  }

  private static func isSafe(_ lines: TextLines, _ path: String, _ findings: inout [Finding])
    -> Bool
  {
    if lines.bytes.count > largest {
      findings.append(
        .error(
          "file-too-large", "the file has more than \(largest >> 20) MB", at: Place(file: path),
          help: "split it"))
      return false
    }
    for number in 0..<lines.count {
      if lines[number].count > longestLine {
        findings.append(
          .error(
            "long-line", "the line is longer than \(longestLine >> 20) MB",
            at: Place(file: path, line: number + 1), help: "break it; the file was not read"))
        return false
      }
      let indent = lines.indent(of: number)
      if lines[number].dropFirst(indent).first == UInt8(ascii: "\t") {
        findings.append(
          .error(
            "yaml-tab", "a tab at the beginning of a line",
            at: Place(file: path, line: number + 1, column: indent + 1), help: "indent with spaces")
        )
        return false
      }
    }
    let aliases = countAliases(lines.bytes)
    if aliases > mostAliases {
      findings.append(
        .error(
          "yaml-aliases", "the file has \(aliases) aliases", at: Place(file: path),
          help: "at most \(mostAliases) are read; write them out"))
      return false
    }
    return true
  }

  /// How many times a name that some `&name` declares is used as `*name`. Only those are aliases: rule
  /// files are full of gaps (`[*3]`).
  private static func countAliases(_ text: [UInt8]) -> Int {
    let declared = Set(names(after: UInt8(ascii: "&"), in: text))
    if declared.isEmpty { return 0 }
    return names(after: UInt8(ascii: "*"), in: text).count { declared.contains($0) }
  }

  private static func names(after mark: UInt8, in text: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    for index in text.indices where text[index] == mark {
      if index > 0, isNameByte(text[index - 1]) { continue }
      let name = text[(index + 1)...].prefix(while: isNameByte)
      if !name.isEmpty { found.append(name) }
    }
    return found
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 128...:
      true
    default: false
    }
  }

  private static let closeIt = "close it, or put the text on lines of its own below |"

  private static func finding(_ error: YamlError, path: String, lines: TextLines) -> Finding {
    switch error {
    case .scanner(let context?, _, _, _) where context.text.contains("quoted scalar"):
      return .error(
        "yaml-syntax", "a quotation mark is never closed",
        at: Place(file: path, line: context.mark.line, column: context.mark.column),
        help: closeIt)
    case .parser(let context?, _, _, _)
    where context.text.contains("flow sequence") || context.text.contains("flow mapping"):
      let bracket = context.text.contains("sequence") ? "[" : "{"
      return .error(
        "yaml-syntax", "the \(bracket) is never closed, or a comma is missing behind it",
        at: Place(file: path, line: context.mark.line, column: context.mark.column),
        help: "add \(bracket == "[" ? "]" : "}")")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      if let quote = OpenQuote(lines, before: mark) {
        return .error(
          "yaml-syntax", "a quotation mark is closed only on line \(mark.line)",
          at: Place(file: path, line: quote.line, column: quote.column), help: closeIt)
      }
      if let found = MisplacedLine(lines, before: mark.line) {
        return .error(
          "yaml-syntax",
          "line \(found.line) is indented \(found.isLess ? "less" : "more") than its neighbours",
          at: Place(file: path, line: found.line, column: found.indent + 1),
          help: "begin it with \(found.wanted) spaces, as they do")
      }
      if problem.contains("mapping values are not allowed"),
        let sentence = unquoted(lines, at: mark.line)
      {
        return .error(
          "yaml-syntax", "the second colon on the line makes no sense to YAML",
          at: Place(file: path, line: mark.line, column: mark.column),
          help: "put the sentence in quotes: \"\(sentence)\"")
      }
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

  /// The sentence behind the key or the dash of a line.
  private static func unquoted(_ lines: TextLines, at line: Int) -> String? {
    guard (1...lines.count).contains(line) else { return nil }
    let text = String(decoding: lines[line - 1], as: UTF8.self)
    guard let colon = text.firstRange(of: ": ") else { return nil }
    let sentence = text[colon.upperBound...].trimmed
    return sentence.isEmpty ? nil : sentence.replacing("\"", with: "\\\"")
  }

  /// Where a key stands for the second time.
  private static func second(_ name: String, _ lines: TextLines, _ path: String) -> Place? {
    let found = (0..<lines.count).filter {
      lines[$0].dropFirst(lines.indent(of: $0)).starts(with: "\(name):".utf8)
    }
    guard found.count > 1 else { return nil }
    return Place(file: path, line: found[1] + 1, column: lines.indent(of: found[1]) + 1)
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    var part = Substring(self)
    if let first = part.utf8.first, let last = part.utf8.last, isWordByte(first), isWordByte(last) {
      return String(part)
    }
    while let first = part.first, first.isWhitespace { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace { part = part.dropLast() }
    return String(part)
  }
}

/// Whether a byte can be told to be no blank, nor part of one.
private func isWordByte(_ byte: UInt8) -> Bool { byte > 32 && byte < 127 }
