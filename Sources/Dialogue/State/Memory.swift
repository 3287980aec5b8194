// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// What is known of the person and their situation, as they told it.
public struct Memory: Sendable, Equatable {
  /// Facts by name, each with its values in the order in which they were learnt.
  public private(set) var facts: [String: [String]] = [:]

  /// Facts that have one value at a time: a new one takes the place of the old.
  private static let single: Set<String> = [
    "role", "other", "relation", "pronoun", "since", "stage",
  ]

  /// Whether who broke trust was only supposed from what a message was like, so that a plain word counts more.
  public private(set) var hasGuessedRole = false
  /// Messages in a row that the supposed side would hardly say.
  private var doubts = 0

  public init() {}

  public subscript(name: String) -> String? { facts[name]?.last }

  public var side: Side? { self["role"].flatMap { Side(rawValue: $0) } }

  /// The same as sets, for conditions.
  public var known: [String: Set<String>] { facts.mapValues { Set($0) } }

  public mutating func set(_ name: String, _ value: String) { facts[name] = [value] }

  public mutating func forget(_ name: String) { facts[name] = nil }

  /// Adds a fact as learnt in passing: what was told first about a person stays until it is corrected.
  public mutating func learn(_ name: String, _ value: String) {
    let value = String(value.prefix(60))
    guard !value.isEmpty else { return }
    if Self.single.contains(name) {
      if facts[name] == nil { facts[name] = [value] }
    } else if facts[name]?.contains(value) != true {
      facts[name, default: []].append(value)
    }
  }

  /// Takes in what one message told.
  ///
  /// - Parameter other: a word for the other that was just put right, and so is not learnt again.
  public mutating func learn(from reading: Reading, except other: String? = nil) {
    learnRole(from: reading)
    for fact in reading.facts where fact.name != "role" && fact.value != other {
      learn(fact.name, fact.value)
    }
    for heard in reading.intents where heard.isFromTemplate {
      for (name, value) in heard.facts.sorted(by: { $0.key < $1.key }) where name != "role" {
        learn(name, value)
      }
    }
  }

  /// Notes that a message is what somebody on one side of a breach says. A side that was only supposed is given
  /// up once this speaks against it for the second time.
  public mutating func note(sideOfWords side: String?) {
    guard hasGuessedRole, let side, let role = self["role"], role != "both" else {
      return
    }
    if side == role {
      doubts = 0
    } else {
      doubts += 1
      if doubts == Self.mostDoubts { set("role", side) }
    }
  }

  private static let mostDoubts = 2

  /// The role is taken from what was surely told: a template's word, or the best reading.
  private mutating func learnRole(from reading: Reading) {
    let sure = reading.intents.enumerated().filter { rank, heard in
      rank < (heard.isFromTemplate ? 3 : 1) || heard.isFromTemplate && heard.tier == .disclosure
    }
    // Who broke trust is told by what happened more surely than by how it is spoken of, and by words more
    // surely than by likeness.
    let byWords = sure.filter {
      $0.element.isFromTemplate
        && ($0.element.tier == .disclosure
          || reading.best.points - $0.element.points <= Context.sideReach)
    }
    let disclosed = byWords.filter { $0.element.tier == .disclosure }
    let told =
      (disclosed + byWords + sure).compactMap { $0.element.facts["role"] }
      + reading.facts.filter { $0.name == "role" }.map(\.value)
    guard let first = told.first else { return }
    let isTold = sure.contains { $0.element.isFromTemplate && $0.element.facts["role"] != nil }
    if self["role"] == nil || hasGuessedRole && isTold {
      set("role", first)
      hasGuessedRole = !isTold && !reading.facts.contains { $0.name == "role" }
    } else if reading.best.isFromTemplate, reading.best.facts["role"] == "both" {
      set("role", "both")
    }
  }

}
