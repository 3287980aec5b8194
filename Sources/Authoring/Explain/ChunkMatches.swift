// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading
import Templates

/// Where in an utterance each chunk of some templates would match by itself.
struct ChunkMatches {
  /// Longer stretches than this are not laid to one chunk.
  static let longest = 8

  private var ends: [String: [Int: [Int]]] = [:]
  /// Chunks that ask for no word at all.
  private(set) var nullable: Set<String> = []
  let utterance: Utterance

  init(_ chunks: some Sequence<String>, in utterance: Utterance, rules: RuleSet, lexicon: Lexicon) {
    self.utterance = utterance
    var builder = TemplateSetBuilder(lexicon: lexicon, lists: rules.lists, rules: rules.rules)
    var names: [String] = []
    for chunk in Set(chunks).sorted() {
      let bare: String
      switch TemplateChunks.kind(of: chunk) {
      case .anchor, .gap: continue
      case .optional: bare = String(chunk.dropFirst().dropLast())
      case .words: bare = chunk
      }
      switch builder.add(bare, at: Place(file: ""), whole: true) {
      case .success: names.append(chunk)
      case .failure(let error):
        if error.finding.code == "template-matches-nothing" { nullable.insert(chunk) }
      }
    }
    let matcher = Matcher(builder.build())
    let words = utterance.tokens.count
    for start in 0..<words {
      for end in (start + 1)...min(words, start + Self.longest) {
        for match in matcher.matches(in: utterance.part(start..<end))
        where match.tokens.count == end - start {
          ends[names[match.template], default: [:]][start, default: []].append(end)
        }
      }
    }
  }

  /// Ends of the chunk where it begins at a word.
  func ends(of chunk: String, at start: Int) -> [Int] { ends[chunk]?[start] ?? [] }
}
