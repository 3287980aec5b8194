// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Templates

/// What one message was understood to mean, and why.
public struct Reading: Sendable {
  public var utterance: Utterance
  public var clauses: [Clause]
  /// Best first; never empty.
  public var intents: [Heard]
  /// Whether nothing was recognised and `intents` is a stand-in.
  public var isFallback: Bool
  /// Matches that a guard or an `unless` put aside, for `explain`.
  public var putAside: [PutAside]
  /// What was learnt in passing, in the order of the text.
  public var facts: [Learnt]
  /// How sure the first intent is, from 0 to 1: 1 where a template decided.
  public var certainty: Double
  /// How like messages of danger it is, in thousandths; nil where nothing was learnt to tell.
  public var likenessToDanger: Int?

  public var best: Heard { intents[0] }

  /// A fact, its value, and the words that told it.
  public struct Learnt: Sendable, Equatable {
    public var name: String
    public var value: String
    public var tokens: Range<Int>
  }

  public struct PutAside: Sendable {
    public var heard: Heard
    public var reason: String
  }
}

/// An intent that was recognised, with its evidence.
public struct Heard: Sendable {
  /// What spoke for it.
  public enum Evidence: Sendable {
    case template
    /// Its words are like those of messages that mean this; the strongest, with what each added.
    case likeness([(words: String, points: Int)])
    case nothing
  }

  public var intent: IntentName
  public var tier: Tier
  public var evidence: Evidence
  public var template: String
  public var place: Place
  /// The words of the utterance that matched.
  public var tokens: Range<Int>
  public var matched: String
  public var facets: Facets
  public var captures: [String: String]
  /// Facts learnt from it.
  public var facts: [String: String]
  /// Points within its tier: higher is better founded.
  public var points: Int
  /// Whether a rule written for the speaker was turned to the other.
  public var isTurned: Bool

  /// Whether a template heard it; what likeness suggests teaches no facts.
  public var isFromTemplate: Bool {
    if case .template = evidence { true } else { false }
  }
}

extension Heard {
  /// The stated order: tier, then points, then name. Never the order of files.
  public static func precedes(_ left: Heard, _ right: Heard) -> Bool {
    if left.tier != right.tier, left.tier == .safety || right.tier == .safety {
      return left.tier == .safety
    }
    if left.points != right.points { return left.points > right.points }
    if left.tier != right.tier { return left.tier > right.tier }
    return left.intent < right.intent
  }
}
