// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Findings

/// The name of an intent: `denial.minimizing` is a kind of `denial`.
public struct IntentName: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let description: String

  public init(_ name: String) { description = name }

  /// The part before the first dot.
  public var family: String { String(description.prefix { $0 != "." }) }

  public static func < (left: IntentName, right: IntentName) -> Bool {
    left.description < right.description
  }
}

/// Something that people say, as a rule file declares it.
public struct Intent: Sendable {
  /// A line of a rule file, with its place.
  public struct Line: Sendable, Hashable {
    public var text: String
    public var place: Place

    public init(_ text: String, at place: Place) {
      self.text = text
      self.place = place
    }
  }

  /// What the intent asks of the clause that it matched in; nil where it does not mind.
  public struct Guards: Sendable, Equatable {
    public var holder: Holder?
    public var stance: Stance?
    public var time: Time?

    public init(holder: Holder? = nil, stance: Stance? = nil, time: Time? = nil) {
      self.holder = holder
      self.stance = stance
      self.time = time
    }

    /// Pitfalls are the speaker's own and meant; everything else counts whoever says it.
    public static func defaults(for tier: Tier) -> Guards {
      tier == .pitfall ? Guards(holder: .speaker, stance: .held) : Guards()
    }
  }

  public var name: IntentName
  public var about: String?
  public var tier: Tier
  public var guards: Guards
  /// Whether its templates must match an entire utterance.
  public var whole: Bool
  public var sentences: [Line]
  /// Where one of these matches the same clause, the intent is not heard there.
  public var unless: [Line]
  /// Where one of these matches the same sentence, the intent is not heard there.
  public var unlessInSentence: [Line]
  /// Where one of these matches anything in the message, the intent is not heard at all.
  public var unlessAnywhere: [Line]
  public var examples: [Line]
  public var counterexamples: [Line]
  /// Facts learnt when it is heard.
  public var captures: [String: String]
  /// Facts that must be known so far, each with its accepted values.
  public var conditions: [String: [String]]
  public var place: Place

  public init(
    name: IntentName, about: String? = nil, tier: Tier = .topic, guards: Guards? = nil,
    whole: Bool = false, sentences: [Line] = [], unless: [Line] = [],
    unlessInSentence: [Line] = [], unlessAnywhere: [Line] = [], examples: [Line] = [],
    counterexamples: [Line] = [], captures: [String: String] = [:],
    conditions: [String: [String]] = [:], place: Place
  ) {
    self.name = name
    self.about = about
    self.tier = tier
    self.guards = guards ?? .defaults(for: tier)
    self.whole = whole
    self.sentences = sentences
    self.unless = unless
    self.unlessInSentence = unlessInSentence
    self.unlessAnywhere = unlessAnywhere
    self.examples = examples
    self.counterexamples = counterexamples
    self.captures = captures
    self.conditions = conditions
    self.place = place
  }

  /// Every `unless` template, with how far it reaches.
  public var exceptions: [(line: Line, reach: ExceptionReach)] {
    unless.map { ($0, .clause) } + unlessInSentence.map { ($0, .sentence) }
      + unlessAnywhere.map { ($0, .message) }
  }
}

/// What a family of intents becomes when it is not the speaker's own and meant.
///
/// One rule, written from the speaker's side, serves every side: `denial` told of the other is
/// `partner-denial`, asked about is `about-denial`, let go is `progress`.
public struct Family: Sendable {
  public var name: String
  /// When the other shows it.
  public var other: IntentName?
  /// When the speaker asks about it.
  public var asked: IntentName?
  /// When the speaker has given it up.
  public var letGo: IntentName?
  /// Which side of a breach says it, as a role (`breaker`, `hurt`); nil where either does. Once the role is
  /// known, what belongs to the other side is less likely meant.
  public var side: String?
  public var place: Place

  public init(
    name: String, other: IntentName? = nil, asked: IntentName? = nil, letGo: IntentName? = nil,
    side: String? = nil, place: Place
  ) {
    self.name = name
    self.other = other
    self.asked = asked
    self.letGo = letGo
    self.side = side
    self.place = place
  }
}

extension IntentName: Archivable {
  public static let form = Form(IntentName.init, \.description)
}

extension Intent: Archivable {
  public static let form = Form(
    Intent.init(
      name:about:tier:guards:whole:sentences:unless:unlessInSentence:unlessAnywhere:examples:
      counterexamples:captures:conditions:place:),
    \.name, \.about, \.tier, \.someGuards, \.whole, \.sentences, \.unless, \.unlessInSentence,
    \.unlessAnywhere, \.examples, \.counterexamples, \.captures, \.conditions, \.place)

  /// As making an intent takes them.
  private var someGuards: Guards? { guards }
}

extension Intent.Line: Archivable {
  public static let form = Form(Intent.Line.init(_:at:), \.text, \.place)
}

extension Intent.Guards: Archivable {
  public static let form = Form(Intent.Guards.init, \.holder, \.stance, \.time)
}

extension Family: Archivable {
  public static let form = Form(
    Family.init(name:other:asked:letGo:side:place:), \.name, \.other, \.asked, \.letGo, \.side,
    \.place)
}
