// SPDX-License-Identifier: GPL-3.0-or-later

/// A template cut at its blanks, brackets kept whole: `<they> (is|are) [just] tired` has four chunks.
///
/// Chunks keep the author's own text, so that a change to one of them is a change to the template.
struct TemplateChunks {
  private(set) var chunks: [String] = []

  init(_ template: String) {
    var depth = 0
    var current = ""
    var isEscaped = false
    for character in template {
      defer { isEscaped = character == "\\" && !isEscaped }
      if !isEscaped {
        if "([{<".contains(character) { depth += 1 }
        if ")]}>".contains(character) { depth -= 1 }
        if character == " ", depth == 0 {
          if !current.isEmpty { chunks.append(current) }
          current = ""
          continue
        }
      }
      current.append(character)
    }
    if !current.isEmpty { chunks.append(current) }
  }

  enum Kind: Equatable {
    case words, optional, anchor
    case gap(most: Int?)
  }

  static func kind(of chunk: String) -> Kind {
    if chunk == "^" || chunk == "$" { return .anchor }
    if chunk.first == "*" { return .gap(most: Int(chunk.dropFirst())) }
    return isBracketed(chunk) ? .optional : .words
  }

  /// Whether one pair of square brackets holds all of it.
  private static func isBracketed(_ chunk: String) -> Bool {
    guard chunk.first == "[", chunk.last == "]" else { return false }
    var depth = 0
    for (offset, character) in chunk.enumerated() {
      if "([{<".contains(character) { depth += 1 }
      if ")]}>".contains(character) { depth -= 1 }
      if depth == 0 { return offset == chunk.count - 1 }
    }
    return false
  }

  /// Templates cut at bars that stand outside of all brackets.
  static func branches(of template: String) -> [String] {
    var found = [""]
    var depth = 0
    for character in template {
      if "([{<".contains(character) { depth += 1 }
      if ")]}>".contains(character) { depth -= 1 }
      if character == "|", depth == 0 {
        found.append("")
      } else {
        found[found.count - 1].append(character)
      }
    }
    return found
  }
}
