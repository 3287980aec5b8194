// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// Reads a message in the light of the talk so far.
///
/// "And after I've said it?" means little by itself and much after an apology was planned. Rule files see
/// the talk as facts (`when: {topic: [apologising]}`); what only likeness suggests is weighed again here.
struct Context {
  let state: State
  let coach: Coach
  let lexicon: Lexicon
  /// What each family of intents becomes when the other shows it.
  let families: [String: Family]

  /// A question about how to do something counts before a pitfall that its words are like, this near.
  static let questionReach = 260
  /// What a template heard counts before what only likeness suggests, this near.
  static let wordReach = 350
  /// What likeness suggests gains this much where it stays with what is being talked about; more in a message
  /// of up to `shortest` words, which says little by itself.
  static let continuity = (any: 80, short: 240)
  /// Below this, likeness says next to nothing about a short message.
  static let faint = -560
  /// Messages of up to so many words may live off what went before.
  static let shortest = 8

  /// Facts of the talk besides those of the person, for the conditions of rules.
  var facts: [String: Set<String>] {
    var known = state.memory.known
    guard state.turn > 1 else { return known }
    known["talk"] = ["going-on"]
    let topics = [state.topic, state.earlierTopic].compactMap { $0 }
    known["topic"] = Set(topics.flatMap { [Self.family($0.label), $0.entry].compactMap { $0 } })
    switch state.question?.kind {
    case .open?, .yesOrNo?: known["asked"] = ["question"]
    case .offer?: known["asked"] = ["offer"]
    case .safety?: known["asked"] = ["safety"]
    case .promise?: known["asked"] = ["promise"]
    case nil:
      if let step = state.suggestion, state.lastReply.hasSuffix(step) { known["asked"] = ["step"] }
    case .either?, .parked?, .side?: break
    }
    if let danger = state.danger, !danger.isLifted { known["danger"] = [danger.intent] }
    return known
  }

  /// The reading as it is meant here. Danger stands as it was heard.
  func settled(_ reading: Reading) -> Reading {
    var reading = reading
    guard reading.best.tier != .safety else { return reading }
    toldFirst(in: &reading)
    guard state.turn > 1 else {
      greetingFirst(in: &reading)
      return reading
    }
    if reading.isFallback {
      fillIn(&reading)
      return reading
    }
    if reading.intents.contains(where: \.isFromTemplate) {
      complaintFirst(in: &reading)
      wordFirst(in: &reading)
    } else {
      favourTopic(in: &reading)
      matterFirst(in: &reading)
      thanksFirst(in: &reading)
      keepSide(in: &reading)
      keepPitfall(in: &reading)
      fillIn(&reading)
      takeBack(in: &reading)
      hearAdvice(in: &reading)
      hearOther(in: &reading)
      turnToOther(in: &reading)
    }
    questionFirst(in: &reading)
    return reading
  }

  /// Whose doing it was is told by words more surely than by likeness: by those for what happened, and by those
  /// for a pitfall that only the other side has.
  private func toldFirst(in reading: inout Reading) {
    let best = reading.best
    guard best.tier == .disclosure, !best.isFromTemplate,
      let told = reading.intents.firstIndex(where: {
        guard $0.isFromTemplate, $0.tier == .disclosure || $0.tier == .pitfall else { return false }
        return $0.tier == .disclosure || $0.facts["role"].map { $0 != best.facts["role"] } == true
      })
    else { return }
    let reach = reading.intents[told].tier == .disclosure ? Self.wordReach : Self.sideReach
    guard best.points - reading.intents[told].points <= reach else { return }
    lead(with: told, in: &reading)
  }

  /// How far behind words of the other side may be to tell against likeness whose doing it was.
  static let sideReach = 600

  /// "Hi, just home from work": who begins with a greeting and speaks of nobody has not begun yet.
  private func greetingFirst(in reading: inout Reading) {
    let words = reading.utterance.tokens.map { lexicon.words[$0.word] }
    guard !reading.intents.contains(where: \.isFromTemplate), words.count <= Self.longestGreeting,
      !isQuestion(reading.utterance),
      reading.best.tier > .conversation, reading.best.tier != .disclosure,
      Self.greetings.contains(words[0])
        || words[0] == "good" && words.count > 1 && Self.partsOfDay.contains(words[1]),
      !words.contains(where: { Self.isAnyone($0) || Self.isPerson($0) })
    else { return }
    stand(IntentName("greeting"), .conversation, in: &reading)
  }

