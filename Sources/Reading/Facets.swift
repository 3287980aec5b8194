// SPDX-License-Identifier: GPL-3.0-or-later

import Archive

/// Whose statement a clause is.
public enum Holder: String, Sendable, CaseIterable {
  case speaker
  /// Another, as the speaker tells it ("he says it was nothing").
  case other
  /// A saying, a film, people in general.
  case nobody
}

/// Whether a statement is meant.
public enum Stance: String, Sendable, CaseIterable {
  case held
  case negated
  /// Given up: "I used to say", "I know it wasn't".
  case letGo = "let-go"
  case supposed
  case asked
}

/// When it holds.
public enum Time: String, Sendable, CaseIterable {
  case now
  /// Past and over.
  case past
}

/// What is known about a stretch of words besides the words.
public struct Facets: Sendable, Equatable {
  public var holder: Holder
  public var stance: Stance
  public var time: Time

  public init(holder: Holder = .speaker, stance: Stance = .held, time: Time = .now) {
    self.holder = holder
    self.stance = stance
    self.time = time
  }
}

/// A stretch of an utterance between breaks, with its facets.
public struct Clause: Sendable, Equatable {
  public var tokens: Range<Int>
  public var facets: Facets

  public init(tokens: Range<Int>, facets: Facets) {
    self.tokens = tokens
    self.facets = facets
  }
}

extension Holder: Archivable {
  public static let form = Form<Self>.rawValue
}

extension Stance: Archivable {
  public static let form = Form<Self>.rawValue
}

extension Time: Archivable {
  public static let form = Form<Self>.rawValue
}
