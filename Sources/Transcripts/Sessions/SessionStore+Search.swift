// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

extension SessionStore {
  /// A turn in which the words occur together.
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
    let before = line[..<found.lowerBound]
    let after = line[found.upperBound...]
    return shortened(before, keeping: before.suffix(around)) + line[found]
      + shortened(after, keeping: after.prefix(around))
  }

  /// How many characters are shown on either side, at most.
  private static let around = 40

  /// Cut between words, with a mark where something is left out.
  private static func shortened(_ side: Substring, keeping part: Substring) -> String {
    if part == side { return String(side) }
    let isBefore = part.endIndex == side.endIndex
    guard let blank = isBefore ? part.firstIndex(of: " ") : part.lastIndex(of: " ") else {
      return "…"
    }
    return isBefore ? "…" + part[blank...].dropFirst() : part[..<blank] + "…"
  }
}