  private static let longestGreeting = 16
  private static let greetings: Set<String> = [
    "hi", "hello", "hey", "hiya", "greetings", "morning",
  ]
  private static let partsOfDay: Set<String> = ["morning", "afternoon", "evening", "day"]

  /// "Thank you. I'll try the list": what begins with thanks and asks nothing takes leave of the subject, unless
  /// it is plainly about something.
  private func thanksFirst(in reading: inout Reading) {
    let words = bareWords(of: reading)
    guard let first = words.first,
      first == "thanks" || first == "thank" && words.dropFirst().first == "you",
      reading.best.tier > .conversation, reading.best.points < Self.sure,
      !isQuestion(reading.utterance), !words.contains("but")
    else { return }
    stand(IntentName("thanks"), .conversation, in: &reading)
  }

  /// What was said in so many words counts before what the words are only like.
  private func wordFirst(in reading: inout Reading) {
    guard !reading.best.isFromTemplate,
      let said = reading.intents.firstIndex(where: { $0.isFromTemplate && $0.tier > .conversation }
      ),
      reading.best.points - reading.intents[said].points <= Self.wordReach
    else { return }
    lead(with: said, in: &reading)
  }

  /// "No, that's not what I asked" is more than a no.
  private func complaintFirst(in reading: inout Reading) {
    guard ["reject", "affirm"].contains(reading.best.intent.family),
      let complaint = reading.intents.firstIndex(where: {
        $0.intent.family == "complaint" && $0.isFromTemplate
      })
    else { return }
    lead(with: complaint, in: &reading)
  }

  /// A yes, a thank-you or a subject of its own is known by its words; where only likeness supposes one in a
  /// message of several words, what it says of the matter counts.
  private func matterFirst(in reading: inout Reading) {
    let family = reading.best.intent.family
    let isAside =
      reading.best.tier == .conversation && Self.shortTurns.contains(family)
      || family == "off-topic" && bareWords(of: reading).contains(where: Self.isPerson)
    let saysNo =
      family == "reject"
      && reading.utterance.tokens.prefix(2).contains {
        lexicon.isNegator($0.word) || lexicon.words[$0.word] == "no"
      }
    guard isAside, !saysNo, reading.utterance.tokens.count >= 3,
      reading.best.points < Self.sure || isQuestion(reading.utterance),
      let matter = reading.intents.firstIndex(where: {
        $0.tier > .conversation
          && reading.best.points - $0.points <= Self.matterReach(isQuestion(reading.utterance))
      })
    else { return }
    lead(with: matter, in: &reading)
  }

  /// What is said in a word or two, and not as a question.
  private static let shortTurns: Set<String> = [
    "affirm", "reject", "thanks", "greeting", "goodbye", "complaint",
  ]
  /// Likeness from which even a message of several words is taken for one of these.
  private static let sure = 300
  /// How far behind a matter may be to be taken all the same; a question is none of these.
  private static func matterReach(_ isQuestion: Bool) -> Int { isQuestion ? 900 : 240 }

  private static func isAnyone(_ word: String) -> Bool {
    EchoWords.people.contains(word) || EchoWords.peopleMany.contains(word)
  }

  private static func isPerson(_ word: String) -> Bool {
    ["he", "she", "him", "her", "them"].contains(word) || EchoWords.people.contains(word)
  }

  /// "She goes well it's her house": how the one who broke trust tells it, whatever the words are like.
  private func hearOther(in reading: inout Reading) {
    let words = bareWords(of: reading)
    let family = reading.best.intent.family
    guard state.memory.side == .hurt || state.memory.side == nil, let subject = words.first,
      ["he", "she", "they"].contains(subject),
      words.dropFirst().prefix(2).contains(where: Self.quoting.contains)
        || family == "progress" && reading.best.points < Self.sure
          && words.dropFirst().prefix(2).contains(where: Self.reaching.contains),
      family == "partner-withdrawn" || !family.hasPrefix("partner-")
    else { return }
    let other = reading.intents.firstIndex {
      $0.intent.family.hasPrefix("partner-") && $0.intent.family != "partner-withdrawn"
        && reading.best.points - $0.points <= Self.wordReach
    }
    if let other {
      lead(with: other, in: &reading)
    } else if isAboutOther, let topic = state.topic, reading.best.points < Self.sure {
      stand(IntentName(Self.family(topic.label)), .pitfall, in: &reading)
    } else if Self.misplaced.contains(family)
      || reading.best.tier == .topic
        && reading.best.points < Self.surelyAsked
        && words.prefix(3).contains(where: Self.saying.contains)
    {
      stand(IntentName("partner-denial"), .pitfall, in: &reading)
    }
  }

