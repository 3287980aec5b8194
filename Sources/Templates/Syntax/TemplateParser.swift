// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Reads the text of a template.
///
///     template    = alternative *( ("|" alternative) / (";" alternative) )   inside ( ) and [ ]
///     alternative = *( text / group / optional / list / rule / gap / anchor )
///     group       = "(" template ")"        optional = "[" template "]"
///     list        = "{" ["@"] name [":" ["@"] slot] "}"       rule = "<" name ">"
///     gap         = "*" [digits]            anchor   = "^" / "$"
///     text        = any other character, or "\" and any character
public struct TemplateParser {
  /// Deeper nesting is refused, so that no template can exhaust the stack.
  public static let deepest = 64
  /// Longer templates are refused.
  public static let longest = 10_000

  private let scalars: [Unicode.Scalar]
  private let place: Place
  private var index = 0
  private var depth = 0

  private struct Failure: Error { let finding: Finding }

  private init(_ text: String, _ place: Place) {
    scalars = Array(text.unicodeScalars)
    self.place = place
  }

  /// The syntax of `text`, or what is wrong with it.
  public static func parse(_ text: String, at place: Place) -> Result<TemplateNode, TemplateError> {
    var parser = TemplateParser(text, place)
    do {
      return .success(try parser.parse())
    } catch let failure as Failure {
      return .failure(TemplateError(finding: failure.finding))
    } catch {
      preconditionFailure("the parser throws nothing else")
    }
  }

  private mutating func parse() throws -> TemplateNode {
    if scalars.count > Self.longest {
      throw fail(
        "template-too-long", "the template has \(scalars.count) characters",
        help: "split it into several; at most \(Self.longest) are read")
    }
    let node = try body(closedBy: nil)
    return node
  }

  /// Alternatives up to `closer` (left standing) or the end.
  private mutating func body(closedBy closer: Unicode.Scalar?) throws -> TemplateNode {
    let opened = index
    var branches: [TemplateNode] = []
    var separator: Unicode.Scalar?
    while true {
      branches.append(try sequence(closedBy: closer))
      guard index < scalars.count else {
        if let closer {
          throw fail(
            "template-syntax", "the \(opener(of: closer)) is never closed", at: opened - 1,
            help: "add \(closer)")
        }
        break
      }
      if scalars[index] == closer { break }
      let mark = scalars[index]
      if let separator, separator != mark {
        throw fail(
          "template-syntax", "| and ; are mixed in one group", at: index,
          help: "put one of them in brackets of its own")
      }
      separator = mark
      index += 1
    }
    if branches.count == 1 { return branches[0] }
    return separator == ";" ? .permutation(branches) : .alternatives(branches)
  }

  private mutating func sequence(closedBy closer: Unicode.Scalar?) throws -> TemplateNode {
    var items: [TemplateNode] = []
    var text = ""
    func flushed() -> [TemplateNode] { text.isEmpty ? items : items + [.text(text)] }
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == closer || scalar == "|" || scalar == ";" { break }
      if scalar == "\\" {
        guard index + 1 < scalars.count else {
          throw fail(
            "template-syntax", "a lone \\ at the end", at: index,
            help: "write \\\\ for the character")
        }
        text.unicodeScalars.append(scalars[index + 1])
        index += 2
        continue
      }
      guard let special = try special(scalar) else {
        text.unicodeScalars.append(scalar)
        index += 1
        continue
      }
      items = flushed()
      text = ""
      items.append(special)
    }
    items = flushed()
    return items.count == 1 ? items[0] : .sequence(items)
  }

  private mutating func special(_ scalar: Unicode.Scalar) throws -> TemplateNode? {
    switch scalar {
    case "(": return try group(closedBy: ")")
    case "[": return .optional(try group(closedBy: "]"))
    case "{": return try list()
    case "<": return try rule()
    case "*": return try gap()
    case "^":
      index += 1
      return .clauseStart
    case "$":
      if index + 1 < scalars.count, isDigit(scalars[index + 1]) { return nil }
      index += 1
      return .clauseEnd
    case ")", "]", "}", ">":
      throw fail(
        "template-syntax", "a \(scalar) that nothing opens", at: index,
        help: "remove it, or write \\\(scalar) for the character")
    default: return nil
    }
  }

  private mutating func group(closedBy closer: Unicode.Scalar) throws -> TemplateNode {
    let opened = index
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest {
      throw fail(
        "template-too-deep", "brackets are nested deeper than \(Self.deepest)", at: opened,
        help: "move the inner part to an expansion rule")
    }
    index += 1
    let inner = try body(closedBy: closer)
    index += 1
    return inner
  }

  private mutating func list() throws -> TemplateNode {
    let column = index
    let inside = try delimited(by: "}")
    let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let capturesText = parts[0].hasPrefix("@") || parts.count > 1 && parts[1].hasPrefix("@")
    func plain(_ part: Substring) -> String {
      String(part.hasPrefix("@") ? part.dropFirst() : part)
    }
    let name = try checkedName(plain(parts[0]), column, of: "list")
    let slot = parts.count > 1 ? try checkedName(plain(parts[1]), column, of: "slot") : name
    return .list(name: name, slot: slot, asTyped: capturesText, column: column)
  }

  private mutating func rule() throws -> TemplateNode {
    let column = index
    return .rule(name: try checkedName(try delimited(by: ">"), column, of: "rule"), column: column)
  }

  private mutating func delimited(by closer: Unicode.Scalar) throws -> String {
    let opened = index
    guard let end = scalars[index...].firstIndex(of: closer) else {
      throw fail(
        "template-syntax", "the \(scalars[opened]) is never closed", at: opened,
        help: "add \(closer)")
    }
    index = end + 1
    var inside = ""
    inside.unicodeScalars.append(contentsOf: scalars[(opened + 1)..<end])
    return inside
  }

  private func checkedName(_ name: String, _ column: Int, of what: String) throws -> String {
    let trimmed = name.split(separator: " ").joined(separator: " ")
    let fine = trimmed.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || isDigit($0) || $0 == "_" || $0 == "-" || $0 == "."
        || $0.properties.isAlphabetic
    }
    if trimmed.isEmpty || !fine {
      throw fail(
        "template-syntax", "\"\(name)\" is not the name of a \(what)", at: column,
        help: "names have letters, digits, - and _")
    }
    return trimmed
  }

  private mutating func gap() throws -> TemplateNode {
    let column = index
    index += 1
    var digits = ""
    while index < scalars.count, isDigit(scalars[index]) {
      digits.unicodeScalars.append(scalars[index])
      index += 1
    }
    if digits.isEmpty { return .gap(most: nil) }
    guard let most = Int(digits), (1...50).contains(most) else {
      throw fail(
        "template-syntax", "a gap of \(digits) words", at: column,
        help: "write *1 to *50, or * for any number")
    }
    return .gap(most: most)
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func opener(of closer: Unicode.Scalar) -> Unicode.Scalar { closer == ")" ? "(" : "[" }

  private func fail(_ code: String, _ message: String, at column: Int = 0, help: String? = nil)
    -> Failure
  {
    Failure(finding: .error(code, message, at: place.advanced(columns: column), help: help))
  }
}

/// What is wrong with a template.
public struct TemplateError: Error, Sendable {
  public let finding: Finding
}
