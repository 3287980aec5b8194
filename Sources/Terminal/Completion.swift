// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands before the cursor when Tab is pressed.
package struct Completion: Sendable, Equatable {
  /// The line up to the word, blanks at its beginning left out: empty at the start of the line,
  /// `/topics ` behind that command.
  package let before: String
  /// The word so far, up to the cursor; it may be empty.
  package let word: String

  package init(before: String, word: String) {
    self.before = before
    self.word = word
  }

  package var isAtLineStart: Bool { before.isEmpty }

  /// Those of the owner's suggestions that go on from the word, whatever the case of its letters.
  func matching(_ suggestions: [String]) -> [String] {
    let start = word.lowercased()
    return suggestions.map { sanitized($0) }.filter { $0.lowercased().hasPrefix(start) }
  }
}
