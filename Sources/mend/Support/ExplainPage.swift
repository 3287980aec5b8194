// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Dialogue
import Findings
import Language
import Reading
import Terminal

/// What `mend explain` prints: one message followed from its letters to the reply.
struct ExplainPage {
  let text: String
  let style: Style
  let workshop: Workshop
  let reading: Reading
  private(set) var lines: [String] = []

  init(_ text: String, workshop: Workshop, style: Style) {
    self.text = text
    self.style = style
    self.workshop = workshop
    reading = Reader(workshop.policy.rules).read(text)
  }

  private var rules: CompiledRules { workshop.policy.rules }

  /// Everything about a message.
  mutating func explain(seed: UInt64) {
    add(style.paint("“\(sanitized(text))”", as: .emphasis))
    addWords()
    addClauses()
    addHeard()
    addAsides()
    addFacts()
    addNearest()
    addReply(seed)
  }

  private mutating func add(_ line: String) { lines.append(line) }

  private mutating func title(_ text: String) {
    add("")
    add(style.paint(text, as: .emphasis))
  }

  // MARK: - Reading

  private func word(_ index: Int) -> String {
    let token = reading.utterance.tokens[index]
    return sanitized(
      token.word == Lexicon.unknown
        ? reading.utterance.typed(index..<(index + 1)) : rules.templates.lexicon.words[token.word])
  }

  private func words(_ range: Range<Int>) -> String { range.map(word).joined(separator: " ") }

  private mutating func addWords() {
    title("Words")
    let tokens = reading.utterance.tokens
    let shown = tokens.indices.map { index in
      tokens[index].word == Lexicon.unknown ? style.paint("\(word(index))?", as: .dim) : word(index)
    }
    add("  \(shown.joined(separator: " "))")
    if tokens.contains(where: { $0.word == Lexicon.unknown }) {
      add(style.paint("  a word with a ? stands in no rule", as: .dim))
    }
    for entry in reading.utterance.ledger {
      let typed = String(decoding: reading.utterance.text[entry.start..<entry.end], as: UTF8.self)
      add("  \(sanitized(typed)) → \(sanitized(entry.to)) (\(entry.kind.rawValue))")
    }
  }

  private mutating func addClauses() {
    title("Clauses")
    let cues = FoundCue.all(in: reading.utterance, rules: rules)
    for (number, clause) in reading.clauses.enumerated() {
      let facets = clause.facets
      add("  \(number + 1). \(words(clause.tokens))")
      add(
        "     holder \(facets.holder.rawValue), stance \(facets.stance.rawValue), time \(facets.time.rawValue)"
      )
      for cue in cues where cue.tokens.overlaps(clause.tokens) {
        add(
          style.paint(
            "     “\(words(cue.tokens))”: \(cue.cue.facet) \(cue.cue.value), scope \(cue.cue.scope.rawValue), by \(cue.cue.template) at \(cue.cue.place)",
            as: .dim))
      }
    }
  }

  // MARK: - Ranking

  private mutating func addHeard() {
    title(
      reading.isFallback ? "Heard: nothing; a stand-in" : "Heard, best first (tier, points, name)")
    for (number, heard) in reading.intents.enumerated() {
      let turned = heard.isTurned ? ", turned to the other" : ""
      add(
        "  \(number + 1). \(style.paint(heard.intent.description, as: .emphasis))  \(heard.tier.rawValue), \(heard.points) points\(turned)"
      )
      for line in evidence(heard) { add("     \(line)") }
      if number > 0 {
        add(
          style.paint(
            "     behind \(reading.best.intent) \(reading.best.advantage(over: heard))", as: .dim))
      }
    }
  }

  private func evidence(_ heard: Heard) -> [String] {
    switch heard.evidence {
    case .template:
      var lines = ["\(heard.template)  at \(heard.place)", "matched “\(sanitized(heard.matched))”"]
      for (slot, value) in heard.captures.sorted(by: { $0.key < $1.key }) {
        lines.append("captured \(slot) = \(sanitized(value))")
      }
      let facets = heard.facets
      lines.append(
        "holder \(facets.holder.rawValue), stance \(facets.stance.rawValue), time \(facets.time.rawValue)"
      )
      return lines
    case .likeness(let words):
      return [
        "like messages that mean this: "
          + words.map { "\(sanitized($0.words)) (\($0.points))" }.joined(separator: ", ")
      ]
    case .nothing: return ["nothing spoke for anything"]
    }
  }

