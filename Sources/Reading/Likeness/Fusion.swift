// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language

/// Brings what templates found and what likeness suggests into one ranking.
///
/// A template's word counts for more, by its tier; likeness decides between several and speaks where no
/// template does.
struct Fusion {
  let model: LikenessModel
  let rules: CompiledRules
  let utterance: Utterance
  /// What is known so far of the person and of the talk.
  let known: [String: Set<String>]

  private var role: String? { known["role"]?.first }
  /// Whether the message is one of a talk that goes on.
  private var isInTalk: Bool { known["talk"] != nil }

  /// In the middle of a talk, a message of up to so many words must be so much like danger for likeness alone
  /// to raise an alarm, since the less it says the less that means, and a false alarm stops the talk;
  /// templates hear danger in it all the same.
  static let talkFloors = [
    (words: 4, points: 500), (words: 12, points: 300), (words: .max, points: 200),
  ]
  /// What likeness to danger, beside what else fits, must reach to raise an alarm by itself, in thousandths.
  /// Measured on 3,200 messages of writers who had not seen the rules: 97 in a hundred dangers are heard at
  /// 2 false alarms in a hundred; a lower floor hears more and frightens more people who are in none.
  static let dangerFloor = 150
  /// The same, at which a template that heard danger misheard; never in a message of fewer words than
  /// `shortestMisheard`, which says too little for that.
  static let misheardBelow = -300
  static let shortestMisheard = 9
  /// What else fits takes this part of its own points from those of danger, since a message that is plainly
  /// about another matter says less of danger by the same words; but what fits badly adds no more than
  /// `leastElse` would.
  static let elseShare = 2
  static let leastElse = -300
  /// How many tenths of the likeness to danger are the whole message's; the rest is the most dangerous
  /// sentence's, so that it is not drowned in a long story.
  static let wholeShare = 6
  /// Sentences of fewer words are too short to be judged alone.
  static let shortestPart = 3
  /// Points taken from what belongs to the other side, once the role is known.
  static let otherSide = 250
  /// How many suggestions are added to what templates found.
  static let mostSuggestions = 3
  /// A suggestion further than this behind the best one is left out, in thousandths.
  static let widestGap = 450
  /// What a template's word is worth beside likeness, by the rank of its tier; in thousandths.
  static let templateWorth: [Int] = [600, 900, 200, 300, 200, 400, 0]
  /// What a template's word is worth besides, where it waited for what is known of the talk: likeness knows
  /// single messages only.
  static let talkWorth = 1_200
  /// The same, where it heard the whole message: nothing is left over that could mean something else.
  static let wholeTalkWorth = 1_700
  /// Half of the difference between the two best at which the best is an even bet, in thousandths.
  static let evenGap = 150.0

  /// Adds suggestions to `ranked`, gives every intent its points, and returns how sure the best is and how
  /// like danger the message.
  ///
  /// - Parameter misheard: takes what templates heard of danger in an idiom.
  func merge(into ranked: inout [Heard], misheard: inout [Heard]) -> (
    certainty: Double, likenessToDanger: Int?
  ) {
    let likeness = Likeness(
      utterance, in: rules.templates.lexicon, by: model, shortest: Self.shortestPart)
    let danger = hearDanger(likeness, into: &ranked, misheard: &misheard)
    for index in ranked.indices where ranked[index].tier != .safety {
      let alike = rules.labelNumbers[ranked[index].intent.family].map { likeness.points[$0] }
      let weight = ranked[index].points % Judgement.tierStep
      ranked[index].points =
        max(-1_000, alike ?? -600) + Self.templateWorth[ranked[index].tier.rank] + min(weight, 120)
        + talkWorth(of: ranked[index])
    }
    let suggestions = suggestions(likeness.points)
    guard let best = suggestions.first, !utterance.tokens.isEmpty else { return (1, danger) }
    let named = Set(ranked.map(\.intent.family))
    for (label, points) in suggestions.prefix(Self.mostSuggestions)
    where !named.contains(label.name) && best.points - points <= Self.widestGap {
      ranked.append(suggestion(label.name, points, likeness))
    }
    let second = suggestions.dropFirst().first?.points ?? -1_000
    let gap = Double(best.points - second)
    if ranked.contains(where: \.isFromTemplate) { return (1, danger) }
    let certainty = min(1, max(0, 0.5 * gap / Self.evenGap + (best.points > -200 ? 0.25 : 0)))
    return (certainty, danger)
  }

