// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// What a question that mend asked leads to.
extension Turn {
  mutating func answerToQuestion() -> Reply? {
    guard let question = state.question else { return nil }
    let label = reading.best.intent.family
    switch question.kind {
    case .yesOrNo(let yes, let no):
      if label == "affirm" { return goOn(yes, question) }
      if label == "reject" { return goOn(no, question) }
      return freeAnswer(to: question, label)
    case .open: return freeAnswer(to: question, label)
    case .either(let first, let second, let words):
      return choice(label, first, second, words)
    case .offer(let exercise):
      if label == "affirm" { return begin(exercise) }
      if label == "reject" {
        return finish(
          composer.pattern("reject") ?? "", label: label, question: nil, keepsTopic: true)
      }
      return nil
    case .parked(let parked):
      if label == "affirm" { return takeUp(parked) }
      if label == "reject" {
        return finish(
          composer.pattern("reject") ?? "", label: label, question: nil, keepsTopic: true)
      }
      return nil
    case .promise(let promise): return outcome(of: promise, label)
    case .safety: return nil
    }
  }

  /// What was prepared for a yes or a no; it may itself end with a question.
  private mutating func goOn(_ text: String, _ question: Question) -> Reply {
    state.misses = 0
    let label = reading.best.intent.description
    let asks = text.hasSuffix("?") ? Question(kind: .open, text: text, label: question.label) : nil
    return finish(text, label: label, question: asks, keepsTopic: true)
  }

  /// An answer in free words: taken up, and the talk goes on from there.
  private mutating func freeAnswer(to question: Question, _ label: String) -> Reply? {
    if ["affirm", "reject"].contains(label) {
      let opener = composer.pattern(label)
      return goOnFromTopic(opener, label: reading.best.intent.description)
    }
    if label == "unsure" || isUnsure {
      return goOnFromTopic(composer.pattern("unsure"), label: "unsure")
    }
    guard reading.isFallback, reading.utterance.tokens.count >= 3 else { return nil }
    return goOnFromTopic(composer.pattern("answer-taken"), label: reading.best.intent.description)
  }

  var isUnsure: Bool {
    policy.coach.patterns["cue-unsure"].map { isOnly($0) } == true
  }

  /// An opener, and the next point of what the talk is about if the opener does not ask something itself.
  mutating func goOnFromTopic(_ opener: String?, label: String) -> Reply {
    state.misses = 0
    let start = opener ?? ""
    if start.contains("?") {
      let question = Question(kind: .open, text: start, label: state.topic?.label ?? label)
      return finish(start, label: label, question: question, keepsTopic: true)
    }
    if let body = composer.point(of: state.topic?.entry, label: state.topic?.label ?? label) {
      return finish(
        joined(start, body.text), label: label, question: body.question, keepsTopic: true)
    }
    if let reply = parkedReturn(label) { return reply }
    return finish(start, label: label, question: nil, keepsTopic: true)
  }

  func joined(_ parts: String?...) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private mutating func choice(_ label: String, _ first: String, _ second: String, _ words: String)
    -> Reply?
  {
    let text = text.lowercased()
    let wantsSecond = ["second", "latter", "the other", "last one"].contains { text.contains($0) }
    let wantsFirst = label == "affirm" || ["first", "former"].contains { text.contains($0) }
    guard wantsFirst || wantsSecond else { return nil }
    let chosen = wantsSecond ? second : first
    guard let body = composer.body(for: chosen) else { return nil }
    return finish(body.text, label: chosen, question: body.question)
  }

  // MARK: - Parked things

  /// Comes back to something that was said and not answered.
  mutating func parkedReturn(_ label: String, opener: String? = nil) -> Reply? {
    guard let parked = state.parked.first else { return nil }
    state.parked.removeFirst()
    guard
      let text = composer.pattern(
        "parked-return", ["words": parked.words, "name": composer.name(of: parked.label)])
    else { return nil }
    return finish(
      joined(opener, text), label: label,
      question: Question(kind: .parked(parked), text: text, label: parked.label),
      keepsTopic: true)
  }

  private mutating func takeUp(_ parked: Parked) -> Reply? {
    guard let body = composer.body(for: parked.label) else { return nil }
    state.topic = Topic(label: parked.label, entry: composer.guidance.first)
    return finish(
      body.text, label: reading.best.intent.description, question: body.question, keepsTopic: true)
  }

  // MARK: - Promises

  private mutating func outcome(of promise: String, _ label: String) -> Reply? {
    let kept = ["affirm", "progress"].contains(label)
    let missed = ["reject", "repeating-harm", "losing-patience", "secrecy"].contains(label)
    guard kept || missed, let index = state.promises.firstIndex(where: { $0.text == promise })
    else { return nil }
    state.promises[index].outcome = kept ? .kept : .missed
    let text = composer.pattern(kept ? "promise-kept" : "promise-missed") ?? ""
    let asks = text.contains("?") ? Question(kind: .open, text: text, label: label) : nil
    return finish(text, label: reading.best.intent.description, question: asks, keepsTopic: true)
  }

  /// "I'll do that tonight": kept in mind for the next talk.
  mutating func notePromise() -> Reply? {
    guard let suggestion = state.suggestion,
      policy.coach.patterns["cue-promise"].map({ hears($0) }) == true,
      reading.utterance.tokens.count <= 16
    else { return nil }
    state.suggestion = nil
    state.promises.append(Promise(text: suggestion))
    return finish(
      composer.pattern("promise-noted") ?? "", label: reading.best.intent.description,
      question: nil, keepsTopic: true)
  }
}
