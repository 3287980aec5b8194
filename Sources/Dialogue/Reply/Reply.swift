// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// What is said in answer to one message, and what it was made from.
public struct Reply: Sendable {
  public var text: String
  /// What the message was taken to mean in this talk, best first.
  public var intents: [String]
  /// Knowledge entries that it draws on; the first is the one to show as the source.
  public var guidance: [String]
  /// Where its texts stand in the rule files.
  public var places: [String]
  /// The label that it answers.
  public var answered: String
  /// Labels that wait to be answered later.
  public var parked: [String]
  public var reading: Reading?
  /// Whether the talk is over.
  public var isGoodbye = false
  public var isDanger = false

  public init(
    text: String, intents: [String], guidance: [String] = [], places: [String] = [],
    answered: String = "",
    parked: [String] = [], reading: Reading? = nil
  ) {
    self.text = text
    self.intents = intents
    self.guidance = guidance
    self.places = places
    self.answered = answered
    self.parked = parked
    self.reading = reading
  }
}
