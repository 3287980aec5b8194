// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading

/// A text that may be said, with what it is for, so that each check looks at every one of them.
struct SpokenText {
  enum Role {
    case text, ask, step, yes, no, point, pattern, exercise
  }

  let spoken: Spoken
  let role: Role
  /// Whether it answers danger.
  let isDanger: Bool
  /// Its sentences and plain words, which half the checks look at.
  let sentences: [String]
  let words: [String]

  init(spoken: Spoken, role: Role, isDanger: Bool = false) {
    self.spoken = spoken
    self.role = role
    self.isDanger = isDanger
    sentences = spoken.text.sentences
    words = spoken.text.plainWords
  }
}

extension RuleBook {
  /// Whether a name belongs to a danger.
  func isDanger(_ name: String) -> Bool { compiled.isDanger(name) }
}

extension CompiledRules {
  func isDanger(_ name: String) -> Bool {
    name.hasPrefix("crisis-") || tier(ofFamily: IntentName(name).family) == .safety
  }
}

extension SpokenText {
  /// Every text of the rules but cues and names, which are never whole sentences.
  static func all(of coach: Coach, isDanger: (String) -> Bool) -> [SpokenText] {
    var found: [SpokenText] = []
    for (name, replies) in coach.replies.sorted(by: { $0.key < $1.key }) {
      for variant in replies.allVariants {
        func add(_ spoken: Spoken?, _ role: SpokenText.Role) {
          guard let spoken else { return }
          found.append(
            SpokenText(spoken: spoken, role: role, isDanger: isDanger(name)))
        }
        add(variant.text, .text)
        add(variant.ask, .ask)
        add(variant.step, .step)
        add(variant.yes, .yes)
        add(variant.no, .no)
      }
    }
    for (_, entry) in coach.knowledge.sorted(by: { $0.key < $1.key }) {
      let points = entry.points.flatMap(\.said.all) + entry.steps
      found += points.map { SpokenText(spoken: $0, role: .point) }
      found += entry.tries.all.map { SpokenText(spoken: $0, role: .step) }
      found += entry.asks.all.map { SpokenText(spoken: $0, role: .ask) }
    }
    for (name, texts) in coach.patterns.sorted(by: { $0.key < $1.key })
    where !name.hasPrefix("cue-") && !name.hasPrefix("name-") {
      found += texts.map { SpokenText(spoken: $0, role: .pattern) }
    }
    for exercise in coach.exercises {
      let steps = exercise.steps.flatMap { [$0.ask, $0.hint, $0.more].compactMap { $0 } }
      let texts = [exercise.offer, exercise.opening, exercise.closing] + steps
      found += texts.map { SpokenText(spoken: $0, role: .exercise) }
    }
    return found
  }
}

extension Replies {
  /// The variants of all stages as well.
  var allVariants: [ReplyVariant] { variants + SafetyStage.allCases.flatMap { stages[$0] ?? [] } }
}