  /// What the message could mean besides danger, most alike first.
  private func suggestions(_ points: [Int]) -> [(label: CompiledRules.Label, points: Int)] {
    zip(rules.labels, points).filter { !$0.0.isDanger && !$0.0.isAnyDanger }
      .map { label, points in
        // What a template heard stands, whoever the speaker was thought to be; only guesses are tempered.
        guard let role, role != "both", let side = label.side, side != role else {
          return (label: label, points: points)
        }
        return (label: label, points: points - Self.otherSide)
      }
      .sorted { ($1.points, $0.label.number) < ($0.points, $1.label.number) }
  }

  /// Where no template heard danger, a message that is much like messages of danger is taken as one; and
  /// where one did in a long message that is like no message of danger at all, it misheard an idiom.
  ///
  /// - Returns: how like messages of danger it is, beside what else fits; nil where no danger was ever learnt.
  private func hearDanger(
    _ likeness: Likeness, into ranked: inout [Heard], misheard: inout [Heard]
  ) -> Int? {
    let dangers = zip(rules.labels, likeness.points).filter { $0.0.isDanger && !$0.0.isAnyDanger }
    guard
      let kind = dangers.max(by: { ($0.1, $1.0.number) < ($1.1, $0.0.number) })
    else { return nil }
    let all = dangerPoints(likeness.points)
    let most = likeness.sentences.map(dangerPoints).max() ?? all
    let danger = (Self.wholeShare * all + (10 - Self.wholeShare) * most) / 10
    let other = suggestions(likeness.points).first?.points ?? Self.leastElse
    let points = danger - max(other, Self.leastElse) / Self.elseShare
    if points <= Self.misheardBelow, utterance.tokens.count >= Self.shortestMisheard {
      misheard = ranked.filter { $0.tier == .safety }
      ranked.removeAll { $0.tier == .safety }
    }
    guard !ranked.contains(where: { $0.tier == .safety }) else { return points }
    let raised = Self.talkFloors.first { isInTalk && utterance.tokens.count <= $0.words }
    if points >= raised?.points ?? Self.dangerFloor {
      ranked.append(suggestion(kind.0.name, max(kind.1, points), likeness))
    }
    return points
  }

  /// Likeness to any danger and to the nearest kind of it, in equal shares: the first tells danger from
  /// the rest more surely, the second hears what is typical of one kind.
  private func dangerPoints(_ points: [Int]) -> Int {
    var any = -1_000
    var nearest = -1_000
    for label in rules.labels {
      let value = points[label.number]
      if label.isAnyDanger {
        any = value
      } else if value > nearest, label.isDanger {
        nearest = value
      }
    }
    return (any + nearest) / 2
  }

  /// What it counts that a template spoke only because the talk or the person is known to be so.
  private func talkWorth(of heard: Heard) -> Int {
    guard let intent = rules.intent(named: heard.intent), !intent.conditions.isEmpty else {
      return 0
    }
    return intent.whole ? Self.wholeTalkWorth : Self.talkWorth
  }

  private func suggestion(_ label: String, _ points: Int, _ likeness: Likeness) -> Heard {
    let intent =
      rules.intent(named: IntentName(label)) ?? rules.kind(of: label, in: utterance, knowing: known)
    let evidence = likeness.evidence(for: label)
    return Heard(
      intent: intent?.name ?? IntentName(label), tier: intent?.tier ?? rules.tier(ofFamily: label),
      evidence: .likeness(evidence),
      template: "", place: intent?.place ?? Place(file: ""), tokens: 0..<utterance.tokens.count,
      matched: evidence.map(\.words).joined(separator: ", "), facets: Facets(), captures: [:],
      facts: intent?.captures ?? [:], points: points, isTurned: false)
  }
}

/// Numbers that both halves of ranking share.
enum Judgement {
  /// How many points a tier outweighs the one below it by, where no likeness is weighed.
  static let tierStep = 1_000
}
