// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// What the talk itself needs: greetings, follow-ups, complaints.
extension Turn {
  mutating func conversation() -> Reply? {
    if let reply = notePromise() { return reply }
    if let reply = planning() { return reply }
    if let reply = shortRequest() { return reply }
    if let reply = goingBack() { return reply }
    guard reading.best.tier <= .conversation, policy.coach.replies[label] == nil else { return nil }
    let family = family
    if family != "unclear", family != "off-topic" { state.misses = 0 }
    switch family {
    case "greeting": return say(state.turn > 1 ? "greeting-again" : "greeting", label: family)
    case "goodbye": return goodbye()
    case "thanks":
      if reading.intents.contains(where: { $0.intent.family == "goodbye" && $0.isFromTemplate }) {
        return goodbye()
      }
      if let reply = laterDanger() { return reply }
      return parkedReturn(family, opener: composer.pattern("thanks-short"))
        ?? say("thanks", label: family)
    case "affirm" where state.suggestion != nil && state.question == nil: return promised()
    case "affirm": return goOnFromTopic(composer.pattern("yes-taken"), label: family)
    case "reject" where state.suggestion != nil && hears("cue-tried"):
      return nextStep(opener: composer.pattern("tried"))
    case "reject": return say("reject", label: family)
    case "unsure": return say("unsure", label: label)
    case "ask-more": return more("more", family)
    case "ask-why": return more("why", family)
    case "ask-next-step": return nextStep()
    case "repeat-please": return shorter()
    case "ask-identity": return aboutMend("identity")
    case "ask-help": return aboutMend("help")
    case "ask-privacy": return aboutMend("privacy")
    case "complaint": return say("complaint", label: family)
    default: return notUnderstood()
    }
  }

  /// What mend is and does, and from there back to the talk.
  private mutating func aboutMend(_ pattern: String) -> Reply {
    let text = composer.pattern(pattern) ?? ""
    guard !text.hasSuffix("?"),
      let ask = composer.pattern(state.topic == nil ? "ask-begin" : "ask-go-on")
    else { return closing(text, label) }
    return finish(
      joined(text, ask), label: label, question: Question(kind: .open, text: ask, label: label),
      keepsTopic: true)
  }

  /// "And after I've said it?", "what would you call it then": about what was said last.
  mutating func followUp() -> Reply? {
    guard context.livesOffTalk(reading), context.isQuestion(reading.utterance),
      policy.coach.replies[label] == nil, let topic = state.topic,
      !hears("cue-shorter"), !hears("cue-example")
    else { return nil }
    let lexicon = policy.rules.templates.lexicon
    let words = reading.utterance.tokens.map { lexicon.words[$0.word] }
    if words.contains("after") || words.contains("next") || words.contains("afterwards") {
      return nextStep(label: "ask-next-step")
    }
    return more("more", topic.label)
  }

  private mutating func goodbye() -> Reply {
    let open = state.promises.last { $0.outcome == .open }
    let text =
      open.flatMap { composer.pattern("goodbye-promise", ["promise": $0.text.asClause]) }
      ?? composer.pattern("goodbye") ?? ""
    var reply = finish(text, label: label, question: nil, keepsTopic: true)
    reply.isGoodbye = true
    return reply
  }

  /// "Help me plan what I say": an exercise for what the talk is about.
  private mutating func planning() -> Reply? {
    guard asksForPlan, state.exercise == nil else { return nil }
    let asked = reading.intents.first { $0.tier == .topic }.flatMap {
      composer.entryID(for: $0.intent.description)
    }
    let likely = state.memory.side == .hurt ? "timing-the-talk" : "apologising"
    // Who asks for the exercise means the one for what is being talked about.
    let wantsExercise = wordList.contains("exercise")
    let entries =
      wantsExercise ? [state.topic?.entry, asked, likely] : [asked, likely, state.topic?.entry]
    for entry in entries.compactMap({ $0 }) {
      if let offer = offer(for: entry, isAsked: true) {
        return finish(
          joined(composer.pattern("exercise-offer-opener"), offer.text), label: label,
          question: offer, keepsTopic: true)
      }
    }
    return nil
  }

  /// Short requests that no intent is needed for: an example, or fewer words.
  private mutating func shortRequest() -> Reply? {
    guard reading.utterance.tokens.count <= 9, reading.best.tier <= .topic else { return nil }
    if hears("cue-shorter"), !state.lastReply.isEmpty { return shorter() }
    if hears("cue-example") {
      guard let step = composer.step(from: state.topic?.entry ?? defaultEntry) else { return nil }
      state.suggestion = step
      return finish(
        joined(composer.pattern("example"), step), label: label, question: nil, keepsTopic: true)
    }
    return nil
  }

