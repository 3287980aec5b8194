// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading
import Templates

/// How near a template came to an utterance: which of its parts met what, where it failed, and the smallest
/// change that would make it fire.
public struct NearMiss: Sendable {
  /// One part of the template beside the words that it met.
  public struct Row: Sendable, Equatable {
    public var part: String
    public var words: String
    /// Nil where the part was met.
    public var fault: String?
  }

  public var intent: IntentName
  public var line: Intent.Line
  public var rows: [Row]
  /// How many parts failed.
  public var cost: Int
  /// How many parts that ask for words were met: where it is one, any message comes near.
  var metParts: Int
  /// The template as it would match, checked by compiling it; nil where no small change does.
  public var change: String?
  /// Whether it would then match what is told of the other, which the family has to turn.
  public var turnsRole: Bool
}

/// Finds near misses of some rules.
public struct NearMissSearch {
  private let rules: RuleSet
  private let compiled: CompiledRules
  private let roles: TurnedRoles
  /// Templates looked at closely where no intent is named.
  static let mostCandidates = 80
  /// Of these, templates for which a change is worked out.
  static let mostChanged = 12

  public init(rules: RuleSet, compiled: CompiledRules) {
    self.rules = rules
    self.compiled = compiled
    roles = TurnedRoles(rules)
  }

  /// Every template of an intent, the nearest first.
  public func misses(of intent: Intent, in utterance: Utterance) -> [NearMiss] {
    misses(intent.sentences.map { (intent, $0) }, in: utterance)
  }

  /// The templates of all intents that came nearest without matching.
  public func nearest(to utterance: Utterance, most: Int) -> [NearMiss] {
    let words = Set(utterance.tokens.indices.map { word(utterance, $0) })
    let candidates = compiled.intents.flatMap { intent in
      intent.sentences.map { (intent: intent, line: $0, share: share(of: $0.text, in: words)) }
    }.filter { $0.share > 0 }.sorted { ($1.share, $0.line.place) < ($0.share, $1.line.place) }
    let near = misses(
      candidates.prefix(Self.mostCandidates).map { ($0.intent, $0.line) }, in: utterance)
    return Array(
      near.filter { $0.cost > 0 && $0.change != nil && $0.metParts >= 2 }.prefix(most))
  }

  private func word(_ utterance: Utterance, _ index: Int) -> String {
    let id = utterance.tokens[index].word
    return id == Lexicon.unknown
      ? utterance.typed(index..<(index + 1)) : compiled.templates.lexicon.words[id]
  }

  /// How many of a template's plain words are there, in thousandths, long templates first.
  private func share(of template: String, in words: Set<String>) -> Int {
    let plain = TemplateChunks(template).chunks.filter { $0.allSatisfy(\.isLetter) }
    guard !plain.isEmpty else { return 0 }
    let there = plain.count { words.contains($0.lowercased()) }
    return there * 1_000 / plain.count + min(there, 9)
  }

  private func misses(_ lines: [(Intent, Intent.Line)], in utterance: Utterance) -> [NearMiss] {
    let branches = lines.flatMap { intent, line in
      TemplateChunks.branches(of: line.text).map { (intent, line, TemplateChunks($0).chunks) }
    }
    let matches = ChunkMatches(
      branches.flatMap(\.2), in: utterance, rules: rules, lexicon: compiled.templates.lexicon)
    let aligned = branches.map { ($0.0, $0.1, Alignment($0.2, along: matches)) }
      .filter { $0.2.matched > 0 || $0.2.cost == 0 }
      .sorted { left, right in
        (left.2.cost * (right.2.matched + 1), -left.2.matched, left.1.place)
          < (right.2.cost * (left.2.matched + 1), -right.2.matched, right.1.place)
      }
    return aligned.prefix(Self.mostChanged).map { intent, line, alignment in
      let change =
        alignment.isNear
        ? TemplateChange(alignment, words: { word(utterance, $0) }, roles: roles) : nil
      return NearMiss(
        intent: intent.name, line: line, rows: rows(alignment, utterance), cost: alignment.cost,
        metParts: alignment.matched,
        change: change?.checked(
          whole: intent.whole, in: utterance, rules: rules, lexicon: compiled.templates.lexicon),
        turnsRole: change?.turnsRole ?? false)
    }
  }

  private func rows(_ alignment: Alignment, _ utterance: Utterance) -> [NearMiss.Row] {
    func words(_ range: Range<Int>) -> String {
      range.map { word(utterance, $0) }.joined(separator: " ")
    }
    return alignment.steps.map { step in
      switch step {
      case .matched(let chunk, let range): .init(part: alignment.chunks[chunk], words: words(range))
      case .missing(let chunk, _):
        .init(part: alignment.chunks[chunk], words: "", fault: "not there")
      case .other(let chunk, let range):
        .init(part: alignment.chunks[chunk], words: words(range), fault: "another word stands here")
      case .between(_, let range): .init(part: "", words: words(range), fault: "no gap for this")
      }
    }
  }
}
