// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading
import Templates

/// The change to a template that an alignment asks for: a part made optional, a word added as another way
/// to say it, or a gap opened.
struct TemplateChange {
  /// The changed template.
  let text: String
  /// Whether it would be met by turning a role to the other.
  let turnsRole: Bool

  /// Nil where the template turns to the other already, so that no other word is missing in it.
  init?(_ alignment: Alignment, words: (Int) -> String, roles: TurnedRoles) {
    var parts: [String] = []
    var turnsRole = false
    for step in alignment.steps {
      switch step {
      case .matched(let chunk, _): parts.append(alignment.chunks[chunk])
      case .missing(let chunk, _): parts.append("[\(alignment.chunks[chunk])]")
      case .other(let chunk, let range):
        let chunk = alignment.chunks[chunk]
        switch roles.turned(chunk, to: range.map(words)) {
        case .already: return nil
        case .role(let turned):
          turnsRole = true
          parts.append(turned)
          continue
        case .none: break
        }
        let met = range.map { TemplateNode.escaped(words($0)) }.joined(separator: " ")
        let isGroup =
          chunk.first == "(" && TemplateChunks(chunk).chunks.count == 1 && chunk.last == ")"
        parts.append(isGroup ? "\(chunk.dropLast())|\(met))" : "(\(chunk)|\(met))")
      case .between(_, let range):
        if let last = parts.last, case .gap(let most?) = TemplateChunks.kind(of: last) {
          parts[parts.count - 1] = "*\(most + range.count)"
        } else {
          parts.append("[*\(range.count)]")
        }
      }
    }
    text = parts.joined(separator: " ")
    self.turnsRole = turnsRole
  }

  /// The changed template, where it compiles and matches.
  func checked(whole: Bool, in utterance: Utterance, rules: RuleSet, lexicon: Lexicon) -> String? {
    var builder = TemplateSetBuilder(lexicon: lexicon, lists: rules.lists, rules: rules.rules)
    guard
      case .success = builder.add(
        text, at: Place(file: ""), whole: whole, rolesTurned: turnsRole)
    else { return nil }
    let changed = builder.build()
    // A word that no rule had is known once a template has it.
    let typed = String(decoding: utterance.text, as: UTF8.self)
    return Matcher(changed).matches(in: changed.lexicon.read(typed)).isEmpty ? nil : text
  }
}
