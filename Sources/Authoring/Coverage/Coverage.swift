// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// What of the rules the tests in them and the saved talks reach, so that an author sees what nobody tried.
public struct Coverage: Sendable {
  /// A part of the rules that can be reached.
  public enum Part: String, Sendable, CaseIterable, Comparable {
    case intents, templates, alternatives
    case listValues = "list values"
    case replies, knowledge, answers

    public static func < (left: Part, right: Part) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  public struct Item: Sendable {
    public var part: Part
    /// The intent's name, the template, the branch, the beginning of the reply …
    public var name: String
    public var place: Place
    /// How many examples and counterexamples reach it.
    public var tests = 0
    /// How many turns of transcripts do.
    public var turns = 0

    public var isReached: Bool { tests + turns > 0 }
  }

  /// Sorted by part, place and name.
  public let items: [Item]

  init(_ items: [Item]) {
    self.items = items.sorted {
      ($0.part, $0.place, $0.name) < ($1.part, $1.place, $1.name)
    }
  }

  public func items(of part: Part) -> [Item] { items.filter { $0.part == part } }

  /// How many items a part has, and how many of them are reached.
  public func sum(of part: Part) -> (reached: Int, all: Int) {
    let items = items(of: part)
    return (items.count(where: \.isReached), items.count)
  }
}
