// SPDX-License-Identifier: GPL-3.0-or-later

/// A message as words, with its clauses and with every change that reading made to it.
///
/// One value is reused from message to message, so that reading allocates nothing once it is warm.
public struct Utterance: Sendable {
  /// The typed text, as UTF-8.
  public internal(set) var text: [UInt8] = []
  public internal(set) var tokens: [Token] = []
  /// Every change, in the order of the text.
  public internal(set) var ledger: [Rewriting] = []

  var typed: [Token] = []
  /// For each of them, whether it is a correct word of the language that no rule uses; empty while rules are
  /// compiled, when every word is one of theirs.
  var isOnlyCorrect: [Bool] = []
  var word: [UInt8] = []

  public init() {}

  /// The typed text behind some tokens, as it was typed.
  public func typed(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let start = Int(tokens[range.lowerBound].start)
    let end = tokens[range].reduce(start) { max($0, Int($1.end)) }
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  /// Some of the words as an utterance of their own: read once, looked at in parts.
  package func part(_ range: Range<Int>) -> Utterance {
    var part = self
    part.tokens = Array(tokens[range])
    return part
  }

  /// Token ranges between clause breaks.
  public var clauses: [Range<Int>] { ranges { $0.breakBefore > .none } }

  /// Token ranges between sentence breaks.
  public var sentences: [Range<Int>] { ranges { $0.breakBefore == .hard } }

  private func ranges(startingAt opens: (Token) -> Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for index in tokens.indices where index > start && opens(tokens[index]) {
      found.append(start..<index)
      start = index
    }
    if start < tokens.count { found.append(start..<tokens.count) }
    return found
  }
}