  /// Whether the talk is about a pitfall that the other shows.
  private var isAboutOther: Bool {
    guard let family = state.topic.map({ Self.family($0.label) }), state.memory.side != .breaker
    else { return false }
    return family.hasPrefix("partner-") && family != "partner-breach"
  }

  private static let quoting: Set<String> = [
    "says", "said", "goes", "claims", "reckons", "insists", "swears", "say", "thinks", "thought",
  ]
  /// How the other is heard of; nothing of it is the speaker's own progress.
  private static let reaching: Set<String> = [
    "rang", "rings", "texted", "texts", "messaged", "messages", "wrote", "writes", "called",
    "calls",
  ]
  private static let saying: Set<String> = ["says", "say", "said", "goes", "claims", "reckons"]
  /// Likeness from which a subject counts though it is put into the other's mouth.
  private static let surelyAsked = 600
  /// What a message about the other's words is taken for when it is not recognised as that.
  private static let misplaced: Set<String> = [
    "progress", "tolerating-harm", "defensiveness", "denial", "partner-withdrawn", "own-breach",
  ]

  /// "He says he'll make it up by Christmas" is his haste and not the speaker's.
  private func turnToOther(in reading: inout Reading) {
    guard reading.best.tier == .pitfall else { return }
    let family = reading.best.intent.family
    // What the hurt one lets pass, put into the other's mouth, is how the other tells it.
    let excuse =
      family == "tolerating-harm" && state.memory.side == .hurt
      ? IntentName("partner-denial") : nil
    guard let other = families[family]?.other ?? excuse else { return }
    let words = bareWords(of: reading)
    guard let subject = words.first, ["he", "she", "they"].contains(subject),
      words.dropFirst().prefix(2).contains(where: Self.telling.contains)
    else { return }
    reading.intents.removeAll { $0.intent == other }
    reading.intents[0].intent = other
    reading.intents[0].facts = [:]
  }

  /// "It wasn't a joke, was it", from whoever had called it one: their own word is taken back.
  private func takeBack(in reading: inout Reading) {
    let words = reading.utterance.tokens.map { lexicon.words[$0.word] }
    guard state.memory.side == .breaker, reading.best.intent.family == "denial",
      words.count <= Self.shortest, words.contains("not")
    else { return }
    let named = words.filter { $0.count >= 4 && !Self.slightWords.contains($0) }
    guard let name = named.first, named.count == 1,
      let said = state.subjects.last(where: { $0.words.contains(name) })?.words,
      let place = said.firstIndex(of: name), !said[..<place].suffix(4).contains("not")
    else { return }
    stand(IntentName("progress.owning"), .topic, in: &reading)
  }

  /// Words that tell nothing of what something was.
  private static let slightWords: Set<String> = ["just", "only", "really", "that", "this", "then"]

  /// The words of a message without what leads in.
  private func bareWords(of reading: Reading) -> ArraySlice<String> {
    reading.utterance.tokens.map { lexicon.words[$0.word] }.drop { Self.leadIns.contains($0) }
  }

  /// Once somebody told who broke trust, likeness alone does not turn it round.
  private func keepSide(in reading: inout Reading) {
    guard let side = state.memory.side, side != .both, !state.memory.hasGuessedRole else { return }
    let (ours, others) =
      side == .hurt ? ("partner-breach", "own-breach") : ("own-breach", "partner-breach")
    guard reading.best.intent.family == others else { return }
    let next = reading.intents.firstIndex {
      $0.tier > .conversation && ![ours, others].contains($0.intent.family)
        && reading.best.points - $0.points <= Self.questionReach
    }
    if let next {
      lead(with: next, in: &reading)
    } else if side == .hurt {
      stand(IntentName(ours), .disclosure, in: &reading)
    }
  }

