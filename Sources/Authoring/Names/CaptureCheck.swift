// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading

/// Finds facts learnt from a capture that no template makes, and names for the other that no sentence can
/// hold ("your a friend").
struct CaptureCheck: Check {
  /// Words that must not follow "your".
  private static let determiners: Set = [
    "a", "an", "the", "my", "our", "your", "his", "her", "their", "this", "that", "some", "i", "me",
  ]

  func findings(in book: RuleBook) -> [Finding] {
    let slots = CaptureSlots(book.rules)
    return intents(book, slots) + facts(book, slots) + names(book, slots)
  }

  private func intents(_ book: RuleBook, _ slots: CaptureSlots) -> [Finding] {
    book.rules.intents.flatMap { intent in
      intent.captures.sorted { $0.key < $1.key }.compactMap { fact, value -> Finding? in
        guard value.hasPrefix("{"), value.hasSuffix("}") else { return nil }
        let slot = String(value.dropFirst().dropLast())
        let captured = slots.slots(of: intent.sentences)
        return captured.contains(slot) ? nil : unfilled(fact, slot, captured, intent.place)
      }
    }
  }

  private func facts(_ book: RuleBook, _ slots: CaptureSlots) -> [Finding] {
    book.rules.facts.compactMap { rule in
      guard rule.value == nil else { return nil }
      let captured = slots.slots(of: rule.sentences)
      return captured.contains(rule.name)
        ? nil : unfilled(rule.name, rule.name, captured, rule.place)
    }
  }

  private func unfilled(_ fact: String, _ slot: String, _ known: Set<String>, _ place: Place)
    -> Finding
  {
    .error(
      "capture-never-filled", "\(fact) is learnt from {\(slot)}, which no template here captures",
      at: place,
      help: nearest(to: slot, among: known).map { "did you mean {\($0)}?" }
        ?? "capture it in a template: {list:\(slot)}")
  }

  /// Every value that may become `{other}`.
  private func names(_ book: RuleBook, _ slots: CaptureSlots) -> [Finding] {
    let fixed = book.rules.facts.filter { $0.name == "other" }.compactMap { rule in
      rule.value.map { ($0, rule.place) }
    }
    let told = book.rules.intents.compactMap { intent in
      intent.captures["other"].map { ($0, intent.place) }
    }.filter { !$0.0.hasPrefix("{") }
    let listed = slots.values(ofSlot: "other", in: book.rules)
    return (fixed + told + listed).compactMap { value, place in
      var memory = Memory()
      memory.set("other", value)
      let words = Wording(memory: memory).other.split(separator: " ")
      guard words.count < 2 || Self.determiners.contains(String(words[1]).lowercased()) else {
        return nil
      }
      return .warning(
        "capture-grammar", "a reply would say \"\(words.joined(separator: " "))\"", at: place,
        help: "capture the bare name (out: wife)", length: value.unicodeScalars.count)
    }
  }
}
