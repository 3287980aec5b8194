// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading

/// Finds where a talk would have nowhere to go: a reply that neither asks nor suggests anything and has no
/// knowledge behind it, an entry that leads to nothing else, a part of a talk without words.
struct DeadEndCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    replies(book) + knowledge(book) + patterns(book)
  }

  private func replies(_ book: RuleBook) -> [Finding] {
    book.coach.replies.values.flatMap { replies -> [Finding] in
      guard !book.isDanger(replies.intent), !hasKnowledge(replies, book) else { return [] }
      return replies.variants.filter { $0.ask == nil && $0.step == nil }.map { variant in
        .warning(
          "dead-end", "after this reply to \(replies.intent) there is nothing to go on with",
          at: variant.text.place, help: "add ask: or try:, or name a knowledge entry in guidance:")
      }
    }
  }

  private func hasKnowledge(_ replies: Replies, _ book: RuleBook) -> Bool {
    replies.guidance.contains { book.coach.knowledge[$0] != nil }
      || book.coach.knowledge[IntentName(replies.intent).family] != nil
  }

  private func knowledge(_ book: RuleBook) -> [Finding] {
    book.coach.knowledge.values.filter {
      $0.asks.all.isEmpty && $0.tries.all.isEmpty && $0.related.isEmpty
    }.map {
      .warning(
        "dead-end", "the entry \($0.id) ends with its last point", at: $0.place,
        help: "add ask:, try: or related:", length: $0.id.unicodeScalars.count)
    }
  }

  /// Only where the rules have words for some parts of a talk: a folder of rules alone is none.
  private func patterns(_ book: RuleBook) -> [Finding] {
    let present = book.coach.patterns.filter { !$0.value.isEmpty }
    guard let place = present.values.flatMap({ $0 }).map(\.place).min(),
      present.keys.count(where: Patterns.known.contains) > Patterns.known.count / 2
    else { return [] }
    return Patterns.known.subtracting(present.keys).filter { !book.lost.declares($0) }.sorted().map
    {
      name in
      .error(
        "missing-pattern", "a talk asks for the pattern \(name), and there is none",
        at: Place(file: place.file), help: "add it under patterns:")
    }
  }
}
