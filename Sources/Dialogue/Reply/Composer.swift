// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading

/// Puts replies together from what the rule files say, fresh and fit for whoever speaks.
struct Composer {
  let coach: Coach
  let echo: Echo
  let lexicon: Lexicon
  var state: State
  /// Facts of the person and of the talk, for conditions.
  let known: [String: Set<String>]
  /// Which side each knowledge entry is for, where it is for one.
  let sides: [String: Side]
  private(set) var places: [String] = []
  private(set) var guidance: [String] = []

  init(
    coach: Coach, echo: Echo, lexicon: Lexicon, state: State, known: [String: Set<String>] = [:],
    sides: [String: Side] = [:]
  ) {
    self.coach = coach
    self.echo = echo
    self.lexicon = lexicon
    self.state = state
    self.known = known
    self.sides = sides
  }

  var seed: UInt64 { state.seed &* 31 &+ UInt64(state.turn) }

  // MARK: - Single texts

  /// One of the texts of a pattern, filled; nil where the rules have none.
  mutating func pattern(_ name: String, _ extra: [String: String] = [:]) -> String? {
    guard let texts = coach.patterns[name], !texts.isEmpty else { return nil }
    let wording = Wording(memory: state.memory, extra: extra)
    guard let chosen = state.freshness.choose(texts, seed: seed, text: { wording.filled($0.text) })
    else { return nil }
    note(chosen)
    return wording.filled(chosen.text)
  }

  /// One of the texts of a pattern that was not said before.
  mutating func freshPattern(_ name: String, _ extra: [String: String] = [:]) -> String? {
    let wording = Wording(memory: state.memory, extra: extra)
    let texts = (coach.patterns[name] ?? []).filter {
      state.freshness.isFresh(wording.filled($0.text))
    }
    guard let chosen = state.freshness.choose(texts, seed: seed, text: { wording.filled($0.text) })
    else { return nil }
    note(chosen)
    return wording.filled(chosen.text)
  }

  /// What a label is called inside a sentence ("how quiet your wife has gone").
  func name(of label: String) -> String {
    let texts = coach.patterns["name-\(label)"] ?? coach.patterns["name-\(Context.family(label))"]
    return texts?.first.map {
      Wording(memory: state.memory).filled($0.text)
    } ?? "what you told me"
  }

  /// Names the entries that a reply draws on.
  mutating func draw(on entries: [String]) { guidance = entries }

  mutating func note(_ spoken: Spoken) { places.append("\(spoken.place)") }

  // MARK: - Showing that it was heard

  /// A short sentence that shows what was heard, in the person's own words; nil where none would be right.
  mutating func heard(_ reading: Reading, _ heard: Heard) -> String? {
    if let text = echoed(
      reading, around: heard.tokens, tier: heard.tier,
      isClaim: Self.claims.contains(heard.intent.family))
    {
      return text
    }
    // Whoever stays with a subject need not be told what it is, nor whoever has just told what happened; and
    // said every time it would sound like a form.
    guard heard.tier == .topic || heard.tier == .pitfall, state.turn > 1,
      state.turn - (state.lastLead ?? -Self.turnsBetweenLeads) >= Self.turnsBetweenLeads,
      state.topic.map({ Context.family($0.label) }) != heard.intent.family,
      let lead = frame("hear-name", ["name": name(of: heard.intent.description)])
    else { return nil }
    state.lastLead = state.turn
    return lead
  }

  /// From one naming of the subject to the next.
  private static let turnsBetweenLeads = 4

  /// Families in which somebody says how things are, rather than what happened.
  private static let claims: Set<String> = [
    "denial", "defensiveness", "losing-patience", "quick-fix", "control", "resentment",
    "tolerating-harm", "self-punishment", "partner-denial", "complaint",
  ]

  /// A few words of theirs given back, where that reads well.
  mutating func echoed(
    _ reading: Reading, around tokens: Range<Int>, tier: Tier = .conversation, isClaim: Bool = false
  ) -> String? {
    let reflection = echo.reflect(reading, around: tokens, lexicon: lexicon)
    if let doing = reflection.doing, tier == .disclosure || tier == .pitfall, state.turn % 2 == 0,
      let text = frame("hear-doing", ["doing": doing])
    {
      return text
    }
    if let clause = reflection.clause, isClaim || !clause.hasPrefix("it ") {
      // What was done or suffered can be said plainly; what somebody claims is theirs to say.
      let name = isClaim ? "hear-clause" : "hear-fact"
      if let text = frame(name, ["echo": clause]) { return text }
    }
    return reflection.quote.flatMap { frame("hear-quote", ["quote": $0]) }
  }

  /// The words of the clause around a match, to come back to later; the match itself where they are many.
  func clauseWords(_ reading: Reading, _ heard: Heard) -> String {
    let clause = reading.clauses.first { $0.tokens.overlaps(heard.tokens) }?.tokens
    guard let clause, clause.count <= 14 else { return heard.matched }
    return reading.utterance.typed(clause)
  }

  /// A frame that was not used lately, or nil: better no echo than the same one again.
  private mutating func frame(_ name: String, _ extra: [String: String]) -> String? {
    let bare = (coach.patterns[name] ?? []).filter { !state.usedFrames.contains($0.text) }
    let wording = Wording(memory: state.memory, extra: extra)
    guard let chosen = state.freshness.choose(bare, seed: seed, text: { wording.filled($0.text) }),
      state.freshness.isFresh(wording.filled(chosen.text))
    else { return nil }
    state.usedFrames.append(chosen.text)
    if state.usedFrames.count > 6 { state.usedFrames.removeFirst() }
    note(chosen)
    return wording.filled(chosen.text)
  }
}
