// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Dialogue
import Findings
import Mustache
import Reading
import Terminal

/// The page that `mend check --report` writes: every intent in plain language, on one page that needs
/// nothing else.
struct ReportPage {
  let checked: CheckedFolder
  let coverage: Coverage

  func html() throws -> String {
    let template = try MustacheTemplate(string: ReportTemplate.text)
    return template.render(content)
  }

  private var content: [String: Any] {
    let stories = checked.book.stories
    let byTier = Dictionary(grouping: stories, by: \.intent.tier)
    let turns = Dictionary(
      coverage.items(of: .intents).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let tiers = Tier.allCases.sorted(by: >).filter { byTier[$0] != nil }
    return [
      "style": ReportTemplate.style, "script": ReportTemplate.script, "summary": checked.summary,
      "findings": checked.findings.filter { $0.severity != .note }.prefix(200).map(finding),
      "parts": Coverage.Part.allCases.map(part),
      "tiers": tiers.map { tier in
        [
          "name": tier.rawValue.capitalizedFirst, "id": tier.rawValue,
          "count": byTier[tier]?.count ?? 0,
          "intents": (byTier[tier] ?? []).map {
            intent($0, turns[$0.intent.name.description])
          },
        ] as [String: Any]
      },
    ]
  }

  private func finding(_ finding: Finding) -> [String: Any] {
    [
      "severity": finding.severity.rawValue, "place": "\(finding.place)", "code": finding.code,
      "message": finding.message + (finding.help.map { "; \($0)" } ?? ""),
    ]
  }

  private func part(_ part: Coverage.Part) -> [String: Any] {
    let sum = coverage.sum(of: part)
    let missed = coverage.items(of: part).filter { !$0.isReached }
    return [
      "name": part.rawValue.capitalizedFirst, "meaning": Self.meanings[part] ?? "",
      "reached": sum.reached, "all": sum.all,
      "percent": sum.all == 0 ? 100 : sum.reached * 100 / sum.all, "hasMissed": !missed.isEmpty,
      "missed": missed.prefix(Self.mostMissed).map {
        ["name": broken($0.name), "place": "\($0.place)"]
      },
      "rest": missed.count > Self.mostMissed ? missed.count - Self.mostMissed : 0,
      "hasRest": missed.count > Self.mostMissed,
    ]
  }

  /// What a part of the rules is, to somebody who has not written any.
  private static let meanings: [Coverage.Part: String] = [
    .intents: "what somebody may mean", .templates: "sentences with choices that are listened for",
    .alternatives: "ways through a template", .listValues: "words of a list",
    .replies: "what is said back", .knowledge: "entries of the coach's own",
    .answers: "what follows a yes or a no",
  ]

  /// As HTML that may be broken behind each choice of a template, and not within words.
  private func broken(_ text: String) -> String {
    let cut = text.count > Self.longest ? text.prefix(Self.longest) + "…" : text
    return cut.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("|", with: "|<wbr>")
  }

  /// Longer texts are cut: where they stand is told beside them.
  private static let longest = 400

  /// More unreached items than this are only counted: the JSON has them all.
  private static let mostMissed = 100

  private func intent(_ story: IntentStory, _ reach: Coverage.Item?) -> [String: Any] {
    let intent = story.intent
    let plain = story.hearings.filter { !$0.sentence.isEmpty }
    let said = story.replies.map(reply)
    return [
      "name": intent.name.description,
      "about": intent.about ?? "Nobody has written yet what this is.",
      "place": "\(intent.place)", "rules": story.rules,
      "sentences": plain.prefix(6).map(\.sentence),
      "templates": story.hearings.map { ["text": broken($0.template), "place": "\($0.place)"] },
      "templateCount": counted(story.hearings.count, "template"),
      "examples": intent.examples.map(\.text), "hasExamples": !intent.examples.isEmpty,
      "counterexamples": intent.counterexamples.map(\.text),
      "hasCounterexamples": !intent.counterexamples.isEmpty,
      "rivals": story.rivals.prefix(6).map(rival), "hasRivals": !story.rivals.isEmpty,
      "replies": said, "hasReplies": !said.isEmpty,
      "replyCount": counted(said.count, "reply", "replies"),
      "knowledge": story.knowledge.map { ["title": $0.title, "id": $0.id] },
      "hasKnowledge": !story.knowledge.isEmpty,
      "turns": counted(reach?.turns ?? 0, "saved turn"),
      "tests": counted(reach?.tests ?? 0, "example"), "isUnreached": reach?.isReached != true,
    ]
  }

  private func rival(_ rival: IntentStory.Rival) -> [String: Any] {
    [
      "name": rival.intent.description,
      // Likeness also hears families, which have no card of their own.
      "isHere": checked.book.compiled.intents.contains { $0.name == rival.intent },
      "how": "also heard in \(counted(rival.examples, "example"))"
        + (rival.first > 0 ? ", first in \(rival.first)" : ""),
    ]
  }

  /// As it is said while nothing is known of the other.
  private func said(_ spoken: Spoken) -> String {
    Wording(memory: Memory()).filled(spoken.text, keeping: ["emergency", "line", "region"])
  }

  private func reply(_ variant: ReplyVariant) -> [String: Any] {
    let when = variant.conditions.sorted { $0.key < $1.key }.map {
      "\($0.key) is \($0.value.joined(separator: " or "))"
    }
    var content = [
      "text": said(variant.text),
      "when": when.isEmpty ? "" : "when \(when.joined(separator: " and "))",
      "place": "\(variant.text.place)",
    ]
    // A key that is there counts as a yes, however empty its text.
    content["ask"] = variant.ask.map(said)
    content["step"] = variant.step.map(said)
    content["yes"] = variant.yes.map(said)
    content["no"] = variant.no.map(said)
    return content
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
