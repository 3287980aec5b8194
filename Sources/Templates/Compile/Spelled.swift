// SPDX-License-Identifier: GPL-3.0-or-later

/// Groups inside words: `turn(s|ed)` is `turns` or `turned`, `text[s]` is `text` or `texts`.
///
/// Text and a group that touch without a space are written out together; everything else stays as it is.
struct Spelled {
  /// More spellings of one word than this are refused.
  static let mostSpellings = 2_000

  struct TooMany: Error {}

  /// Whether some bracket of a template touches a word or another bracket; where none does, its spelling
  /// is what it was. A quick look, which may say yes too often.
  static func mayGlue(_ template: String) -> Bool {
    var before = UInt8(ascii: " ")
    for byte in template.utf8 {
      if isOpener(byte), !isOpener(before), !isSeparator(before) { return true }
      if isCloser(before), !isCloser(byte), !isSeparator(byte) { return true }
      before = byte
    }
    return false
  }

  private static func isOpener(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
  }

  private static func isCloser(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
  }

  /// Blanks, and marks of a template that part what stands on either side of them.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "|"), UInt8(ascii: ";"): true
    default: false
    }
  }

  /// The same template with every glued run written out as alternatives of plain text.
  static func spelled(_ node: TemplateNode) throws(TooMany) -> TemplateNode {
    switch node {
    case .sequence(let items): return try sequence(items)
    case .alternatives(let branches):
      var done: [TemplateNode] = []
      for branch in branches { done.append(try spelled(branch)) }
      return .alternatives(done)
    case .permutation(let parts):
      var done: [TemplateNode] = []
      for part in parts { done.append(try spelled(part)) }
      return .permutation(done)
    case .optional(let inner): return .optional(try spelled(inner))
    case .text, .list, .rule, .gap, .clauseStart, .clauseEnd: return node
    }
  }

  private static func sequence(_ items: [TemplateNode]) throws(TooMany) -> TemplateNode {
    var done: [TemplateNode] = []
    var run: [TemplateNode] = []
    for item in items {
      if let last = run.last, touches(last, item) {
        run.append(item)
      } else {
        try close(&run, into: &done)
        run = [item]
      }
    }
    try close(&run, into: &done)
    return done.count == 1 ? done[0] : .sequence(done)
  }

  private static func close(_ run: inout [TemplateNode], into done: inout [TemplateNode])
    throws(TooMany)
  {
    defer { run = [] }
    guard run.count > 1 else {
      if let only = run.first { done.append(try spelled(only)) }
      return
    }
    var spellings = [""]
    for item in run {
      let endings = try texts(of: item)
      if spellings.count * endings.count > mostSpellings { throw TooMany() }
      spellings = spellings.flatMap { start in endings.map { start + $0 } }
    }
    done.append(.alternatives(spellings.map { .text($0) }))
  }

  private static func touches(_ left: TemplateNode, _ right: TemplateNode) -> Bool {
    isText(left) && isText(right) && hasLetter(at: .end, of: left)
      && hasLetter(at: .start, of: right)
  }

  private static func isText(_ node: TemplateNode) -> Bool {
    switch node {
    case .text: true
    case .sequence(let items), .alternatives(let items): items.allSatisfy(isText)
    case .optional(let inner): isText(inner)
    case .permutation, .list, .rule, .gap, .clauseStart, .clauseEnd: false
    }
  }

  private enum Edge {
    case start, end
  }

  /// Whether something other than a blank can stand at one end of a text-only node.
  private static func hasLetter(at edge: Edge, of node: TemplateNode) -> Bool {
    switch node {
    case .text(let text):
      return (edge == .end ? text.utf8.last : text.utf8.first).map { !isBlank($0) } ?? false
    case .optional(let inner): return hasLetter(at: edge, of: inner)
    case .alternatives(let branches): return branches.contains { hasLetter(at: edge, of: $0) }
    case .sequence(let items):
      for step in 0..<items.count {
        let item = items[edge == .end ? items.count - 1 - step : step]
        if hasLetter(at: edge, of: item) { return true }
        if !canVanish(item) { return false }
      }
      return false
    case .permutation, .list, .rule, .gap, .clauseStart, .clauseEnd: return false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
  }

  private static func canVanish(_ node: TemplateNode) -> Bool {
    switch node {
    case .text(let text): text.isEmpty
    case .optional: true
    case .alternatives(let branches): branches.contains(where: canVanish)
    case .sequence(let items): items.allSatisfy(canVanish)
    case .permutation, .list, .rule, .gap, .clauseStart, .clauseEnd: false
    }
  }

  static func texts(of node: TemplateNode) throws(TooMany) -> [String] {
    switch node {
    case .text(let text): return [text]
    case .optional(let inner): return try texts(of: inner) + [""]
    case .alternatives(let branches):
      var found: [String] = []
      for branch in branches {
        found += try texts(of: branch)
        if found.count > mostSpellings { throw TooMany() }
      }
      return found
    case .sequence(let items):
      var found = [""]
      for item in items {
        let endings = try texts(of: item)
        if found.count * endings.count > mostSpellings { throw TooMany() }
        found = found.flatMap { start in endings.map { start + $0 } }
      }
      return found
    case .permutation, .list, .rule, .gap, .clauseStart, .clauseEnd: return []
    }
  }
}
