// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// The heart of a reply: one piece of guidance, and one question or one small step.
extension Composer {
  struct Body {
    var text: String
    /// The question or the step.
    var ending: String?
    var question: Question?

    var whole: String { ending.map { "\(text) \($0)" } ?? text }
  }

  enum Ending { case either, none }

  /// An answer to a label: one of its replies, else a point of its knowledge entry.
  mutating func body(for label: String) -> Body? {
    variant(for: label) ?? point(of: entryID(for: label), label: label)
  }

  /// The knowledge entry that a label draws on.
  func entryID(for label: String) -> String? {
    let family = Context.family(label)
    let named = coach.replies(to: label)?.guidance.first { coach.knowledge[$0] != nil }
    return named ?? (coach.knowledge[family] != nil ? family : nil)
  }

  private mutating func variant(for label: String) -> Body? {
    guard let replies = coach.replies(to: label) else { return nil }
    let fitting = replies.variants.filter { meets($0.conditions) && isFresh($0) }
    let special = fitting.filter { !$0.conditions.isEmpty }
    let general = fitting.filter(\.conditions.isEmpty)
    // Texts for the very situation come first, but not only they, or the talk would narrow.
    let pool = special.isEmpty || (state.turn % 3 == 2 && !general.isEmpty) ? general : special
    let wording = Wording(memory: state.memory)
    guard
      let chosen = state.freshness.choose(pool, seed: seed, text: { wording.filled($0.text.text) })
    else {
      return nil
    }
    note(chosen.text)
    draw(on: replies.guidance)
    var body = body(chosen, label, wording)
    if body.ending == nil { end(&body, entry: entryID(for: label), label) }
    return body
  }

  /// Whether a variant's conditions hold, of the person or of the talk.
  private func meets(_ conditions: [String: [String]]) -> Bool {
    conditions.allSatisfy { name, accepted in
      known[name].map { !$0.isDisjoint(with: accepted) } ?? false
    }
  }

  private func isFresh(_ variant: ReplyVariant) -> Bool {
    let wording = Wording(memory: state.memory)
    return [variant.text, variant.ask, variant.step].compactMap { $0 }.allSatisfy {
      state.freshness.isFresh(wording.filled($0.text))
    }
  }

  mutating func body(_ variant: ReplyVariant, _ label: String, _ wording: Wording) -> Body {
    var body = Body(text: wording.filled(variant.text.text))
    if let ask = variant.ask {
      let asked = wording.filled(ask.text)
      body.ending = asked
      let kind = variant.questionKind { wording.filled($0) }
      body.question = Question(kind: kind, text: asked, label: label)
    } else if let step = variant.step {
      let said = wording.filled(step.text)
      state.suggestion = said
      body.ending = said
    }
    return body
  }

  /// A point of a knowledge entry that was not made yet, with a question or a step.
  ///
  /// - Parameter near: the entry that is talked about, where this one may be another that is related.
  mutating func point(
    of entryID: String?, near: String? = nil, label: String, ending: Ending = .either
  ) -> Body? {
    guard let entryID, let entry = coach.knowledge[entryID] else { return nil }
    let wording = Wording(memory: state.memory)
    let side = side(of: entryID, near: near ?? entryID)
    let said = entry.points.flatMap { $0.said.fitting(side) }
    // The sources' own order is the order in which things are best told.
    guard let chosen = said.first(where: { state.freshness.isFresh(wording.filled($0.text)) })
    else { return nil }
    note(chosen)
    draw(on: [entryID])
    var body = Body(text: wording.filled(chosen.text))
    if ending == .either { end(&body, entry: entryID, label) }
    return body
  }

  /// The side that speaks: as it was told, or else the one that an entry is for by its nature.
  func side(of entry: String) -> Side? { state.memory.side ?? sides[entry] }

  /// The same for an entry that is only related to what is talked about: it may be for the other side, so
  /// its nature tells nothing of who speaks.
  private func side(of entry: String, near: String?) -> Side? {
    entry == near ? side(of: entry) : state.memory.side
  }

  /// Ends a body with a question or a step, from its entry or one near it, or with one that fits anywhere.
  private mutating func end(_ body: inout Body, entry: String?, _ label: String) {
    let near = [entry].compactMap { $0 } + (entry.flatMap { coach.knowledge[$0]?.related } ?? [])
    let wantsStep = state.turn % 2 == 1
    for id in near {
      for isStep in [wantsStep, !wantsStep] {
        guard let ending = isStep ? step(of: id, near: entry) : ask(of: id, near: entry) else {
          continue
        }
        body.ending = ending
        if isStep {
          state.suggestion = ending
        } else {
          body.question = Question(kind: .open, text: ending, label: label)
        }
        return
      }
    }
    guard let ask = pattern("ask-open") else { return }
    body.ending = ask
    body.question = Question(kind: .open, text: ask, label: label)
  }

  private mutating func step(of id: String, near: String?) -> String? {
    coach.knowledge[id].flatMap { fresh($0.tries.fitting(side(of: id, near: near))) }
  }

  private mutating func ask(of id: String, near: String?) -> String? {
    coach.knowledge[id].flatMap { fresh($0.asks.fitting(side(of: id, near: near))) }
  }

  private mutating func fresh(_ texts: [Spoken]) -> String? {
    let wording = Wording(memory: state.memory)
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
      if let step = step(of: id, near: entryID) {
        draw(on: [id])
        return step
      }
    }
    return nil
  }
}
