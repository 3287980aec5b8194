// SPDX-License-Identifier: GPL-3.0-or-later

import Templates

/// One way that a choice in a template can go: the branch, and the template with that choice made.
///
/// An utterance that the made template matches has gone that way, so asking for it needs no matcher of
/// its own.
struct TemplateChoice {
  var branch: String
  var made: TemplateNode
}

extension TemplateNode {
  /// Every way that its choices can go: the branches of `(a|b)`, and `[a]` said.
  var choices: [TemplateChoice] {
    switch self {
    case .alternatives(let branches):
      branches.flatMap { branch in
        [TemplateChoice(branch: branch.source, made: .alternatives([branch]))]
          + branch.choices.map { .init(branch: $0.branch, made: .alternatives([$0.made])) }
      }
    case .optional(let inner):
      [TemplateChoice(branch: inner.source, made: .alternatives([inner]))] + inner.choices
    case .sequence(let items): Self.choices(in: items) { .sequence($0) }
    case .permutation(let parts): Self.choices(in: parts) { .permutation($0) }
    case .text, .list, .rule, .gap, .clauseStart, .clauseEnd: []
    }
  }

  private static func choices(
    in items: [TemplateNode], whole: ([TemplateNode]) -> TemplateNode
  ) -> [TemplateChoice] {
    items.enumerated().flatMap { index, item in
      item.choices.map { choice in
        var changed = items
        changed[index] = choice.made
        return TemplateChoice(branch: choice.branch, made: whole(changed))
      }
    }
  }

  /// Names of the lists that it captures, by their slots.
  var listsBySlot: [(slot: String, list: String)] {
    switch self {
    case .list(let name, let slot, _, _): [(slot, name)]
    case .sequence(let items), .alternatives(let items), .permutation(let items):
      items.flatMap(\.listsBySlot)
    case .optional(let inner): inner.listsBySlot
    case .text, .rule, .gap, .clauseStart, .clauseEnd: []
    }
  }
}
