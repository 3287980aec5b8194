// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Findings

/// A guided exercise: questions asked one by one, and a written result that the person keeps.
public struct Exercise: Sendable {
  public struct Step: Sendable {
    public var id: String
    public var ask: Spoken
    /// An example, or help with the answer.
    public var hint: Spoken?
    /// Said when they do not know.
    public var more: Spoken?

    public init(id: String, ask: Spoken, hint: Spoken? = nil, more: Spoken? = nil) {
      self.id = id
      self.ask = ask
      self.hint = hint
      self.more = more
    }
  }

  public var id: String
  public var title: String
  public var side: Side
  public var about: [String]
  public var offer: Spoken
  public var opening: Spoken
  public var steps: [Step]
  public var closing: Spoken
  /// What the person means to do with it, to be asked about next time.
  public var promise: Spoken?
  /// Markdown with `{step-id}` where the answers go.
  public var document: String
  public var place: Place
  /// Where each name that it draws on stands, for who checks them; rules from the cache know none.
  public var namePlaces: [String: Place] = [:]

  public init(
    id: String, title: String, side: Side, about: [String], offer: Spoken, opening: Spoken,
    steps: [Step], closing: Spoken, promise: Spoken? = nil, document: String, place: Place
  ) {
    self.id = id
    self.title = title
    self.side = side
    self.about = about
    self.offer = offer
    self.opening = opening
    self.steps = steps
    self.closing = closing
    self.promise = promise
    self.document = document
    self.place = place
  }
}

extension Exercise: Archivable {
  public static let form = Form(
    Exercise.init(id:title:side:about:offer:opening:steps:closing:promise:document:place:), \.id,
    \.title, \.side, \.about, \.offer, \.opening, \.steps, \.closing, \.promise, \.document, \.place
  )
}

extension Exercise.Step: Archivable {
  public static let form = Form(Exercise.Step.init(id:ask:hint:more:), \.id, \.ask, \.hint, \.more)
}
