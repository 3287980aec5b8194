// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// What the talk itself needs: greetings, follow-ups, corrections, complaints.
extension Turn {
  // MARK: - Corrections

  /// "No, she lied to me": the new version is taken, and what was learnt wrongly goes.
  mutating func correction() -> Reply? {
    let templates = reading.intents.prefix(4).filter {
      if case .template = $0.evidence { true } else { false }
    }
    let told =
      (templates.compactMap { $0.facts["role"] }
      + reading.facts.filter { $0.name == "role" }.map(\.value)).first
    let signals = policy.coach.patterns["cue-not-meant"].map { hears($0) } == true || opensWithNo
    if let told, let known = state.memory["role"], told != known, known != "both", signals {
      state.memory.set("role", told)
      state.memory.forget("breach")
      state.memory.learn(from: reading)
      let facts = [
        "breaker": "it was your doing", "hurt": "it was done to you",
        "both": "there is a part on each side",
      ]
      let opener = composer.pattern(
        "correction", ["fact": facts[told] ?? "I had it the wrong way round"])
      guard let focus = reading.intents.first(where: { $0.tier > .conversation }),
        let body = composer.body(for: focus.intent.description)
      else { return finish(opener ?? "", label: reading.best.intent.description, question: nil) }
      return finish(
        joined(opener, body.text), label: focus.intent.description, question: body.question)
    }
    guard policy.coach.patterns["cue-not-meant"].map({ hears($0) }) == true,
      reading.utterance.tokens.count <= 12
    else {
      return nil
    }
    let text = composer.pattern("correction-ask") ?? ""
    return finish(
      text, label: reading.best.intent.description,
      question: Question(kind: .open, text: text, label: "reject"),
      keepsTopic: true)
  }

  private var opensWithNo: Bool {
    let lexicon = policy.rules.templates.lexicon
    let first = reading.utterance.tokens.prefix(2).map { lexicon.words[$0.word] }
    return first.contains {
      ["no", "nope", "not", "wait", "actually", "sorry", "hang"].contains($0)
    }
  }

  // MARK: - Follow-ups

  mutating func conversation() -> Reply? {
    if let reply = notePromise() { return reply }
    if let reply = shortRequest() { return reply }
    guard reading.best.tier == .conversation || reading.best.tier == .fallback else { return nil }
    let label = reading.best.intent.family
    if label != "unclear", label != "off-topic" { state.misses = 0 }
    switch label {
    case "greeting": return plain(state.turn > 1 ? "greeting-again" : "greeting", asks: true)
    case "goodbye": return goodbye()
    case "thanks":
      return parkedReturn(label, opener: composer.pattern("thanks")) ?? plain("thanks")
    case "affirm", "reject": return goOnFromTopic(composer.pattern(label), label: label)
    case "unsure": return goOnFromTopic(composer.pattern("unsure"), label: label)
    case "ask-more": return more("more", label)
    case "ask-why": return more("why", label)
    case "ask-next-step": return nextStep()
    case "repeat-please": return again()
    case "ask-identity": return plain("identity")
    case "ask-help": return plain("help")
    case "ask-privacy": return plain("privacy")
    case "complaint": return plain("complaint", asks: true)
    case "off-topic":
      state.misses += 1
      return finish(
        composer.pattern("off-topic", ["topic": topicName]) ?? "", label: label, question: nil,
        keepsTopic: true)
    default: return notUnderstoodInTalk()
    }
  }

  private mutating func notUnderstoodInTalk() -> Reply {
    state.misses += 1
    let text =
      composer.pattern(state.misses > 1 ? "unclear-again" : "unclear", ["topic": topicName]) ?? ""
    return finish(
      text, label: "unclear", question: Question(kind: .open, text: text, label: "unclear"),
      keepsTopic: true)
  }

  private mutating func plain(_ name: String, asks: Bool = false) -> Reply {
    let text = composer.pattern(name) ?? ""
    let question =
      asks || text.contains("?") ? Question(kind: .open, text: text, label: name) : state.question
    return finish(text, label: reading.best.intent.family, question: question, keepsTopic: true)
  }

