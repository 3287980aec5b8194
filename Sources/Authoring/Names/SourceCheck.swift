// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Finds sources of guidance that are neither an article nor the coach: nobody could look them up.
struct SourceCheck: Check {
  /// What is said from the coach's own knowledge names no article.
  private static let coach = "coach"

  func findings(in book: RuleBook) -> [Finding] {
    book.coach.knowledge.values.flatMap { entry in
      let named = Set(entry.sources.flatMap { [$0.article, $0.section] } + [Self.coach])
      return entry.points.flatMap { point in
        // `000: FAQ` names an article and its section.
        point.sources.filter { !named.contains($0) && !$0.contains(":") }.map { source in
          Finding.error(
            "unknown-value", "\"\(source)\" is no source of \(entry.id)",
            at: point.namePlaces[source] ?? point.place,
            help: nearest(to: source, among: named).map { "did you mean \($0)?" }
              ?? "write coach, ARTICLE: SECTION, or an article that sources: of the entry names",
            length: source.unicodeScalars.count)
        }
      }
    }
  }
}
