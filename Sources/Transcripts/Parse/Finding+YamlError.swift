// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Yams

extension Finding {
  /// A fault that the YAML parser stopped at, said so that an author knows what to do.
  ///
  /// - Parameter linesBefore: how many lines of the file stand before the text that was parsed.
  init(_ error: any Error, in text: Substring, file: String, linesBefore: Int = 0) {
    func place(_ mark: Mark) -> Place {
      Place(file: file, line: linesBefore + mark.line, column: mark.column)
    }
    switch error {
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let line = Self.lineOfSecond(key, in: text, after: context.mark) ?? context.mark.line
      self = .error(
        "duplicate-key", "the key \(key.quoted) is given twice",
        at: Place(file: file, line: linesBefore + line, column: context.mark.column),
        help: "keep one of them", length: key.unicodeScalars.count)
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      self = Self.syntax(context, problem, mark, in: text, place: place)
    default:
      self = .error(
        "yaml-syntax", "this is not YAML", at: Place(file: file, line: linesBefore + 1))
    }
  }

  private static func syntax(
    _ context: YamlError.Context?, _ problem: String, _ mark: Mark, in text: Substring,
    place: (Mark) -> Place
  ) -> Finding {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
    let column = line.unicodeScalars.dropFirst(mark.column - 1)
    if column.first == "\t" || line.drop(while: { $0 == " " }).first == "\t" {
      return .error(
        "yaml-tab", "a tab cannot indent", at: place(mark), help: "use spaces")
    }
    if let context, context.text.contains("quoted scalar") {
      return .error(
        "yaml-syntax", "a quotation mark is never closed", at: place(context.mark),
        help: "close it, or use a block: `user: |-`")
    }
    let opened = ["sequence": "[", "mapping": "{"].first { kind, _ in
      context?.text.contains("flow \(kind)") == true
    }
    if let context, let bracket = opened?.value {
      return .error(
        "yaml-syntax", "the \(bracket) is never closed, or a comma is missing behind it",
        at: place(context.mark), help: "add \(bracket == "[" ? "]" : "}")")
    }
    if problem.contains("mapping values are not allowed") {
      return .error(
        "yaml-syntax", "a colon that cannot stand here", at: place(mark),
        help: "put the text in quotes")
    }
    let circumstance = context.map { " \($0.text)" } ?? ""
    return .error("yaml-syntax", problem + circumstance, at: place(mark))
  }

  /// Yams names the mapping's first such key only; the second is what has to go.
  private static func lineOfSecond(_ key: String, in text: Substring, after mark: Mark) -> Int? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard mark.line < lines.count else { return nil }
    return lines[mark.line...].firstIndex { line in
      let rest = line.unicodeScalars.drop { $0 == " " || $0 == "-" }
      return line.unicodeScalars.count - rest.count == mark.column - 1
        && Substring(rest).hasPrefix("\(key):")
    }.map { $0 + 1 }
  }
}
