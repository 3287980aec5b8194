// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Reading
import Terminal

/// What nearly heard it, part by part, and the smallest change that would.
extension ExplainPage {
  /// A part is shown up to this many letters.
  private static let widest = 40

  mutating func addNearest() {
    let search = NearMissSearch(rules: written, compiled: rules)
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
      reading.intents.first { $0.intent == intent.name }.map { addOutweighed($0) }
      for line in evidence(best) { add(style.paint("     \(line)", as: .dim)) }
    }
    title("How far each template got")
    let search = NearMissSearch(rules: written, compiled: rules)
    let misses = search.misses(of: intent, in: reading.utterance)
    if misses.isEmpty { add("  no template has a word in common with the message") }
    for miss in misses { add(miss) }
  }

  /// What a role does in the templates of an intent.
  private func turning(_ intent: IntentName) -> String {
    let family = rules.families[intent.family]
    return family?.other.map { "told of the other, that is \($0)" }
      ?? "told of the other, that needs a family: families: {\(intent.family): {other: partner-\(intent.family)}}"
  }

  private mutating func add(_ miss: NearMiss) {
    let faults =
      miss.cost == 0 ? "matches" : miss.cost == 1 ? "one part short" : "\(miss.cost) parts short"
    add("  \(miss.intent): \(miss.line.text)  at \(miss.line.place), \(faults)")
    let parts = miss.rows.map { row in
      row.part.count > Self.widest ? row.part.prefix(Self.widest - 1) + "…" : row.part
    }
    let width = parts.map { displayWidth(of: $0) }.max() ?? 0
    for (row, shown) in zip(miss.rows, parts) where !(row.part.isEmpty && row.words.isEmpty) {
      let part = shown + String(repeating: " ", count: max(0, width - displayWidth(of: shown)))
      let fault = row.fault.map { style.paint("  ← \($0)", as: .error) } ?? ""
      add("     \(part)  \(sanitized(row.words))\(fault)")
    }
    if miss.cost > 0, let change = miss.change {
      add("     would match as: \(style.paint(change, as: .emphasis))")
      if miss.turnsRole { add("     \(turning(miss.intent))") }
    }
  }
}
