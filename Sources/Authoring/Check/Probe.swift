// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// One example or counterexample, and what reading it gave.
struct Probe: Sendable {
  let intent: Intent
  let line: Intent.Line
  let isCounterexample: Bool
  let reading: Reading
  /// Sentence templates that matched its words, whatever came of them.
  let templates: Set<Int>
}

/// Examples as they were read, of all intents or of a share of them: reading is what takes longest, and
/// who has several cores can have each read its share.
public struct ProbedExamples: Sendable {
  private(set) var probes: [Probe]

  /// An intent that applies only to what is known so far is read with just that known.
  ///
  /// - Parameters:
  ///   - share: which share of the intents, from 0.
  ///   - shares: how many there are.
  public init(of rules: CompiledRules, share: Int = 0, of shares: Int = 1) {
    let reader = Reader(rules)
    let size = (rules.intents.count + shares - 1) / max(1, shares)
    let chosen = rules.intents.dropFirst(share * size).prefix(size)
    probes = chosen.flatMap { intent in
      let known = intent.conditions.mapValues { Set($0) }
      func probe(_ line: Intent.Line, counter: Bool) -> Probe {
        let reading = reader.read(line.text, knowing: known)
        let templates = reader.lastMatches.map(\.template).filter { rules.sentence(of: $0) != nil }
        return Probe(
          intent: intent, line: line, isCounterexample: counter, reading: reading,
          templates: Set(templates))
      }
      return intent.examples.map { probe($0, counter: false) }
        + intent.counterexamples.map { probe($0, counter: true) }
    }
  }

  /// The shares together again, in their order.
  public init(joining shares: [ProbedExamples]) { probes = shares.flatMap(\.probes) }
}
