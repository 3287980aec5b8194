// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// What a question that mend asked leads to.
extension Turn {
  mutating func answerToQuestion() -> Reply? {
    guard let question = state.question else { return nil }
    if question.isAboutMatter, policy.coach.replies[label] != nil { return nil }
    switch question.kind {
    case .yesOrNo(let yes, let no):
      if family == "affirm" { return goOn(yes, question) }
      if family == "reject" { return goOn(no, question) }
      return freeAnswer(to: question)
    case .open: return freeAnswer(to: question)
    case .either(let first, let second, _): return choice(family, first, second)
    case .offer(let exercise):
      if family == "affirm" { return begin(exercise) }
      return family == "reject" ? declined() : nil
    case .parked(let parked):
      if family == "affirm" { return takeUp(parked) }
      return family == "reject" ? declined() : nil
    case .promise(let promise): return outcome(of: promise, family)
    case .side: return toldSide(question)
    case .safety: return nil
    }
  }

  private mutating func declined() -> Reply {
    state.misses = 0
    return say("reject", label: label)
  }

  /// What was prepared for a yes or a no; it may itself end with a question, or have told of danger.
  private mutating func goOn(_ branch: Question.Branch, _ question: Question) -> Reply? {
    state.misses = 0
    switch branch {
    case .danger(let intent): return raise(intent)
    case .text(let text):
      let asks =
        text.hasSuffix("?") ? Question(kind: .open, text: text, label: question.label) : nil
      return finish(text, label: label, question: asks, keepsTopic: true)
    }
  }

  /// An answer in free words: taken up, and the talk goes on from there.
  private mutating func freeAnswer(to question: Question) -> Reply? {
    switch family {
    case "affirm": return goOnFromTopic(composer.pattern("yes-taken"), label: label)
    case "reject": return goOnFromTopic(composer.pattern("no-taken"), label: label)
    case "unsure": return unsure(after: question)
    default: break
    }
    if isUnsure { return unsure(after: question) }
    guard context.isFaint(reading), reading.utterance.tokens.count >= 3,
      !context.isQuestion(reading.utterance), !isNoise
    else { return nil }
    let echoed = composer.echoed(reading, around: 0..<reading.utterance.tokens.count)
    return goOnFromTopic(echoed ?? composer.pattern("answer-taken"), label: label)
  }

  /// Not knowing is looked at once; after that the talk goes on, or it would press.
  private mutating func unsure(after question: Question) -> Reply {
    if question.label == Self.unsure {
      return goOnFromTopic(composer.pattern("unsure-again"), label: Self.unsure)
    }
    return say("unsure", label: Self.unsure)
  }

  var isUnsure: Bool {
    isOnly("cue-unsure")
  }

  /// Words that no rule knows: not an answer, however long.
  private var isNoise: Bool {
    let known = reading.utterance.tokens.count { $0.word != 0 }
    return known * 2 < reading.utterance.tokens.count
  }

  /// An opener, and the next point of what the talk is about.
  mutating func goOnFromTopic(_ opener: String?, label: String) -> Reply {
    state.misses = 0
    if let held = heldBack(opener, about: state.topic?.label, label: label) { return held }
    let entry = state.topic?.entry ?? defaultEntry
    for id in [entry] + (policy.coach.knowledge[entry]?.related ?? []) {
      if let body = composer.point(of: id, near: entry, label: state.topic?.label ?? label) {
        return finish(
          joined(opener, body.whole), label: label, question: body.question, keepsTopic: true)
      }
    }
    if let reply = parkedReturn(label, opener: opener) { return reply }
    return closing(joined(opener), label)
  }

  /// Ends with a question that fits anywhere, so that there is always a way on.
  mutating func closing(_ text: String, _ label: String) -> Reply {
    guard !text.hasSuffix("?"), let ask = composer.pattern("ask-open") else {
      return finish(text, label: label, question: state.question, keepsTopic: true)
    }
    return finish(
      joined(text, ask), label: label, question: Question(kind: .open, text: ask, label: label),
      keepsTopic: true)
  }

