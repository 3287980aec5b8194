// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading
import Templates

/// Where in an utterance each chunk of some templates would match by itself.
struct ChunkMatches {
  private var ranges: [String: [Range<Int>]] = [:]
  let utterance: Utterance

  init(_ chunks: some Sequence<String>, in utterance: Utterance, rules: RuleSet, lexicon: Lexicon) {
    self.utterance = utterance
    var builder = TemplateSetBuilder(lexicon: lexicon, lists: rules.lists, rules: rules.rules)
    var names: [String] = []
    for chunk in Set(chunks).sorted() where TemplateChunks.kind(of: chunk) != .anchor {
      if case .gap = TemplateChunks.kind(of: chunk) { continue }
      let bare = TemplateChunks.kind(of: chunk) == .optional ? String(chunk.dropFirst().dropLast()) : chunk
      if case .success = builder.add(bare, at: Place(file: "")) { names.append(chunk) }
    }
    let matcher = Matcher(builder.build())
    for match in matcher.matches(in: utterance) { ranges[names[match.template], default: []].append(match.tokens) }
  }

  /// Ends of the chunk where it begins at a word.
  func ends(of chunk: String, at start: Int) -> [Int] {
    (ranges[chunk] ?? []).filter { $0.lowerBound == start }.map(\.upperBound)
  }
}
