// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// "No, she lied to me": the new version is taken, and what was learnt wrongly goes.
extension Turn {
  mutating func correction() -> Reply? {
    guard state.turn > 1 else { return nil }
    // What is put right without turning anything round: taken, and the talk goes on.
    if label == "reject.restated" {
      return turnedSide() ?? otherPerson()
        ?? goOnFromTopic(composer.pattern("restated"), label: label)
    }
    let isPointedOut = hears("cue-not-meant")
    if isPointedOut || opensWithNo, let reply = turnedSide() { return reply }
    if isPointedOut || opensWithNo && setsApart, let reply = otherPerson() { return reply }
    guard isPointedOut, reading.utterance.tokens.count <= 12 else { return nil }
    return say("correction-ask", label: label)
  }

  /// Who broke trust was taken the wrong way round.
  private mutating func turnedSide() -> Reply? {
    let told =
      (reading.intents.prefix(4).filter(\.isFromTemplate).compactMap { $0.facts["role"] }
      + reading.facts.filter { $0.name == "role" }.map(\.value)).first
    guard let told, let known = state.memory["role"], told != known, known != "both" else {
      return nil
    }
    state.memory.set("role", told)
    state.memory.forget("breach")
    state.memory.learn(from: reading)
    state.topic = nil
    let facts = [
      "breaker": "it was your doing", "hurt": "it was done to you",
      "both": "there is a part on each side",
    ]
    return corrected(facts[told] ?? "it was the other way round")
  }

  /// "My sister, not my wife": the other is somebody else.
  private mutating func otherPerson() -> Reply? {
    guard let known = state.memory["other"],
      let told = reading.facts.last(where: { $0.name == "other" && $0.value != known })
    else { return nil }
    for name in ["other", "relation", "pronoun"] { state.memory.forget(name) }
    state.memory.learn(from: reading, except: known)
    state.memory.set("other", told.value)
    return corrected("this is about \(Wording(memory: state.memory).other)")
  }

  private mutating func corrected(_ fact: String) -> Reply {
    let opener = composer.pattern("correction", ["fact": fact])
    guard let focus, focus.tier != .safety,
      let body = composer.body(for: focus.intent.description)
    else { return closing(opener ?? "", label) }
    return finish(
      joined(opener, body.whole), label: focus.intent.description, question: body.question)
  }

  /// "Not my wife, my sister": one is put in the place of another, or there is nothing else in it.
  private var setsApart: Bool {
    wordList.count <= 4 || wordList.contains { ["not", "mean", "meant", "actually"].contains($0) }
  }

  private var opensWithNo: Bool {
    let lexicon = policy.rules.templates.lexicon
    let first = reading.utterance.tokens.prefix(2).map { lexicon.words[$0.word] }
    return first.contains {
      ["no", "nope", "not", "wait", "actually", "sorry", "hang"].contains($0)
    }
  }
}
