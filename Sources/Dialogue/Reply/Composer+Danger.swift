// SPDX-License-Identifier: GPL-3.0-or-later

/// What is said to danger, with help for where the person lives.
extension Composer {
  /// What is said at one stage of a conversation about danger.
  mutating func safety(_ intent: String, _ stage: SafetyStage, region: String?) -> Body? {
    let family = Context.family(intent)
    guard let stages = coach.replies(to: family)?.stages, var variants = stages[stage] else {
      return nil
    }
    let wording = Wording(memory: state.memory, extra: help(family, region))
    if stage == .again,
      !variants.contains(where: { state.freshness.isFresh(wording.filled($0.text.text)) })
    {
      // All of it was said; then rather the help lines once more than the same words.
      variants += stages[.first] ?? []
    }
    guard
      let chosen = state.freshness.choose(
        variants, seed: seed, text: { wording.filled($0.text.text) })
    else {
      return nil
    }
    note(chosen.text)
    var body = body(chosen, family, wording)
    body.question = Question(kind: .safety, text: body.question?.text ?? "", label: family)
    return body
  }

  /// Whom to reach, and nothing else.
  mutating func helpline(_ intent: String, region: String?) -> String? {
    pattern("helpline", help(Context.family(intent), region))
  }

  private func help(_ family: String, _ region: String?) -> [String: String] {
    let kind =
      switch family {
      case "crisis-abuse": "abuse"
      case "crisis-harm-to-other": "harming"
      case "crisis-child": "child"
      default: "self_harm"
      }
    let here = coach.contacts.first { $0.region == region }
    let anywhere = coach.contacts.first { $0.region == "anywhere" }
    return [
      "emergency": here?.emergency ?? anywhere?.emergency ?? "112 or 911",
      "line": here?.lines[kind] ?? anywhere?.lines[kind] ?? anywhere?.lines["self_harm"]
        ?? "a free help line near you (findahelpline.com lists them by country)",
    ]
  }
}
