// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Templates

/// Reads messages: text in, ranked intents with their evidence out.
///
/// Keeps its memory from message to message, so a reader belongs to one thread; any number of readers may
/// share the same rules.
public final class Reader {
  public let rules: CompiledRules
  private let matcher: Matcher
  private let lexicon: Lexicon
  private var utterance = Utterance()
  private let usesLikeness: Bool
  /// Every template that matched the last message, before guards and ranking had their say.
  package private(set) var lastMatches: [TemplateMatch] = []

  public init(_ rules: CompiledRules) {
    self.rules = rules
    matcher = Matcher(rules.templates)
    lexicon = rules.templates.lexicon
    usesLikeness = true
  }

  /// A reader that goes by templates alone, for checks of templates.
  package init(templatesOf rules: CompiledRules) {
    self.rules = rules
    matcher = Matcher(rules.templates)
    lexicon = rules.templates.lexicon
    usesLikeness = false
  }

  /// Places looked at since the reader was made; see `Matcher.steps`.
  public var steps: Int { matcher.steps }

  /// - Parameter facts: what is known so far, for intents that apply only then.
  public func read(_ text: String, knowing facts: [String: Set<String>] = [:]) -> Reading {
    lexicon.read(text, into: &utterance)
    let matches = matcher.matches(in: utterance)
    lastMatches = matches
    var painter = FacetPainter(utterance, rules: rules)
    for cue in rules.cues(in: matches) { painter.paint(cue) }
    let facets = painter.facets
    let clauses = utterance.clauses.map { tokens in
      // What a clause says is what some cue coloured last: "she swears" comes before what she swears.
      Clause(tokens: tokens, facets: facets[tokens].last { $0 != Facets() } ?? Facets())
    }
    var judge = Judge(
      rules: rules, utterance: utterance, facets: facets, clauses: clauses, known: facts)
    judge.usesLikeness = usesLikeness
    judge.weigh(matches)
    return judge.reading()
  }
}

/// Turns the matches of one message into ranked intents.
private struct Judge {
  let rules: CompiledRules
  let utterance: Utterance
  let facets: [Facets]
  let clauses: [Clause]
  let known: [String: Set<String>]
  var heard: [IntentName: Heard] = [:]
  var putAside: [Reading.PutAside] = []
  private var exceptions = Exceptions()
  var learnt: [Reading.Learnt] = []
  var usesLikeness = true
  /// Number of the clause that each word stands in.
  private let clauseNumbers: [Int32]

  init(
    rules: CompiledRules, utterance: Utterance, facets: [Facets], clauses: [Clause],
    known: [String: Set<String>]
  ) {
    self.rules = rules
    self.utterance = utterance
    self.facets = facets
    self.clauses = clauses
    self.known = known
    var numbers: [Int32] = []
    numbers.reserveCapacity(utterance.tokens.count)
    for (number, clause) in clauses.enumerated() {
      numbers.append(contentsOf: repeatElement(Int32(number), count: clause.tokens.count))
    }
    clauseNumbers = numbers
  }

  mutating func weigh(_ matches: [TemplateMatch]) {
    for match in matches {
      guard case .unless(let intent, let reach) = rules.purposes[match.template] else { continue }
      switch reach {
      case .clause: exceptions.bar(intent, in: clauses(of: match.tokens), reach)
      case .sentence: exceptions.bar(intent, in: clauses(of: sentence(of: match)), reach)
      case .message: exceptions.bar(everywhere: intent)
      }
    }
    learn(matches)
    for match in matches {
      if case .sentence(let intent, let line, let turned) = rules.purposes[match.template] {
        weigh(
          match, rules.intents[Int(intent)], number: Int(intent), line: Int(line), turned: turned)
      }
    }
  }

  private mutating func learn(_ matches: [TemplateMatch]) {
    var barred = Exceptions()
    for match in matches {
      if case .unlessFact(let fact) = rules.purposes[match.template] {
        barred.bar(fact, in: clauses(of: match.tokens), .clause)
      }
    }
    for match in matches {
      guard case .fact(let number) = rules.purposes[match.template],
        barred.reach(barring: number, in: clauses(of: match.tokens)) == nil
      else { continue }
      let fact = rules.facts[Int(number)]
      let capture = match.captures.first { $0.slot == fact.name }
      guard
        let value = fact.value
          ?? capture.map({ $0.value ?? utterance.typed($0.tokens).lowercased() })
      else { continue }
      learnt.append(.init(name: fact.name, value: value, tokens: match.tokens))
    }
  }

  private mutating func weigh(
    _ match: TemplateMatch, _ intent: Intent, number: Int, line: Int, turned: Bool
  ) {
    var here = facets[match.tokens.lowerBound]
    // A gap that took a "not" turns the sense of the template round.
    if match.passedNegators > 0, here.stance == .held { here.stance = .negated }
    if turned { here.holder = here.holder == .nobody ? .nobody : .other }
    let line = intent.sentences[line]
    var found = heard(intent.name, intent.tier, match, line, here, turned)
    if let reach = exceptions.reach(barring: Int32(number), in: clauses(of: match.tokens)) {
      putAside.append(
        .init(heard: found, reason: "an unless template matches the same \(reach.rawValue)"))
      return
    }
    for (fact, accepted) in intent.conditions.sorted(by: { $0.key < $1.key }) {
      guard let values = known[fact], !values.isDisjoint(with: accepted) else {
        putAside.append(
          .init(
            heard: found, reason: "\(fact) is not known to be \(accepted.joined(separator: " or "))"
          ))
        return
      }
    }
    if let reason = objection(of: intent.guards, to: here) {
      putAside.append(.init(heard: found, reason: reason))
      guard let name = counterpart(of: intent, here) else { return }
      let rule =
        rules.intent(named: name)
        ?? rules.kind(of: name.description, in: utterance, knowing: known)
      let tier = rule?.tier ?? .pitfall
      found.intent = rule?.name ?? name
      found.tier = tier
      found.points = points(tier, match.weight)
      found.facts = rule?.captures ?? [:]
      keep(found)
      return
    }
    found.facts = learnt(intent.captures, found.captures)
    keep(found)
  }

