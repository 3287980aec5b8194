// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Findings

/// Which side of a breach somebody is on.
public enum Side: String, Sendable, CaseIterable {
  case breaker, hurt, both
}

/// Something that a side is told; `both` serves either.
public struct Sided: Sendable {
  private var texts: [Side: [Spoken]]

  public init(_ texts: [Side: [Spoken]] = [:]) { self.texts = texts }

  /// What fits a side: its own words first, then those for both. An unknown side gets only the latter.
  public func fitting(_ side: Side?) -> [Spoken] {
    switch side {
    case .breaker: (texts[.breaker] ?? []) + (texts[.both] ?? [])
    case .hurt: (texts[.hurt] ?? []) + (texts[.both] ?? [])
    case .both: (texts[.both] ?? []) + (texts[.breaker] ?? [])
    case nil: texts[.both] ?? []
    }
  }

  public func of(_ side: Side) -> [Spoken] { texts[side] ?? [] }

  public var all: [Spoken] { Side.allCases.flatMap { texts[$0] ?? [] } }
}

/// An entry of the knowledge base: what the coach knows about one topic.
public struct KnowledgeEntry: Sendable {
  /// One piece of guidance, in words for each side that it is for.
  public struct Point: Sendable {
    public var said: Sided
    /// Ids of the inventory that it covers.
    public var covers: [String]
    public var sources: [String]
    public var place: Place
    /// Where each name that it draws on stands, for who checks them; rules from the cache know none.
    public var namePlaces: [String: Place] = [:]

    public init(said: Sided, covers: [String] = [], sources: [String] = [], place: Place) {
      self.said = said
      self.covers = covers
      self.sources = sources
      self.place = place
    }
  }

  public struct Source: Sendable, Hashable {
    public var article: String
    public var section: String

    public init(article: String, section: String) {
      self.article = article
      self.section = section
    }
  }

  public var id: String
  public var title: String
  public var points: [Point]
  public var steps: [Spoken]
  public var tries: Sided
  public var asks: Sided
  public var related: [String]
  public var sources: [Source]
  public var place: Place
  /// Where each name that it draws on stands, for who checks them; rules from the cache know none.
  public var namePlaces: [String: Place] = [:]

  public init(
    id: String, title: String, points: [Point], steps: [Spoken] = [], tries: Sided = Sided(),
    asks: Sided = Sided(), related: [String] = [], sources: [Source] = [], place: Place
  ) {
    self.id = id
    self.title = title
    self.points = points
    self.steps = steps
    self.tries = tries
    self.asks = asks
    self.related = related
    self.sources = sources
    self.place = place
  }
}

extension Side: Archivable {
  public static let form = Form<Self>.rawValue
}

extension Sided: Archivable {
  public static let form = Form(Sided.init, \.texts)
}

extension KnowledgeEntry: Archivable {
  public static let form = Form(
    KnowledgeEntry.init(id:title:points:steps:tries:asks:related:sources:place:), \.id, \.title,
    \.points, \.steps, \.tries, \.asks, \.related, \.sources, \.place)
}

extension KnowledgeEntry.Point: Archivable {
  public static let form = Form(
    KnowledgeEntry.Point.init(said:covers:sources:place:), \.said, \.covers, \.sources, \.place)
}

extension KnowledgeEntry.Source: Archivable {
  public static let form = Form(KnowledgeEntry.Source.init, \.article, \.section)
}
