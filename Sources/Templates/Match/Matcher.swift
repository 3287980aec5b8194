// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Finds every template of a set that matches an utterance.
///
/// 1. Every value of every list is marked on the message in one walk.
/// 2. A template is tried only in a sentence that has its rarest needed word or list, and two more.
/// 3. Trying it is a `Walk`: linear in the words whatever the template.
/// 4. Only where that succeeds does a `Tracer` follow the match again, to learn where it began and what it
///    captured.
///
/// A matcher keeps its memory from message to message, so it belongs to one thread.
public final class Matcher {
  public let set: TemplateSet
  private var search: Search

  public init(_ set: TemplateSet) {
    self.set = set
    search = Search(set)
  }

  /// How many places have been looked at since the matcher was made: what matching costs, in units that
  /// are the same on every machine.
  public var steps: Int { search.steps }

  /// Every match, in the order of the text.
  public func matches(in utterance: Utterance) -> [TemplateMatch] {
    search.matches(in: utterance, of: set)
  }
}
