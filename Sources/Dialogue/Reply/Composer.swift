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
  private(set) var places: [String] = []
  private(set) var guidance: [String] = []

  init(coach: Coach, echo: Echo, lexicon: Lexicon, state: State) {
    self.coach = coach
    self.echo = echo
    self.lexicon = lexicon
    self.state = state
  }

  private var seed: UInt64 { state.seed &* 31 &+ UInt64(state.turn) }

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

  /// What a label is called inside a sentence ("how quiet your wife has gone").
  mutating func name(of label: String) -> String {
    let family = String(label.prefix { $0 != "." })
    let texts = coach.patterns["name-\(family)"]
    return texts?.first.map { Wording(memory: state.memory).filled($0.text) }
      ?? family.split(separator: "-").joined(separator: " ")
  }

  /// Names the entries that a reply draws on.
  mutating func draw(on entries: [String]) { guidance = entries }

  private mutating func note(_ spoken: Spoken) { places.append("\(spoken.place)") }

  // MARK: - Showing that it was heard

  /// A short sentence that shows what was heard, in the person's own words; nil where none would be right.
  mutating func heard(_ reading: Reading, _ heard: Heard) -> String? {
    let reflection = echo.reflect(reading, around: heard.tokens, lexicon: lexicon)
    if let doing = reflection.doing, state.turn % 2 == 0,
      let text = frame("hear-doing", ["doing": doing])
    {
      return text
    }
    if let clause = reflection.clause, let text = frame("hear-clause", ["echo": clause]) {
      return text
    }
    if let quote = reflection.quote, reading.utterance.tokens.count > 4,
      let text = frame("hear-quote", ["quote": quote])
    {
      return text
    }
    return frame("hear-\(heard.tier.rawValue)", [:])
  }

  /// A frame that was not used before, or nil: better no echo than the same one again.
  private mutating func frame(_ name: String, _ extra: [String: String]) -> String? {
    let bare = (coach.patterns[name] ?? []).filter { !state.usedFrames.contains($0.text) }
    let wording = Wording(memory: state.memory, extra: extra)
    guard let chosen = state.freshness.choose(bare, seed: seed, text: { wording.filled($0.text) }),
      state.freshness.isFresh(wording.filled(chosen.text))
    else { return nil }
    state.usedFrames.append(chosen.text)
    if state.usedFrames.count > 8 { state.usedFrames.removeFirst() }
    note(chosen)
    return wording.filled(chosen.text)
  }

  // MARK: - Bodies

  struct Body {
    var text: String
    var question: Question?
  }

  /// An answer to a label: one of its replies, else a point of its knowledge entry.
  mutating func body(for label: String) -> Body? {
    variant(for: label) ?? point(of: entryID(for: label), label: label)
  }

  /// The knowledge entry that a label draws on.
  func entryID(for label: String) -> String? {
    let family = String(label.prefix { $0 != "." })
    let named = coach.replies(to: label)?.guidance.first { coach.knowledge[$0] != nil }
    return named ?? (coach.knowledge[family] != nil ? family : nil)
  }

  private mutating func variant(for label: String) -> Body? {
    guard let replies = coach.replies(to: label) else { return nil }
    let fitting = replies.variants.filter { state.memory.meets($0.conditions) }
    let special = fitting.filter { !$0.conditions.isEmpty && isFresh($0) }
    let general = fitting.filter { $0.conditions.isEmpty && isFresh($0) }
    // Texts for the very situation come first, but not only they, or the talk would narrow.
    let pool = special.isEmpty || (state.turn % 3 == 2 && !general.isEmpty) ? general : special
    let wording = Wording(memory: state.memory)
    guard
      let chosen = state.freshness.choose(pool, seed: seed, text: { wording.filled($0.text.text) })
    else {
      return nil
    }
    note(chosen.text)
    guidance = replies.guidance
    return body(chosen, label, wording)
  }

  private func isFresh(_ variant: ReplyVariant) -> Bool {
    let wording = Wording(memory: state.memory)
    return state.freshness.isFresh(wording.filled(variant.text.text))
      && state.freshness.isFresh(variant.ask.map { wording.filled($0.text) } ?? "")
  }

  mutating func body(_ variant: ReplyVariant, _ label: String, _ wording: Wording) -> Body {
    var text = wording.filled(variant.text.text)
    var question: Question?
    if let ask = variant.ask {
      let asked = wording.filled(ask.text)
      text += " " + asked
      var kind = Question.Kind.open
      if let yes = variant.yes, let no = variant.no {
        kind = .yesOrNo(yes: wording.filled(yes.text), no: wording.filled(no.text))
      }
      question = Question(kind: kind, text: asked, label: label)
    } else if let step = variant.step {
      let said = wording.filled(step.text)
      state.suggestion = said
      text += " " + said
    }
    return Body(text: text, question: question)
  }

  /// A point of a knowledge entry that was not made yet, with a question or a step.
  mutating func point(of entryID: String?, label: String, ending: Ending = .either) -> Body? {
    guard let entryID, let entry = coach.knowledge[entryID] else { return nil }
    let wording = Wording(memory: state.memory)
    let side = state.memory.side
    let said = entry.points.flatMap { $0.said.fitting(side) }
    let all = said.isEmpty ? entry.points.flatMap { $0.said.of(.both) } : said
    let points = all.filter { state.freshness.isFresh(wording.filled($0.text)) }
    // The sources' own order is the order in which things are best told.
    guard let chosen = points.first else { return nil }
    note(chosen)
    guidance = [entryID]
    var body = Body(text: wording.filled(chosen.text))
    add(ending, of: entry, side, label, wording, to: &body)
    return body
  }

  enum Ending { case question, step, either, none }

  private mutating func add(
    _ ending: Ending, of entry: KnowledgeEntry, _ side: Side?, _ label: String, _ wording: Wording,
    to body: inout Body
  ) {
    let wantsStep = ending == .step || ending == .either && state.turn % 2 == 1
    if wantsStep, let step = fresh(entry.tries.fitting(side), wording) {
      body.text += " " + step
      state.suggestion = step
      return
    }
    guard ending != .none, ending != .step || !wantsStep else { return }
    if let ask = fresh(entry.asks.fitting(side), wording) {
      body.text += " " + ask
      body.question = Question(kind: .open, text: ask, label: label)
    } else if let step = fresh(entry.tries.fitting(side), wording) {
      body.text += " " + step
    }
  }

  private mutating func fresh(_ texts: [Spoken], _ wording: Wording) -> String? {
    let unused = texts.filter { state.freshness.isFresh(wording.filled($0.text)) }
    guard let chosen = state.freshness.choose(unused, seed: seed, text: { $0.text }) else {
      return nil
    }
    note(chosen)
    return wording.filled(chosen.text)
  }

  /// One small step from an entry or those related to it.
  mutating func step(from entryID: String?) -> String? {
    let ids = [entryID].compactMap { $0 } + (entryID.flatMap { coach.knowledge[$0]?.related } ?? [])
    for id in ids {
      guard let entry = coach.knowledge[id] else { continue }
      if let step = fresh(entry.tries.fitting(state.memory.side), Wording(memory: state.memory)) {
        guidance = [id]
        return step
      }
    }
    return nil
  }

  // MARK: - Danger

  /// What is said at one stage of a conversation about danger.
  mutating func safety(_ intent: String, _ stage: SafetyStage, region: String?) -> Body? {
    let family = String(intent.prefix { $0 != "." })
    guard let variants = coach.replies(to: family)?.stages[stage] else { return nil }
    let wording = Wording(memory: state.memory, extra: help(family, region))
    guard
      let chosen = state.freshness.choose(
        variants, seed: seed, text: { wording.filled($0.text.text) })
    else {
      return nil
    }
    note(chosen.text)
    var body = body(chosen, family, wording)
    body.question = Question(kind: .safety, text: body.question?.text ?? "", label: family)
    return body
  }

  private func help(_ family: String, _ region: String?) -> [String: String] {
    let kind =
      switch family {
      case "crisis-abuse": "abuse"
      case "crisis-harm-to-other": "harming"
      case "crisis-child": "child"
      default: "self_harm"
      }
    let here = coach.contacts.first { $0.region == region }
    let anywhere = coach.contacts.first { $0.region == "anywhere" }
    return [
      "emergency": here?.emergency ?? anywhere?.emergency ?? "112 or 911",
      "line": here?.lines[kind] ?? anywhere?.lines[kind] ?? anywhere?.lines["self_harm"]
        ?? "a free help line near you (findahelpline.com lists them by country)",
    ]
  }
}
