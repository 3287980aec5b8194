// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

extension SessionStore {
  /// A turn in which all the words occur.
  package struct Hit: Sendable {
    package enum Speaker: String, Sendable { case user, coach }

    package let entry: SessionEntry
    /// Counts from 1.
    package let turn: Int
    package let speaker: Speaker
    /// The words with a little of what stands around them, on one line.
    package let excerpt: String
  }

  /// Where the words occur, newest session first; case and accents don't matter.
  package func search(_ words: String) throws(TranscriptFault) -> [Hit] {
    guard words.contains(where: { !$0.isWhitespace }) else { return [] }
    var hits: [Hit] = []
    for entry in try list() {
      guard let file = try? load(entry) else { continue }
      for (index, turn) in file.transcript.turns.enumerated() {
        for (speaker, text) in [(Hit.Speaker.user, turn.user), (.coach, turn.coach ?? "")] {
          guard let excerpt = Self.excerpt(of: text, around: words) else { continue }
          hits.append(Hit(entry: entry, turn: index + 1, speaker: speaker, excerpt: excerpt))
        }
      }
    }
    return hits
  }

  private static func excerpt(of text: String, around words: String) -> String? {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let wanted = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let options: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive]
    guard let found = line.range(of: wanted, options: options) else { return nil }
    let start = line.index(found.lowerBound, offsetBy: -30, limitedBy: line.startIndex)
    let end = line.index(found.upperBound, offsetBy: 30, limitedBy: line.endIndex)
    let before = start.map { _ in "…" } ?? ""
    let after = end.map { _ in "…" } ?? ""
    return before + line[(start ?? line.startIndex)..<(end ?? line.endIndex)] + after
  }
}
