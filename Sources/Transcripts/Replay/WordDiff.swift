// SPDX-License-Identifier: GPL-3.0-or-later

/// Two texts as runs of words that stayed, went or came.
struct WordDiff {
  enum Run: Equatable {
    case same(String)
    case removed(String)
    case added(String)
  }

  /// Beyond this the texts have little in common, and a diff would take long to say so.
  private static let mostWords = 2000

  private(set) var runs: [Run] = []

  init(_ old: String, _ new: String) {
    let (before, after) = (Self.words(old), Self.words(new))
    guard before.count <= Self.mostWords, after.count <= Self.mostWords else {
      runs = [.removed(old), .added(new)]
      return
    }
    let changes = after.difference(from: before)
    let removed = Self.offsets(changes.removals)
    let inserted = Self.offsets(changes.insertions)
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if removed.contains(i) {
        add(.removed(before[i]))
        i += 1
      } else if inserted.contains(j) {
        add(.added(after[j]))
        j += 1
      } else {
        add(.same(before[i]))
        i += 1
        j += 1
      }
    }
  }

  private static func offsets(_ changes: [CollectionDifference<String>.Change]) -> Set<Int> {
    Set(
      changes.map { change in
        switch change {
        case .remove(let offset, _, _), .insert(let offset, _, _): offset
        }
      })
  }

  private mutating func add(_ run: Run) {
    switch (runs.last, run) {
    case (.same(let text), .same(let more)): runs[runs.count - 1] = .same(text + more)
    case (.removed(let text), .removed(let more)): runs[runs.count - 1] = .removed(text + more)
    case (.added(let text), .added(let more)): runs[runs.count - 1] = .added(text + more)
    default: runs.append(run)
    }
  }

  /// Words and what is between them, in turn.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var lastWasWord: Bool?
    for character in text {
      let isWord = character.isLetter || character.isNumber || character == "'" || character == "’"
      if isWord && lastWasWord == true {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      lastWasWord = isWord
    }
    return words
  }
}
