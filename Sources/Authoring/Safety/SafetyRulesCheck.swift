// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

/// Keeps danger in the files that are there for it: no other file may declare one, change what becomes of
/// it, or make it depend on what is known.
struct SafetyRulesCheck: Check {
  static let folder = "safety/"

  func findings(in book: RuleBook) -> [Finding] {
    intents(book) + families(book) + replies(book)
  }

  private func intents(_ book: RuleBook) -> [Finding] {
    book.rules.intents.flatMap { intent -> [Finding] in
      let isCrisis = intent.name.family.hasPrefix("crisis-")
      guard isCrisis || intent.tier == .safety else { return [] }
      var found: [Finding] = []
      let length = intent.name.description.unicodeScalars.count
      if !isInside(intent.place) {
        found.append(
          .error(
            "safety-outside", "\(intent.name) is declared outside \(Self.folder)", at: intent.place,
            help: "move it to a file in \(Self.folder)", length: length))
      }
      if isCrisis, intent.tier != .safety {
        found.append(
          .error(
            "safety-weakened", "\(intent.name) has the tier \(intent.tier.rawValue)",
            at: intent.place,
            help: "write tier: safety", length: length))
      }
      if !intent.conditions.isEmpty {
        found.append(
          .error(
            "safety-weakened", "\(intent.name) is heard only when something is known",
            at: intent.place,
            help: "remove when:", length: length))
      }
      return found
    }
  }

  private func families(_ book: RuleBook) -> [Finding] {
    book.rules.families.filter { book.isDanger($0.name) && !isInside($0.place) }.map {
      .error(
        "safety-outside", "what becomes of \($0.name) is declared outside \(Self.folder)",
        at: $0.place,
        help: "move it to a file in \(Self.folder)", length: $0.name.unicodeScalars.count)
    }
  }

  private func replies(_ book: RuleBook) -> [Finding] {
    book.coach.replies.values.filter { book.isDanger($0.intent) && !isInside($0.place) }.map {
      .error(
        "safety-outside", "what is said to \($0.intent) stands outside \(Self.folder)",
        at: $0.place,
        help: "move it to a file in \(Self.folder)", length: $0.intent.unicodeScalars.count)
    }
  }

  private func isInside(_ place: Place) -> Bool {
    place.file.hasPrefix(Self.folder) || place.file.contains("/" + Self.folder)
  }
}