  /// A pitfall of the side that hurt, in the mouth of somebody who was hurt, is what the other did, as far as
  /// only likeness speaks for it; advice against hiding and denying would be meant for the wrong one.
  private func keepPitfall(in reading: inout Reading) {
    guard state.memory.side == .hurt, reading.best.tier == .pitfall,
      families[reading.best.intent.family]?.side == Side.breaker.rawValue,
      reading.best.points < Self.plainlyOwn, !isQuestion(reading.utterance)
    else { return }
    let next = reading.intents.firstIndex {
      $0.tier > .conversation && families[$0.intent.family]?.side != Side.breaker.rawValue
        && reading.best.points - $0.points <= Self.questionReach && $0.points > Self.slight
    }
    if let next {
      lead(with: next, in: &reading)
    } else {
      stand(IntentName("partner-breach"), .disclosure, in: &reading)
    }
  }

  /// Likeness from which somebody who was hurt is taken to have a pitfall of the other side all the same.
  private static let plainlyOwn = 300
  /// Likeness that speaks for a subject at all.
  private static let slight = -100

  /// "The other phone", "hotel. twice", "14 grand", after what happened was told: more of the same, on the
  /// side that is known.
  private func fillIn(_ reading: inout Reading) {
    let words = bareWords(of: reading)
    guard let topic = state.topic, let side = state.memory.side, side != .both,
      Self.tellings.contains(Self.family(topic.label)), !isQuestion(reading.utterance),
      let first = words.first, let last = words.last
    else { return }
    let count = reading.utterance.tokens.count
    let isNumber =
      Self.numbers.contains(first) || reading.utterance.typed(0..<1).first?.isNumber == true
    let isShort =
      words.count <= 5 && reading.best.points < Self.vague
      && (isNumber || Self.naming.contains(first) && count > 1 || Self.counting.contains(last))
    let isSpan =
      count <= 6 && isNumber && reading.best.points < Self.surelyAsked
      && words.dropFirst().prefix(2).contains(where: Self.counting.contains)
    guard isShort || isSpan else { return }
    let name = IntentName(side == .breaker ? "own-breach" : "partner-breach")
    stand(name, .disclosure, in: &reading)
  }

  /// "My mum says leave": advice from somebody who is not the other person.
  private func hearAdvice(in reading: inout Reading) {
    guard reading.best.points < 0 else { return }
    var words = bareWords(of: reading)
    guard let subject = words.popFirst() else { return }
    if ["my", "her", "his", "their"].contains(subject) {
      // "My lawyer friend" has a word before the person.
      if let kind = words.first, !Self.isAnyone(kind) { words = words.dropFirst() }
      guard let person = words.popFirst(), person != state.memory["other"], Self.isAnyone(person)
      else { return }
    } else if !Self.everyone.contains(subject) {
      return
    }
    guard words.prefix(2).contains(where: Self.telling.contains) else { return }
    stand(IntentName("self-reflection.others-say"), .topic, in: &reading)
  }

  /// Puts what the talk tells in place of what likeness supposed.
  private func stand(_ name: IntentName, _ tier: Tier, in reading: inout Reading) {
    reading.intents.removeAll { $0.intent == name }
    var heard = reading.intents.first ?? reading.best
    heard.intent = name
    heard.tier = tier
    heard.facts = [:]
    heard.points = max(heard.points, 0)
    if reading.isFallback { reading.intents = [] }
    reading.isFallback = false
    reading.intents.insert(heard, at: 0)
    reading.certainty = 1
  }

