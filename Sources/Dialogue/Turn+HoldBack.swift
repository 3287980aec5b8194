// SPDX-License-Identifier: GPL-3.0-or-later

/// Where somebody is not safe, nothing is said that mends things between two people.
extension Turn {
  /// What may be answered all the same.
  private static let fitting: Set<String> = [
    "when-to-leave", "professional-help", "feeling-hurt", "feeling-angry", "feeling-anxious",
    "feeling-hopeless", "feeling-lonely", "feeling-confused", "feeling-hopeful", "feeling-guilty",
    "why-it-hurts", "childhood-roots",
  ]
  /// What there is to say that helps somebody who is not safe.
  private static let safeEntries = ["professional-help", "why-it-hurts"]

  /// The answer in place of advice, while a danger between two people stands; nil where there is none, or
  /// the subject does no harm.
  ///
  /// - Parameter asked: what the message was taken for, where it is not the subject itself.
  mutating func heldBack(
    _ opener: String?, about subject: String?, label asked: String? = nil
  ) -> Reply? {
    guard let danger = state.danger, !danger.isLifted,
      let name = Self.patterns[danger.intent]
    else { return nil }
    let family = subject.map(Context.family)
    if let family, Self.fitting.contains(family) { return nil }
    let label = asked ?? family ?? label
    if let family, context.isQuestion(reading.utterance),
      let text = composer.freshPattern(name, ["name": composer.name(of: family)])
    {
      return held(joined(opener, text), danger.intent, label)
    }
    if let text = composer.freshPattern("hold-open") {
      return held(joined(opener, text), danger.intent, label)
    }
    for entry in Self.safeEntries {
      if let body = composer.point(of: entry, label: label, ending: .none) {
        return closing(joined(opener, body.text), label)
      }
    }
    return closing(joined(opener ?? composer.pattern("answer-taken")), label)
  }

  private static let patterns = [
    "crisis-abuse": "hold-abuse", "crisis-harm-to-other": "hold-harm", "crisis-child": "hold-child",
  ]

  private mutating func held(_ text: String, _ danger: String, _ label: String) -> Reply {
    composer.draw(on: [danger])
    let question = text.hasSuffix("?") ? Question(kind: .open, text: text, label: danger) : nil
    return finish(text, label: label, question: question, keepsTopic: true)
  }
}
