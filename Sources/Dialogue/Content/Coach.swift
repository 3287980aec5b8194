// SPDX-License-Identifier: GPL-3.0-or-later

import Archive

/// Everything that the coach can say, as values.
public struct Coach: Sendable {
  public var replies: [String: Replies]
  public var knowledge: [String: KnowledgeEntry]
  /// Ways of dealing with the talk itself, by name (`greeting`, `clarify`, `return-parked`).
  public var patterns: [String: [Spoken]]
  public var exercises: [Exercise]
  public var contacts: [Contact]

  public init(
    replies: [String: Replies] = [:], knowledge: [String: KnowledgeEntry] = [:],
    patterns: [String: [Spoken]] = [:], exercises: [Exercise] = [], contacts: [Contact] = []
  ) {
    self.replies = replies
    self.knowledge = knowledge
    self.patterns = patterns
    self.exercises = exercises
    self.contacts = contacts
  }

  /// The replies for an intent, or those of its family.
  public func replies(to intent: String) -> Replies? {
    replies[intent] ?? replies[String(intent.prefix { $0 != "." })]
  }
}

extension Coach: Archivable {
  public static let form = Form(
    Coach.init(replies:knowledge:patterns:exercises:contacts:), \.replies, \.knowledge, \.patterns,
    \.exercises, \.contacts)
}