  /// "Me", "she did", "both of us": the advice that was waiting for it follows.
  private mutating func toldSide(_ question: Question) -> Reply? {
    if state.memory.side == nil {
      guard reading.utterance.tokens.count <= 8 else { return nil }
      let cues = [("cue-both", "both"), ("cue-me", "breaker"), ("cue-them", "hurt")]
      guard let side = cues.first(where: { hears($0.0) })?.1 else {
        return ["unsure", "reject", "affirm"].contains(family)
          ? goOnFromTopic(composer.pattern("unsure-again"), label: label) : nil
      }
      state.memory.set("role", side)
    }
    guard reading.best.tier <= .disclosure,
      let body = composer.body(for: question.label)
    else { return nil }
    return finish(
      joined(composer.pattern("answer-taken"), body.whole), label: label, question: body.question,
      keepsTopic: true)
  }

  private mutating func choice(_ family: String, _ first: String, _ second: String) -> Reply? {
    let words = reading.utterance.tokens.map { policy.rules.templates.lexicon.words[$0.word] }
    guard words.count <= 6 else { return nil }
    if family == "unsure" || words.contains("both") || words.contains("neither") {
      return say("ask-open", label: label)
    }
    let wantsSecond = ["second", "latter", "last", "other", "2"].contains { words.contains($0) }
    let wantsFirst =
      family == "affirm" || ["first", "former", "1"].contains { words.contains($0) }
    if family == "reject", !wantsSecond { return say("reject", label: label) }
    guard wantsFirst || wantsSecond else { return nil }
    let chosen = wantsSecond ? second : first
    guard let body = composer.body(for: chosen) else { return nil }
    return finish(body.whole, label: chosen, question: body.question)
  }

  // MARK: - Parked things

  /// Comes back to something that was said and not answered.
  mutating func parkedReturn(_ label: String, opener: String? = nil) -> Reply? {
    guard let parked = state.parked.first,
      let text = composer.pattern(
        "parked-return", ["words": parked.words, "name": composer.name(of: parked.label)])
    else { return nil }
    state.parked.removeFirst()
    return finish(
      joined(opener, text), label: label,
      question: Question(kind: .parked(parked), text: text, label: parked.label), keepsTopic: true)
  }

  private mutating func takeUp(_ parked: Parked) -> Reply? {
    guard let body = composer.body(for: parked.label) else { return nil }
    var reply = finish(body.whole, label: parked.label, question: body.question)
    reply.intents = [label] + reply.intents.filter { $0 != label }
    return reply
  }

  // MARK: - Promises

  private mutating func outcome(of promise: String, _ family: String) -> Reply? {
    let missed =
      ["reject", "repeating-harm", "losing-patience", "secrecy"].contains(family)
      || hears("cue-missed")
    let kept = !missed && (["affirm", "progress"].contains(family) || hears("cue-kept"))
    guard kept || missed, let index = state.promises.firstIndex(where: { $0.text == promise })
    else { return nil }
    state.promises[index].outcome = kept ? .kept : .missed
    return say(kept ? "promise-kept" : "promise-missed", label: label)
  }

  /// "I'll do that tonight": kept in mind for the next talk.
  mutating func notePromise() -> Reply? {
    guard state.suggestion != nil, hears("cue-promise"), reading.utterance.tokens.count <= 16 else {
      return nil
    }
    return promised()
  }

  mutating func promised() -> Reply? {
    guard let suggestion = state.suggestion else { return nil }
    state.suggestion = nil
    state.promises.append(Promise(text: suggestion))
    let when = composer.pattern("promise-when")
    let question = when.map { Question(kind: .open, text: $0, label: label) }
    return finish(
      joined(composer.pattern("promise-noted"), when), label: label, question: question,
      keepsTopic: true)
  }
}