  private mutating func addAsides() {
    guard !reading.putAside.isEmpty else { return }
    title("Put aside")
    for aside in reading.putAside {
      add("  \(aside.heard.intent): \(aside.reason)")
      add(
        style.paint(
          "     \(aside.heard.template)  at \(aside.heard.place), “\(sanitized(aside.heard.matched))”",
          as: .dim))
    }
  }

  private mutating func addFacts() {
    let learnt =
      reading.facts.map { "  \($0.name) = \(sanitized($0.value)), from “\(words($0.tokens))”" }
      + reading.intents.filter(\.isLearnt).flatMap { heard in
        heard.facts.sorted { $0.key < $1.key }.map {
          "  \($0.key) = \(sanitized($0.value)), from \(heard.intent)"
        }
      }
    guard !learnt.isEmpty else { return }
    title("Learnt")
    lines += learnt
  }

  // MARK: - Near misses

  private mutating func addNearest() {
    let search = NearMissSearch(rules: workshop.loaded.rules, compiled: rules)
    let near = search.nearest(to: reading.utterance, most: 3)
    guard !near.isEmpty else { return }
    title("Nearest misses")
    for miss in near { add(miss) }
  }

  /// Why an intent was not heard, or not first.
  mutating func explain(_ intent: Intent) {
    add(style.paint("\(intent.name) and “\(sanitized(text))”", as: .emphasis))
    add("  read as: \(words(reading.utterance.tokens.indices))")
    if let position = reading.intents.firstIndex(where: { $0.intent == intent.name }) {
      let heard = reading.intents[position]
      add(position == 0 ? "  It is heard, and first." : "  It is heard, in place \(position + 1).")
      for line in evidence(heard) { add("     \(line)") }
    }
    for aside in reading.putAside where aside.heard.intent == intent.name {
      add("  A template matched and was put aside: \(aside.reason)")
      add(style.paint("     \(aside.heard.template)  at \(aside.heard.place)", as: .dim))
    }
    if reading.best.intent != intent.name {
      let best = reading.best
      var line = "  What won: \(best.intent), \(best.tier.rawValue), \(best.points) points"
      if let own = reading.intents.first(where: { $0.intent == intent.name }) {
        line += ", \(best.advantage(over: own))"
      }
      add(line)
      for line in evidence(best) { add(style.paint("     \(line)", as: .dim)) }
    }
    title("How far each template got")
    let search = NearMissSearch(rules: workshop.loaded.rules, compiled: rules)
    let misses = search.misses(of: intent, in: reading.utterance)
    if misses.isEmpty { add("  no template has a word in common with the message") }
    for miss in misses { add(miss) }
  }

  private mutating func add(_ miss: NearMiss) {
    let faults =
      miss.cost == 0 ? "matches" : miss.cost == 1 ? "one part short" : "\(miss.cost) parts short"
    add("  \(miss.intent): \(miss.line.text)  at \(miss.line.place), \(faults)")
    let width = miss.rows.map { displayWidth(of: $0.part) }.max() ?? 0
    for row in miss.rows where !(row.part.isEmpty && row.words.isEmpty) {
      let part =
        row.part
        + String(repeating: " ", count: max(0, min(width, 40) - displayWidth(of: row.part)))
      let fault = row.fault.map { style.paint("  ← \($0)", as: .error) } ?? ""
      add("     \(part)  \(sanitized(row.words))\(fault)")
    }
    if miss.cost > 0, let change = miss.change {
      add("     would match as: \(style.paint(change, as: .emphasis))")
    }
  }

  // MARK: - Reply

  private mutating func addReply(_ seed: UInt64) {
    var state = State(seed: seed)
    let reply = workshop.policy.reply(to: text, in: &state, using: Reader(rules))
    title("Reply")
    add(
      "  answers \(reply.answered)\(reply.guidance.isEmpty ? "" : ", guidance \(reply.guidance.joined(separator: ", "))")"
    )
    if !reply.parked.isEmpty { add("  keeps for later: \(reply.parked.joined(separator: ", "))") }
    if let question = state.question {
      add("  waits for an answer to “\(sanitized(question.text))”")
    }
    for place in reply.places { add(style.paint("  said from \(place)", as: .dim)) }
    add("  \(sanitized(reply.text))")
  }
}

extension Heard {
  /// Whether its facts are learnt: what likeness suggests teaches nothing.
  fileprivate var isLearnt: Bool {
    if case .template = evidence { true } else { false }
  }
}
