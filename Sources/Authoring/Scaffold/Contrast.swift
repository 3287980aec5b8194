// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading

/// The same thing said so that it is no longer meant: denied, told of another, over, supposed, asked.
///
/// The forms are for an author to mark: which of them the intent should hear is a judgement.
public struct Contrast: Sendable {
  public enum Form: String, Sendable, CaseIterable {
    case negated
    case thirdPerson = "third-person"
    case past, supposed, asked
  }

  public var form: Form
  public var text: String
  /// What is heard now.
  public var heard: IntentName

  /// The forms of every example of an intent.
  public static func all(of intent: Intent, rules: CompiledRules) -> [Contrast] {
    let reader = Reader(rules)
    let lexicon = rules.templates.lexicon
    return intent.examples.flatMap { example in
      forms(of: example.text, lexicon).map { form, text in
        Contrast(form: form, text: text, heard: reader.read(text).best.intent)
      }
    }
  }

  private static func forms(of example: String, _ lexicon: Lexicon) -> [(Form, String)] {
    var bare = example
    while let last = bare.last, ".!? ".contains(last) { bare.removeLast() }
    let said = lowerFirst(bare)
    guard let deed = Deed(said, lexicon) else {
      return [
        (.negated, "I'm not saying that \(said)."), (.thirdPerson, "He says that \(turned(said))."),
        (.past, "I used to say that \(said)."), (.supposed, "What if I said that \(said)?"),
        (.asked, "Is it wrong to say that \(said)?"),
      ]
    }
    return [
      (.negated, "I don't \(deed.verb.base)\(deed.rest) any more."),
      (
        .thirdPerson,
        "My friend \(deed.isPast ? deed.verb.past : deed.verb.third)\(turned(deed.rest))."
      ),
      (.past, "I used to \(deed.verb.base)\(deed.rest)."),
      (.supposed, "If I \(deed.verb.base)\(deed.rest), what then?"),
    ]
  }

  /// "I" and what is done, which goes into other forms as it stands.
  private struct Deed {
    let verb: Inflector.Forms
    /// What follows the verb, with the blank before it.
    let rest: String
    let isPast: Bool

    /// What stands between "I" and the verb, or in its place, and makes another sentence of it.
    private static let notVerbs: Set<String> = [
      "am", "was", "have", "had", "do", "did", "will", "would", "can", "could", "should", "shall",
      "might", "may", "must", "just", "only", "never", "always", "really", "still", "even", "not",
      "and", "don't", "didn't", "won't", "can't", "cannot", "used", "guess", "think", "know",
    ]

    /// Nil for anything but one plain clause that begins with "I" and a verb.
    init?(_ said: String, _ lexicon: Lexicon) {
      let inflector = Inflector(lexicon.definition)
      let words = said.split(separator: " ", maxSplits: 2)
      guard words.count > 1, words[0] == "I" || words[0] == "i",
        words[1].allSatisfy({ $0.isLowercase }), !Self.notVerbs.contains(String(words[1])),
        !said.contains(where: { ",.;:!?".contains($0) })
      else { return nil }
      rest = words.count > 2 ? " \(words[2])" : ""
      guard !rest.contains(" i "), !rest.contains(" I ") else { return nil }
      let word = String(words[1])
      if let base = inflector.base(ofIrregular: word) {
        verb = inflector.forms(of: base)
        isPast = word == verb.past
        guard isPast || word == verb.base else { return nil }
      } else if word.hasSuffix("ed") {
        // Of the ways to take the ending away, the one that leaves a word.
        let stems = [word.dropLast(1), word.dropLast(2), word.dropLast(3)].map(String.init)
        guard
          let base = stems.first(where: {
            lexicon.isWord($0) && inflector.forms(of: $0).past == word
          })
        else {
          return nil
        }
        verb = inflector.forms(of: base)
        isPast = true
      } else {
        guard !word.hasSuffix("ly") else { return nil }
        verb = inflector.forms(of: word)
        isPast = false
      }
    }
  }

  private static let turns = [
    "i": "he", "i'm": "he's", "i've": "he's", "i'll": "he'll", "i'd": "he'd", "me": "him",
    "my": "his",
    "mine": "his", "myself": "himself", "am": "is", "im": "hes", "ive": "hes",
  ]

  private static func turned(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let letters = word.prefix { $0.isLetter || $0 == "'" || $0 == "’" }
      guard let other = turns[letters.lowercased().replacing("’", with: "'")] else {
        return String(word)
      }
      return other + word.dropFirst(letters.count)
    }.joined(separator: " ")
  }

  private static func lowerFirst(_ text: String) -> String {
    let first = text.prefix { !$0.isWhitespace }
    let staysUpper =
      first == "I" || first.hasPrefix("I'") || first.hasPrefix("I’")
      || first.dropFirst().contains { $0.isUppercase }
    return staysUpper ? text : text.prefix(1).lowercased() + text.dropFirst()
  }
}
