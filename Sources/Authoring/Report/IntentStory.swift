// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading

/// One intent told in plain language: what it hears, what it competes with, what is answered.
public struct IntentStory: Sendable {
  public struct Hearing: Sendable {
    public var template: String
    /// The plainest sentence that the template stands for.
    public var sentence: String
    public var place: Place
  }

  public struct Rival: Sendable {
    public var intent: IntentName
    /// In how many of the examples it is heard as well.
    public var examples: Int
    /// In how many of these it comes first.
    public var first: Int
  }

  public var intent: Intent
  /// When it counts and what becomes of it otherwise, a sentence each.
  public var rules: [String]
  public var hearings: [Hearing]
  public var rivals: [Rival]
  public var replies: [ReplyVariant]
  /// Knowledge entries that its replies draw on.
  public var knowledge: [KnowledgeEntry]
}

extension RuleBook {
  /// Every intent's story, by tier and name.
  public var stories: [IntentStory] {
    let sampler = TemplateSampler(lists: rules.lists, rules: rules.rules)
    let probesOf = Dictionary(grouping: probes.filter { !$0.isCounterexample }, by: \.intent.name)
    return compiled.intents.sorted { ($1.tier, $0.name) < ($0.tier, $1.name) }.map { intent in
      let replies = coach.replies(to: intent.name.description)
      return IntentStory(
        intent: intent, rules: conduct(of: intent),
        hearings: intent.sentences.map { line in
          .init(
            template: line.text, sentence: plain(sampler.sentence(line.text, number: 0) ?? ""),
            place: line.place)
        },
        rivals: rivals(of: intent.name, in: probesOf[intent.name] ?? []),
        replies: replies?.allVariants ?? [], knowledge: knowledge(of: intent, replies))
    }
  }

  /// Without the marks that the edge of a clause left.
  private func plain(_ sentence: String) -> String {
    let words = sentence.split(separator: " ").filter { $0 != "," }
    return words.joined(separator: " ")
  }

  private func rivals(of name: IntentName, in probes: [Probe]) -> [IntentStory.Rival] {
    var rivals: [IntentName: IntentStory.Rival] = [:]
    for probe in probes {
      for (rank, heard) in probe.reading.intents.prefix(5).enumerated() where heard.intent != name {
        var rival = rivals[heard.intent] ?? .init(intent: heard.intent, examples: 0, first: 0)
        rival.examples += 1
        if rank == 0 { rival.first += 1 }
        rivals[heard.intent] = rival
      }
    }
    return rivals.values.sorted {
      ($1.first, $1.examples, $0.intent) < ($0.first, $0.examples, $1.intent)
    }
  }

  private func knowledge(of intent: Intent, _ replies: Replies?) -> [KnowledgeEntry] {
    let named = (replies?.guidance ?? []).compactMap { coach.knowledge[$0] }
    return named.isEmpty ? [coach.knowledge[intent.name.family]].compactMap { $0 } : named
  }

  // MARK: - In plain words

  private func conduct(of intent: Intent) -> [String] {
    var said = [guards(of: intent)]
    if intent.whole { said.append("It must be all that is said.") }
    for (fact, values) in intent.conditions.sorted(by: { $0.key < $1.key }) {
      said.append("It counts only once \(fact) is known to be \(values.joined(separator: " or ")).")
    }
    if let family = compiled.families[intent.name.family] {
      if let other = family.other { said.append("Told of the other person it is \(other).") }
      if let asked = family.asked { said.append("Asked about, it is \(asked).") }
      if let letGo = family.letGo { said.append("Given up, it is \(letGo).") }
    }
    for (fact, value) in intent.captures.sorted(by: { $0.key < $1.key }) {
      said.append(
        value.hasPrefix("{")
          ? "From it mend learns \(fact), in the person's own words."
          : "From it mend learns that \(fact) is \(value).")
    }
    return said
  }

  private func guards(of intent: Intent) -> String {
    let holder =
      switch intent.guards.holder {
      case .speaker: "the speaker says it of themself"
      case .other: "it is said of the other person"
      case .nobody: "it is said of nobody in particular"
      case nil: "anybody says it"
      }
    let stance = intent.guards.stance.map { Self.stances[$0] ?? "as \($0.rawValue)" }
    let time = intent.guards.time.map { "in the \($0.rawValue)" }
    return "It counts when "
      + ([holder] + [stance, time].compactMap { $0 }).joined(separator: ", ")
      + "."
  }

  private static let stances: [Stance: String] = [
    .held: "and means it", .negated: "and denies it", .asked: "as a question",
    .letGo: "and has given it up",
  ]
}