  private mutating func keep(_ found: Heard) {
    if let known = heard[found.intent], !better(found, known) { return }
    heard[found.intent] = found
  }

  private func better(_ left: Heard, _ right: Heard) -> Bool {
    if left.points != right.points { return left.points > right.points }
    if left.tokens.lowerBound != right.tokens.lowerBound {
      return left.tokens.lowerBound < right.tokens.lowerBound
    }
    return left.place < right.place
  }

  private func heard(
    _ name: IntentName, _ tier: Tier, _ match: TemplateMatch, _ line: Intent.Line, _ facets: Facets,
    _ turned: Bool
  ) -> Heard {
    var captures: [String: String] = [:]
    for capture in match.captures where captures[capture.slot] == nil {
      captures[capture.slot] = capture.value ?? utterance.typed(capture.tokens)
    }
    return Heard(
      intent: name, tier: tier, evidence: .template, template: line.text, place: line.place,
      tokens: match.tokens, matched: utterance.typed(match.tokens), facets: facets,
      captures: captures, facts: [:], points: points(tier, match.weight), isTurned: turned)
  }

  private func points(_ tier: Tier, _ weight: Int) -> Int {
    tier.rank * Judgement.tierStep + min(weight, Judgement.tierStep - 1)
  }

  /// A fact's value may be a capture: `{other: "{person}"}`.
  private func learnt(_ facts: [String: String], _ captures: [String: String]) -> [String: String] {
    facts.compactMapValues { value in
      guard value.hasPrefix("{"), value.hasSuffix("}") else { return value }
      return captures[String(value.dropFirst().dropLast())]
    }
  }

  /// Numbers of the clauses that some words touch.
  private func clauses(of tokens: Range<Int>) -> ClosedRange<Int32> {
    clauseNumbers[tokens.lowerBound]...clauseNumbers[tokens.upperBound - 1]
  }

  /// The words of the sentences that a match touches.
  private func sentence(of match: TemplateMatch) -> Range<Int> {
    var (start, end) = (match.tokens.lowerBound, match.tokens.upperBound)
    while start > 0, utterance.tokens[start].breakBefore != .hard { start -= 1 }
    while end < utterance.tokens.count, utterance.tokens[end].breakBefore != .hard { end += 1 }
    return start..<end
  }

  private func objection(of guards: Intent.Guards, to facets: Facets) -> String? {
    if let holder = guards.holder, holder != facets.holder {
      return "holder is \(facets.holder.rawValue), not \(holder.rawValue)"
    }
    if let stance = guards.stance, stance != facets.stance {
      return "stance is \(facets.stance.rawValue), not \(stance.rawValue)"
    }
    if let time = guards.time, time != facets.time {
      return "time is \(facets.time.rawValue), not \(time.rawValue)"
    }
    return nil
  }

  /// What an intent becomes when it is not the speaker's own and meant.
  private func counterpart(of intent: Intent, _ facets: Facets) -> IntentName? {
    guard let family = rules.families[intent.name.family] else { return nil }
    switch (facets.stance, facets.holder) {
    case (.held, .other): return family.other
    case (.asked, _): return family.asked
    case (.letGo, .speaker): return family.letGo
    default: return nil
    }
  }

  // MARK: - Ranking

  func reading() -> Reading {
    var ranked = Array(heard.values)
    var certainty = 1.0
    var misheard: [Heard] = []
    var likenessToDanger: Int?
    if usesLikeness, let model = rules.likeness {
      let judged = Fusion(
        model: model, rules: rules, utterance: utterance, known: known
      ).merge(into: &ranked, misheard: &misheard)
      certainty = judged.certainty
      likenessToDanger = judged.likenessToDanger
    }
    let doubted = misheard.map {
      Reading.PutAside(heard: $0, reason: "the message is like no message of danger")
    }
    ranked.sort(by: Heard.precedes)
    let isFallback = ranked.isEmpty
    if isFallback { ranked = [standIn] }
    return Reading(
      utterance: utterance, clauses: clauses, intents: ranked, isFallback: isFallback,
      putAside: (putAside + doubted).sorted { Heard.precedes($0.heard, $1.heard) }, facts: learnt,
      certainty: certainty, likenessToDanger: likenessToDanger)
  }

  /// Two words or fewer of which none is known are noise; anything else is about something else.
  private var standIn: Heard {
    let known = utterance.tokens.count { $0.word != Lexicon.unknown }
    let name = known >= 3 && known * 2 >= utterance.tokens.count ? "off-topic" : "unclear"
    return Heard(
      intent: IntentName(name), tier: .fallback, evidence: .nothing, template: "",
      place: Place(file: ""), tokens: 0..<0, matched: "", facets: Facets(), captures: [:],
      facts: [:],
      points: 0, isTurned: false)
  }
}
