// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// The text of files that could not be read, or only in part: what they would have declared or used is not
/// reported as missing or unused a second time.
public struct LostText: Sendable {
  private var keys: Set<Substring> = []
  private var names: Set<Substring> = []
  private var pieces: Set<Substring> = []

  public init(_ texts: [String] = []) {
    for text in texts {
      let scalars = text.unicodeScalars
      var index = scalars.startIndex
      while index < scalars.endIndex {
        let end = scalars[index...].firstIndex { !$0.isNamePart } ?? scalars.endIndex
        if end > index {
          let name = Substring(scalars[index..<end])
          names.insert(name)
          if Self.isKey(scalars[end...]) { keys.insert(name) }
          if Self.opensPiece(scalars[..<index]) { pieces.insert(name) }
        }
        index = end < scalars.endIndex ? scalars.index(after: end) : end
      }
    }
  }

  /// Whether the name, or one of its family, stands there as a key.
  func declares(_ name: String) -> Bool {
    if keys.isEmpty { return false }
    return keys.contains(Substring(name)) || keys.contains { $0.hasPrefix("\(name).") }
  }

  var isEmpty: Bool { names.isEmpty }

  /// Whether a list or an expansion rule that the intent's templates stand on is declared there.
  func declaresPart(of intent: Intent, _ slots: CaptureSlots) -> Bool {
    intent.sentences.contains { line in
      guard let node = CaptureSlots.node(line.text) else { return false }
      return slots.names(reachedFrom: node).contains { declares($0) }
        || slots.lists(of: [line]).contains { declares($0.list) }
    }
  }

  /// Whether the name stands there at all.
  func mentions(_ name: String) -> Bool { names.contains(Substring(name)) }

  /// Whether a template there stands on the list or the expansion rule.
  func uses(_ piece: String) -> Bool { pieces.contains(Substring(piece)) }

  private static func isKey(_ rest: Substring.UnicodeScalarView) -> Bool {
    let behind = rest.first == "\"" || rest.first == "'" ? rest.dropFirst() : rest
    return behind.first == ":"
  }

  /// `{name`, `{@name` or `<name`.
  private static func opensPiece(_ before: Substring.UnicodeScalarView) -> Bool {
    let mark = before.last == "@" ? before.dropLast().last : before.last
    return mark == "{" || mark == "<"
  }
}

extension Unicode.Scalar {
  fileprivate var isNamePart: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
    default: false
    }
  }
}
