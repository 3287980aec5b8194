// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Language
import Reading
import Terminal

/// What `mend explain` prints: one message followed from its letters to the reply.
struct ExplainPage {
  let text: String
  let style: Style
  let workshop: Workshop
  /// The rules as their files have them.
  let written: RuleSet
  let reading: Reading
  /// Whether the likeness model was learnt from other messages than there are now.
  let isModelStale: Bool
  var lines: [String] = []

  init(_ text: String, workshop: Workshop, written: RuleSet, isModelStale: Bool, style: Style) {
    self.text = text
    self.style = style
    self.workshop = workshop
    self.written = written
    self.isModelStale = isModelStale
    reading = Reader(workshop.policy.rules).read(text)
  }

  var rules: CompiledRules { workshop.policy.rules }

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

  mutating func add(_ line: String) { lines.append(line) }

  mutating func title(_ text: String) {
    add("")
    add(style.paint(text, as: .emphasis))
  }

  func word(_ index: Int) -> String {
    let token = reading.utterance.tokens[index]
    return sanitized(
      token.word == Lexicon.unknown
        ? reading.utterance.typed(index..<(index + 1)) : rules.templates.lexicon.words[token.word])
  }

  func words(_ range: Range<Int>) -> String { range.map(word).joined(separator: " ") }

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
