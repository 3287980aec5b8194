// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Findings

/// A text of a rule file that may be said to a person, with its place.
public struct Spoken: Sendable, Hashable {
  public var text: String
  public var place: Place

  public init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}

/// One way to answer: a body, and either a question or a small step to end with.
public struct ReplyVariant: Sendable {
  public var text: Spoken
  /// The one question it ends with.
  public var ask: Spoken?
  /// Or the one small step.
  public var step: Spoken?
  /// What is said when the question is answered with yes, or with no.
  public var yes: Spoken?
  public var no: Spoken?
  /// What a yes, or a no, is taken to have told, where that is a danger (`crisis-abuse`).
  public var yesMeans: String?
  public var noMeans: String?
  /// Facts that must be known, each with its accepted values.
  public var conditions: [String: [String]]

  public init(
    text: Spoken, ask: Spoken? = nil, step: Spoken? = nil, yes: Spoken? = nil, no: Spoken? = nil,
    yesMeans: String? = nil, noMeans: String? = nil, conditions: [String: [String]] = [:]
  ) {
    self.text = text
    self.ask = ask
    self.step = step
    self.yes = yes
    self.no = no
    self.yesMeans = yesMeans
    self.noMeans = noMeans
    self.conditions = conditions
  }
}

extension ReplyVariant {
  /// What the question that it ends with leads to.
  ///
  /// - Parameter filled: fills the places in a text.
  public func questionKind(_ filled: (String) -> String) -> Question.Kind {
    func branch(_ text: Spoken?, _ means: String?) -> Question.Branch? {
      means.map { .danger($0) } ?? text.map { .text(filled($0.text)) }
    }
    guard let yes = branch(yes, yesMeans), let no = branch(no, noMeans) else { return .open }
    return .yesOrNo(yes: yes, no: no)
  }
}

/// Where a conversation about danger stands.
public enum SafetyStage: String, Sendable, CaseIterable {
  /// Danger is spoken of for the first time.
  case first
  /// It is spoken of again, or goes on.
  case again
  /// They say that they are safe, or not alone.
  case safe
  /// They take it back.
  case retracted
  /// Some turns on, gently, once.
  case later
}

/// Everything that can be said to one intent or family.
public struct Replies: Sendable {
  public var intent: String
  /// Knowledge entries that it draws on; the first is the source that is shown.
  public var guidance: [String]
  public var variants: [ReplyVariant]
  /// For danger: the variants of each stage.
  public var stages: [SafetyStage: [ReplyVariant]]
  public var place: Place
  /// Where each name that it draws on stands, for who checks them; rules from the cache know none.
  public var namePlaces: [String: Place] = [:]

  public init(
    intent: String, guidance: [String] = [], variants: [ReplyVariant] = [],
    stages: [SafetyStage: [ReplyVariant]] = [:], place: Place
  ) {
    self.intent = intent
    self.guidance = guidance
    self.variants = variants
    self.stages = stages
    self.place = place
  }
}

/// Help that is there day and night in one region.
public struct Contact: Sendable {
  public var region: String
  public var name: String
  public var emergency: String?
  /// Kind of danger (`self_harm`, `abuse`, `harming`, `child`) to whom to reach.
  public var lines: [String: String]
  public var place: Place

  public init(
    region: String, name: String, emergency: String? = nil, lines: [String: String] = [:],
    place: Place
  ) {
    self.region = region
    self.name = name
    self.emergency = emergency
    self.lines = lines
    self.place = place
  }
}

extension Spoken: Archivable {
  public static let form = Form(Spoken.init(_:at:), \.text, \.place)
}

extension ReplyVariant: Archivable {
  public static let form = Form(
    ReplyVariant.init(text:ask:step:yes:no:yesMeans:noMeans:conditions:), \.text, \.ask, \.step,
    \.yes, \.no, \.yesMeans, \.noMeans, \.conditions)
}

extension SafetyStage: Archivable {
  public static let form = Form<Self>.rawValue
}

extension Replies: Archivable {
  public static let form = Form(
    Replies.init(intent:guidance:variants:stages:place:), \.intent, \.guidance, \.variants,
    \.stages,
    \.place)
}

extension Contact: Archivable {
  public static let form = Form(
    Contact.init(region:name:emergency:lines:place:), \.region, \.name, \.emergency, \.lines,
    \.place)
}