  /// "Back to the leaving thing", "where were we": takes up the subject that is named, or the one before the
  /// last.
  private mutating func goingBack() -> Reply? {
    guard hears("cue-back"), reading.utterance.tokens.count <= 12,
      !(reading.best.isFromTemplate && reading.best.tier > .conversation),
      hears("cue-together") || !context.isQuestion(reading.utterance)
    else { return nil }
    if let index = state.parked.firstIndex(where: { names(Cues.words($0.words.lowercased())) }),
      let body = composer.body(for: state.parked[index].label)
    {
      let parked = state.parked.remove(at: index)
      return finish(body.whole, label: parked.label, question: body.question)
    }
    let isLost = hears("cue-lost")
    guard let earlier = namedSubject ?? (isLost ? state.topic : unnamedSubject) else { return nil }
    let opener = composer.pattern("back", ["topic": composer.name(of: earlier.label)])
    state.earlierTopic = state.topic
    state.topic = earlier
    return goOnFromTopic(opener, label: earlier.label)
  }

  /// An earlier subject that these words name, by a word it was brought up with or by what they mean.
  private var namedSubject: Topic? {
    let named = state.subjects.last { names($0.words.map { $0[...] }) }
    let meant = state.subjects.last { Context.family($0.topic.label) == matter?.intent.family }
    return (named ?? meant)?.topic
  }

  /// Where to go back to without a name; not where the words are about something new.
  private var unnamedSubject: Topic? {
    guard matter.map({ $0.points < Self.newSubject }) != false else { return nil }
    return state.earlierTopic ?? state.topic
  }

  /// Likeness from which words that go back to something are about something new.
  private static let newSubject = -100

  /// What the message is about, as far as its words tell.
  private var matter: Heard? {
    reading.intents.first { $0.tier != .conversation && $0.tier != .fallback }
  }

  /// Whether the message has one of these words.
  private func names(_ words: [Substring]) -> Bool {
    words.contains { word in wordList.contains { Self.isSameWord(word, $0) } }
  }

  /// Words that name no subject.
  private static let nameless: Set<Substring> = [
    "back", "that", "this", "what", "with", "about", "from", "have", "thing", "things", "said",
    "before", "earlier", "where", "were", "when", "there", "them", "they", "talk", "please",
  ]

  /// "Leave" and "leaving", "text" and "texts".
  private static func isSameWord(_ one: Substring, _ other: Substring) -> Bool {
    if nameless.contains(one) || nameless.contains(other) { return false }
    if one == other { return one.count >= 4 || EchoWords.people.contains(String(one)) }
    let shared = zip(one, other).prefix { $0 == $1 }.count
    return shared >= max(4, min(one.count, other.count) - 1)
  }

  /// One more point of what the talk is about.
  mutating func more(_ opener: String, _ label: String) -> Reply {
    if let reply = heldBack(nil, about: state.topic?.label, label: label) { return reply }
    let entry = state.topic?.entry ?? defaultEntry
    for id in [entry] + (policy.coach.knowledge[entry]?.related ?? []) {
      if let body = composer.point(of: id, near: entry, label: state.topic?.label ?? label) {
        return finish(
          joined(composer.pattern(opener), body.whole), label: label, question: body.question,
          keepsTopic: true)
      }
    }
    return parkedReturn(label) ?? say("more-none", label: label)
  }

  /// Where to begin while nothing has been said about what it is about.
  var defaultEntry: String {
    switch state.memory.side {
    case .breaker: "acknowledging"
    case .hurt: "boundaries"
    case .both, nil: "first-weeks"
    }
  }

  mutating func nextStep(label asked: String? = nil, opener: String? = nil) -> Reply {
    let label = asked ?? label
    if let reply = heldBack(nil, about: nil) { return reply }
    let entry = state.topic?.entry ?? defaultEntry
    let isSecondTime = state.stepsGiven.contains(entry)
    state.stepsGiven.insert(entry)
    if isSecondTime, opener == nil, let offer = offer(for: entry, isAsked: true) {
      return finish(
        joined(composer.pattern("exercise-offer-opener"), offer.text), label: label,
        question: offer, keepsTopic: true)
    }
    let point = composer.point(of: entry, label: label, ending: .none)
    if let step = composer.step(from: entry) {
      state.suggestion = step
      return finish(
        joined(opener ?? point?.text, composer.pattern("next"), step), label: label,
        question: nil, keepsTopic: true)
    }
    return more("next", label)
  }

  /// The heart of the last reply in fewer words, and its question again.
  private mutating func shorter() -> Reply {
    guard !state.lastReply.isEmpty else { return say("greeting-again", label: label) }
    let sentences = Self.sentences(of: state.lastReply)
    let ask = sentences.last { $0.hasSuffix("?") }
    let statements = sentences.filter { $0 != ask }
    let heart = statements.count > 2 ? statements[1] : statements.last
    let name = sentences.count > 2 ? "shorter" : "repeat"
    return finish(
      joined(composer.pattern(name), heart, ask), label: label, question: state.question,
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
