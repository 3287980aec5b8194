// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Dialogue
import Reading
import Terminal

/// Who heard it, on what evidence, in which order, and what was learnt.
extension ExplainPage {
  mutating func addHeard() {
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
        addOutweighed(heard)
      }
    }
  }

  /// Why a template's word came second to likeness, where it did.
  mutating func addOutweighed(_ heard: Heard) {
    guard let why = reading.best.outweighing(heard, isModelStale: isModelStale) else { return }
    add("     \(why.reason): \(why.remedy)")
  }

  func evidence(_ heard: Heard) -> [String] {
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

  mutating func addAsides() {
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

  mutating func addFacts() {
    var memory = Memory()
    memory.learn(from: reading)
    let told =
      reading.facts.map { (name: $0.name, value: $0.value, by: "“\(words($0.tokens))”") }
      + reading.intents.filter { $0.isFromTemplate || $0.intent == reading.best.intent }
      .flatMap { heard in
        heard.facts.sorted { $0.key < $1.key }.map {
          (name: $0.key, value: $0.value, by: heard.intent.description)
        }
      }
    func isLearnt(_ name: String, _ value: String) -> Bool {
      memory.facts[name]?.contains(value) == true
    }
    let learnt = told.filter { isLearnt($0.name, $0.value) }
    guard !learnt.isEmpty else { return }
    title("Learnt")
    for fact in learnt { add("  \(fact.name) = \(sanitized(fact.value)), from \(fact.by)") }
    for fact in told where !isLearnt(fact.name, fact.value) {
      guard let stands = memory[fact.name] else { continue }
      add(
        style.paint(
          "  set aside: \(fact.name) = \(sanitized(fact.value)), from \(fact.by); \(sanitized(stands)) stands before it",
          as: .dim))
    }
  }
}
