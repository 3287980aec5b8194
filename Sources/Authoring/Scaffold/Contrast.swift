// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// The same thing said so that it is no longer meant: denied, told of another, over, supposed, asked.
///
/// The forms are written for an author to mark, not to be good English every time: which of them the intent
/// should hear is a judgement.
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

  /// Every form of every example of an intent.
  public static func all(of intent: Intent, rules: CompiledRules) -> [Contrast] {
    let reader = Reader(rules)
    return intent.examples.flatMap { example in
      Form.allCases.map { form in
        let text = text(of: example.text, as: form)
        return Contrast(form: form, text: text, heard: reader.read(text).best.intent)
      }
    }
  }

  static func text(of example: String, as form: Form) -> String {
    var bare = example
    while let last = bare.last, ".!? ".contains(last) { bare.removeLast() }
    let said = lowerFirst(bare)
    switch form {
    case .negated: return "I'm not saying that \(said)."
    case .thirdPerson: return "He says that \(turned(said))."
    case .past: return "I used to say that \(said)."
    case .supposed: return "What if I said that \(said)?"
    case .asked: return "Is it wrong to say that \(said)?"
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
