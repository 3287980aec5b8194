// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// What the likeness stage learns from: the `heard:` lists, and the examples and counterexamples of all
/// intents.
public enum TrainingMessages {
  /// How many heard messages an example or a counterexample counts for: it is a promise to be kept.
  static let authorsWeight = 6.0

  public static func messages(_ loaded: LoadedRules) -> [LikenessLearner.Message] {
    let heard = loaded.messages.map { entry in
      LikenessLearner.Message(
        entry.text,
        labels: entry.labels.split(separator: "|").map { String($0.trimmed.prefix { $0 != "." }) })
    }
    let examples = loaded.rules.intents.flatMap { intent in
      intent.examples.map {
        LikenessLearner.Message($0.text, labels: [intent.name.family], weight: Self.authorsWeight)
      }
    }
    let counterexamples = loaded.rules.intents.flatMap { intent in
      intent.counterexamples.map {
        LikenessLearner.Message(
          $0.text, labels: [], counterexampleOf: intent.name.family, weight: Self.authorsWeight)
      }
    }
    return (heard + examples + counterexamples).sorted {
      ($0.text, $0.labels.first ?? "", $0.counterexampleOf ?? "")
        < ($1.text, $1.labels.first ?? "", $1.counterexampleOf ?? "")
    }
  }

  /// Changes whenever any message or label does.
  public static func digest(_ messages: [LikenessLearner.Message]) -> String {
    var digest = ContentDigest()
    for message in messages {
      digest.add(message.text.utf8)
      digest.add(message.labels.joined(separator: "|").utf8)
      digest.add((message.counterexampleOf ?? "").utf8)
    }
    return digest.value
  }
}
