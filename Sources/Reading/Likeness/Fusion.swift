// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language

/// Brings what templates found and what likeness suggests into one ranking.
///
/// A template's word counts for more, by its tier; likeness decides between several and speaks where no
/// template does. Danger is left to templates alone.
struct Fusion {
  let model: LikenessModel
  let rules: CompiledRules
  let utterance: Utterance
  /// What is known of the speaker's role, if anything.
  let role: String?

  /// What likeness to danger must reach to raise it by itself, in thousandths.
  static let dangerFloor = 100
  /// Points taken from what belongs to the other side, once the role is known.
  static let otherSide = 250
  /// How many suggestions are added to what templates found.
  static let mostSuggestions = 3
  /// A suggestion further than this behind the best one is left out, in thousandths.
  static let widestGap = 450
  /// What a template's word is worth beside likeness, by the rank of its tier; in thousandths.
  static let templateWorth: [Int] = [600, 900, 200, 200, 200, 300, 0]
  /// Half of the difference between the two best at which the best is an even bet, in thousandths.
  static let evenGap = 150.0

  /// Adds suggestions to `ranked`, gives every intent its points, and returns how sure the best is.
  func merge(into ranked: inout [Heard]) -> Double {
    var plain = Array(zip(model.labels, model.points(for: utterance, in: rules.templates.lexicon)))
    let anyDanger = plain.firstIndex { $0.0 == LikenessModel.anyDanger }.map {
      plain.remove(at: $0).1
    }
    let byLabel = Dictionary(plain, uniquingKeysWith: max)
    // What a template heard stands, whoever the speaker was thought to be; only guesses are tempered.
    let points = plain.map { label, value in
      guard let role, role != "both", let side = rules.families[label]?.side, side != role else {
        return (label, value)
      }
      return (label, value - Self.otherSide)
    }
    for index in ranked.indices where ranked[index].tier != .safety {
      let likeness = max(-1_000, byLabel[ranked[index].intent.family] ?? -600)
      let weight = ranked[index].points % Judgement.tierStep
      ranked[index].points =
        likeness + Self.templateWorth[ranked[index].tier.rank] + min(weight, 120)
    }
    hearDanger(anyDanger ?? -1_000, points, into: &ranked)
    let named = Set(ranked.map(\.intent.family))
    let suggestions = points.filter { !isDanger($0.0) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    guard let best = suggestions.first, !utterance.tokens.isEmpty else { return 1 }
    for (label, value) in suggestions.prefix(Self.mostSuggestions)
    where !named.contains(label) && best.1 - value <= Self.widestGap {
      ranked.append(suggestion(label, value))
    }
    let second = suggestions.dropFirst().first?.1 ?? -1_000
    let gap = Double(best.1 - second)
    if ranked.contains(where: { if case .template = $0.evidence { true } else { false } }) {
      return 1
    }
    return min(1, max(0, 0.5 * gap / Self.evenGap + (best.1 > -200 ? 0.25 : 0)))
  }

  /// A message that is much like messages of danger, and like nothing else as much, is taken as one where
  /// no template heard it. Likeness can only add to what templates hear of danger; it takes nothing away.
  private func hearDanger(_ anyDanger: Int, _ points: [(String, Int)], into ranked: inout [Heard]) {
    guard anyDanger >= Self.dangerFloor, !ranked.contains(where: { $0.tier == .safety }) else {
      return
    }
    let kind = points.filter { isDanger($0.0) }.max { ($0.1, $1.0) < ($1.1, $0.0) }
    if let kind { ranked.append(suggestion(kind.0, kind.1)) }
  }

  private func isDanger(_ label: String) -> Bool {
    rules.tier(ofFamily: label) == .safety
  }

  private func suggestion(_ label: String, _ points: Int) -> Heard {
    let intent = rules.intent(named: IntentName(label))
    let evidence = model.evidence(for: label, in: utterance, lexicon: rules.templates.lexicon)
    return Heard(
      intent: IntentName(label), tier: intent?.tier ?? rules.tier(ofFamily: label),
      evidence: .likeness(evidence),
      template: "", place: intent?.place ?? Place(file: ""), tokens: 0..<utterance.tokens.count,
      matched: evidence.map(\.words).joined(separator: ", "), facets: Facets(), captures: [:],
      facts: intent?.captures ?? [:], points: points, isTurned: false)
  }
}

/// Numbers that ranking and its explanation share.
public enum Judgement {
  /// How many points a tier outweighs the one below it by, where no likeness is weighed.
  public static let tierStep = 1_000
}