  private mutating func goodbye() -> Reply {
    let open = state.promises.last { $0.outcome == .open }
    let text =
      open.flatMap { composer.pattern("goodbye-promise", ["promise": $0.text.asClause]) }
      ?? composer.pattern("goodbye") ?? ""
    var reply = finish(text, label: "goodbye", question: nil, keepsTopic: true)
    reply.isGoodbye = true
    return reply
  }

  /// Short requests that no intent is needed for: an example, shorter, back to something.
  private mutating func shortRequest() -> Reply? {
    guard reading.utterance.tokens.count <= 9, reading.best.tier <= .topic else { return nil }
    func asks(_ cue: String) -> Bool { policy.coach.patterns[cue].map { hears($0) } == true }
    if asks("cue-shorter"), !state.lastReply.isEmpty { return shorter() }
    if asks("cue-example") {
      guard let step = composer.step(from: state.topic?.entry) else { return nil }
      state.suggestion = step
      return finish(
        joined(composer.pattern("example"), step), label: reading.best.intent.description,
        question: nil, keepsTopic: true)
    }
    return nil
  }

  /// One more point of what the talk is about.
  mutating func more(_ opener: String, _ label: String) -> Reply {
    let entry = state.topic?.entry ?? defaultEntry
    if let body = composer.point(of: entry, label: state.topic?.label ?? label) {
      return finish(
        joined(composer.pattern(opener), body.text), label: label, question: body.question,
        keepsTopic: true)
    }
    for related in policy.coach.knowledge[entry]?.related ?? [] {
      if let body = composer.point(of: related, label: state.topic?.label ?? label) {
        return finish(
          joined(composer.pattern(opener), body.text), label: label, question: body.question,
          keepsTopic: true)
      }
    }
    return parkedReturn(label)
      ?? finish(composer.pattern("more-none") ?? "", label: label, question: nil, keepsTopic: true)
  }

  /// Where to begin while nothing has been said about what it is about.
  private var defaultEntry: String {
    switch state.memory.side {
    case .breaker: "acknowledging"
    case .hurt: "boundaries"
    case .both, nil: "first-weeks"
    }
  }

  private mutating func nextStep() -> Reply {
    let label = reading.best.intent.description
    let entry = state.topic?.entry ?? defaultEntry
    let isSecondTime = state.stepsGiven.contains(entry)
    state.stepsGiven.insert(entry)
    if isSecondTime, let offer = offer(for: entry) {
      return finish(
        joined(composer.pattern("exercise-offer-opener"), offer.text), label: label,
        question: offer, keepsTopic: true)
    }
    let point = composer.point(of: entry, label: label, ending: .none)
    if let step = composer.step(from: entry) {
      state.suggestion = step
      return finish(
        joined(point?.text, composer.pattern("next"), step), label: label, question: nil,
        keepsTopic: true)
    }
    return more("next", label)
  }

  /// The last reply once more: the same, or its heart in fewer words.
  private mutating func again() -> Reply {
    guard !state.lastReply.isEmpty else { return plain("greeting-again", asks: true) }
    return shorter()
  }

  private mutating func shorter() -> Reply {
    let sentences = Self.sentences(of: state.lastReply)
    let statements = sentences.filter { !$0.hasSuffix("?") }
    let ask = sentences.last { $0.hasSuffix("?") }
    let heart = statements.count > 2 ? statements[1] : statements.last
    let name = sentences.count > 2 ? "shorter" : "repeat"
    return finish(
      joined(composer.pattern(name), heart, ask), label: reading.best.intent.description,
      question: state.question,
      keepsTopic: true)
  }

  static func sentences(of text: String) -> [String] {
    var found: [String] = []
    var current = ""
    for character in text {
      current.append(character)
      if character == "." || character == "!" || character == "?" {
        found.append(current.trimmedBlanks)
        current = ""
      }
    }
    if !current.trimmedBlanks.isEmpty { found.append(current.trimmedBlanks) }
    return found.filter { $0.count > 1 }
  }
}

extension String {
  var trimmedBlanks: String {
    var part = self[...]
    while let first = part.first, first.isWhitespace { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace { part = part.dropLast() }
    return String(part)
  }
}
