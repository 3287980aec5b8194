// SPDX-License-Identifier: GPL-3.0-or-later

/// How a report marks what went and what came.
package struct DiffStyle: Sendable {
  package var removed: @Sendable (String) -> String
  package var added: @Sendable (String) -> String

  package init(
    removed: @escaping @Sendable (String) -> String, added: @escaping @Sendable (String) -> String
  ) {
    self.removed = removed
    self.added = added
  }

  /// Readable without colour, as `git diff --word-diff` has it.
  package static let plain = DiffStyle(removed: { "[-\($0)-]" }, added: { "{+\($0)+}" })

  /// Red and struck through, green and underlined: legible to those who see no red or green.
  package static let colored = DiffStyle(
    removed: { "\u{1B}[31;9m\($0)\u{1B}[0m" }, added: { "\u{1B}[32;4m\($0)\u{1B}[0m" })

  func render(_ diff: WordDiff) -> String {
    diff.runs.map { run in
      switch run {
      case .same(let text): text.withoutControls
      case .removed(let text): removed(text.withoutControls)
      case .added(let text): added(text.withoutControls)
      }
    }.joined()
  }
}
