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

  /// UTF-8: all marks of the language are ASCII, and no byte of another character looks like one.
  private let bytes: [UInt8]
  private let place: Place
  private var index = 0
  private var depth = 0

  private struct Failure: Error { let finding: Finding }

  private init(_ text: String, _ place: Place) {
    bytes = Array(text.utf8)
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
    let length = column(of: bytes.count)
    if length > Self.longest {
      throw fail(
        "template-too-long", "the template has \(length) characters",
        help: "split it into several; at most \(Self.longest) are read")
    }
    return try body(closedBy: nil)
  }

  /// Alternatives up to `closer` (left standing) or the end.
  private mutating func body(closedBy closer: UInt8?) throws -> TemplateNode {
    let opened = index
    let first = try sequence(closedBy: closer)
    if index < bytes.count, bytes[index] == closer { return first }
    var branches = [first]
    var separator: UInt8?
    while index < bytes.count, bytes[index] != closer {
      let mark = bytes[index]
      if let separator, separator != mark {
        throw fail(
          "template-syntax", "| and ; are mixed in one group", at: index,
          help: "put one of them in brackets of its own")
      }
      separator = mark
      index += 1
      branches.append(try sequence(closedBy: closer))
    }
    if let closer, index == bytes.count {
      throw fail(
        "template-syntax", "the \(opener(of: closer)) is never closed", at: opened - 1,
        help: "add \(Unicode.Scalar(closer))")
    }
    if branches.count == 1 { return first }
    return separator == Mark.semicolon ? .permutation(branches) : .alternatives(branches)
  }

  private mutating func sequence(closedBy closer: UInt8?) throws -> TemplateNode {
    var items: [TemplateNode] = []
    var text = ""
    var plain = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == closer || byte == Mark.bar || byte == Mark.semicolon { break }
      guard Self.isSpecial[Int(byte)], !isAmount() else {
        index += 1
        continue
      }
      text += self.text(plain..<index)
      if byte == Mark.backslash {
        plain = try escaped()
        continue
      }
      if !text.isEmpty { items.append(.text(text)) }
      text = ""
      items.append(try special(byte))
      plain = index
    }
    text += self.text(plain..<index)
    if items.isEmpty, !text.isEmpty { return .text(text) }
    if !text.isEmpty { items.append(.text(text)) }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  /// Steps over a backslash and the character after it; gives where that character begins.
  private mutating func escaped() throws -> Int {
    let start = index + 1
    guard start < bytes.count else {
      throw fail(
        "template-syntax", "a lone \\ at the end", at: index, help: "write \\\\ for the character")
    }
    index = start + 1
    while index < bytes.count, isContinuation(bytes[index]) { index += 1 }
    return start
  }

  /// Whether a dollar sign stands before a number, where it is no anchor.
  private func isAmount() -> Bool {
    bytes[index] == Mark.dollar && index + 1 < bytes.count && isDigit(bytes[index + 1])
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func special(_ byte: UInt8) throws -> TemplateNode {
    switch byte {
    case UInt8(ascii: "("): return try group(closedBy: UInt8(ascii: ")"))
    case UInt8(ascii: "["): return .optional(try group(closedBy: UInt8(ascii: "]")))
    case UInt8(ascii: "{"): return try list()
    case UInt8(ascii: "<"): return try rule()
    case UInt8(ascii: "*"): return try gap()
    case UInt8(ascii: "^"):
      index += 1
      return .clauseStart
    case Mark.dollar:
      index += 1
      return .clauseEnd
    default:
      let mark = Unicode.Scalar(byte)
      throw fail(
        "template-syntax", "a \(mark) that nothing opens", at: index,
        help: "remove it, or write \\\(mark) for the character")
    }
  }

  private mutating func group(closedBy closer: UInt8) throws -> TemplateNode {
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
    let inside = try delimited(by: UInt8(ascii: "}"))
    let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let capturesText = parts[0].hasPrefix("@") || parts.count > 1 && parts[1].hasPrefix("@")
    func plain(_ part: Substring) -> String {
      String(part.hasPrefix("@") ? part.dropFirst() : part)
    }
    let name = try checkedName(plain(parts[0]), column, of: "list")
    let slot = parts.count > 1 ? try checkedName(plain(parts[1]), column, of: "slot") : name
    return .list(
      name: name, slot: slot, asTyped: capturesText, column: self.column(of: column))
  }

  private mutating func rule() throws -> TemplateNode {
    let column = index
    let inside = try delimited(by: UInt8(ascii: ">"))
    return .rule(
      name: try checkedName(inside, column, of: "rule"), column: self.column(of: column))
  }

  private mutating func delimited(by closer: UInt8) throws -> String {
    let opened = index
    guard let end = bytes[index...].firstIndex(of: closer) else {
      throw fail(
        "template-syntax", "the \(Unicode.Scalar(bytes[opened])) is never closed", at: opened,
        help: "add \(Unicode.Scalar(closer))")
    }
    index = end + 1
    return text((opened + 1)..<end)
  }

  private func checkedName(_ name: String, _ column: Int, of what: String) throws -> String {
    if !name.isEmpty, name.utf8.allSatisfy(Self.isPlainNameByte) { return name }
    let trimmed = name.split(separator: " ").joined(separator: " ")
    let fine = trimmed.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" || $0 == "-" || $0 == "."
        || $0.properties.isAlphabetic
    }
    if trimmed.isEmpty || !fine {
      throw fail(
        "template-syntax", "\"\(name)\" is not the name of a \(what)", at: column,
        help: "names have letters, digits, - and _")
    }
    return trimmed
  }

  private static func isPlainNameByte(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  private mutating func gap() throws -> TemplateNode {
    let column = index
    index += 1
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    if index == start { return .gap(most: nil) }
    let digits = text(start..<index)
    guard let most = Int(digits), (1...50).contains(most) else {
      throw fail(
        "template-syntax", "a gap of \(digits) words", at: column,
        help: "write *1 to *50, or * for any number")
    }
    return .gap(most: most)
  }

  private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private func opener(of closer: UInt8) -> String { closer == UInt8(ascii: ")") ? "(" : "[" }

  /// How many characters stand before a byte: places count those.
  private func column(of byte: Int) -> Int {
    bytes[..<byte].reduce(0) { isContinuation($1) ? $0 : $0 + 1 }
  }

  private func fail(_ code: String, _ message: String, at byte: Int = 0, help: String? = nil)
    -> Failure
  {
    Failure(
      finding: .error(code, message, at: place.advanced(columns: column(of: byte)), help: help))
  }

  private enum Mark {
    static let bar = UInt8(ascii: "|")
    static let semicolon = UInt8(ascii: ";")
    static let backslash = UInt8(ascii: "\\")
    static let dollar = UInt8(ascii: "$")
  }

  private static let isSpecial: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "()[]{}<>*^$\\".utf8 { table[Int(byte)] = true }
    return table
  }()
}

/// What is wrong with a template.
public struct TemplateError: Error, Sendable {
  public let finding: Finding
}