  /// Below this, likeness says little about a message of a few words.
  private static let vague = 150
  /// Subjects under which it is told what happened.
  private static let tellings: Set<String> = [
    "own-breach", "partner-breach", "denial", "secrecy", "partner-secrecy", "acknowledging",
    "repeating-harm", "partner-repeating", "partner-quick-fix", "partner-denial", "progress",
  ]
  private static let naming: Set<String> = [
    "the", "a", "an", "another", "my", "her", "his", "their", "some", "two", "three", "with", "in",
    "at", "on", "from", "for",
  ]
  private static let numbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "twenty", "thirty", "fifty", "half", "hundreds", "thousands",
  ]
  private static let counting: Set<String> = [
    "once", "twice", "times", "too", "again", "days", "weeks", "months", "years", "grand",
    "thousand", "hundred",
  ]
  private static let everyone: Set<String> = [
    "people", "everyone", "everybody", "friends", "somebody", "someone", "family",
  ]
  private static let telling: Set<String> = [
    "goes", "say", "tell", "telling", "think", "want", "keep", "reckon",
    "says", "said", "thinks", "thought", "reckons", "wants", "wanted", "promised", "promises",
    "swears", "swore", "claims", "insists", "expects", "hopes", "keeps", "tells", "told",
  ]

  /// What stays with the subject is likelier meant than what is equally like it and is not.
  private func favourTopic(in reading: inout Reading) {
    let near = Set([state.topic, state.earlierTopic].compactMap { $0 }.flatMap(around))
    for index in reading.intents.indices where near.contains(reading.intents[index].intent.family) {
      reading.intents[index].points +=
        reading.utterance.tokens.count <= Self.shortest
        ? Self.continuity.short : Self.continuity.any
    }
    reading.intents.sort(by: Heard.precedes)
  }

  private func around(_ topic: Topic) -> [String] {
    [Self.family(topic.label)]
      + (topic.entry.map { [$0] + (coach.knowledge[$0]?.related ?? []) } ?? [])
  }

  /// "How can I get her to talk to me" asks for something; that it is like what somebody in a hurry would say
  /// comes second.
  private func questionFirst(in reading: inout Reading) {
    guard isQuestion(reading.utterance), reading.best.tier == .pitfall,
      !reading.best.isFromTemplate,
      let asked = reading.intents.firstIndex(where: { $0.tier == .topic }),
      reading.best.points - reading.intents[asked].points <= Self.questionReach
    else { return }
    lead(with: asked, in: &reading)
  }

  private static let askingWords: Set<String> = [
    "how", "what", "when", "where", "which", "who", "should", "shall", "can", "could", "is", "are",
    "do", "does", "will", "would", "why",
  ]
  private static let leadIns: Set<String> = [
    "and", "but", "so", "ok", "okay", "well", "then", "right", "now", "also", "anyway", "oh",
    "yeah", "yes", "no", "hm", "hmm", "fine", "alright",
  ]

  /// Whether it is put as a question, with its mark or by its first word.
  func isQuestion(_ utterance: Utterance) -> Bool {
    if utterance.tokens.last?.endsQuestion == true { return true }
    let words = utterance.tokens.prefix(4).map { lexicon.words[$0.word] }
    guard let start = words.firstIndex(where: { !Self.leadIns.contains($0) }) else { return false }
    // "What hurts me is that he knew" asks nothing.
    let isStatement =
      words[start] == "what" && words.dropFirst(start + 1).first.map(Self.moving.contains) == true
    return Self.askingWords.contains(words[start]) && !isStatement
  }

  private static let moving: Set<String> = [
    "got", "gets", "hurts", "hurt", "bothers", "bothered", "worries", "kills", "eats", "annoys",
    "scares", "upsets", "shocked", "stings",
  ]

  private static let pointing: Set<String> = [
    "it", "that", "this", "then", "those", "these", "one", "so", "after", "next", "instead",
  ]

  /// Whether a short message only makes sense after what was said before, and nothing else is heard in it.
  func livesOffTalk(_ reading: Reading) -> Bool {
    guard state.turn > 1, state.topic != nil, reading.utterance.tokens.count <= Self.shortest,
      reading.utterance.tokens.count >= 2,
      !reading.intents.contains(where: \.isFromTemplate),
      reading.isFallback || reading.best.points < Self.faint
        || ["ask-more", "ask-next-step", "off-topic", "unclear"].contains(
          reading.best.intent.family)
    else { return false }
    return reading.utterance.tokens.contains { Self.pointing.contains(lexicon.words[$0.word]) }
  }

  /// Whether likeness says so little that an answer to mend's own question is the better reading.
  func isFaint(_ reading: Reading) -> Bool {
    reading.isFallback
      || !reading.best.isFromTemplate && reading.best.tier != .safety
        && reading.best.points < Self.faint
  }

  private func lead(with index: Int, in reading: inout Reading) {
    let heard = reading.intents.remove(at: index)
    reading.intents.insert(heard, at: 0)
  }

  static func family(_ label: String) -> String { String(label.prefix { $0 != "." }) }
}
