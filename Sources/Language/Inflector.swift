// SPDX-License-Identifier: GPL-3.0-or-later

/// The forms of a verb or noun: irregular ones as the language file lists them, the rest by spelling.
public struct Inflector: Sendable {
  public struct Forms: Sendable, Equatable {
    public var base: String
    public var third: String
    public var past: String
    public var participle: String
    public var ing: String

    var all: [String] { [base, third, past, participle, ing] }
  }

  private let irregular: [String: Forms]
  private let doubling: Set<String>
  private let bases: [String: String]

  public init(_ definition: LanguageDefinition) {
    irregular = Dictionary(
      definition.irregular.map {
        (
          $0.base,
          Forms(
            base: $0.base, third: $0.third, past: $0.past, participle: $0.participle, ing: $0.ing)
        )
      }, uniquingKeysWith: { first, _ in first })
    doubling = Set(definition.doubling)
    var bases: [String: String] = [:]
    for forms in definition.irregular {
      for form in [forms.third, forms.past, forms.participle, forms.ing] where bases[form] == nil {
        bases[form] = forms.base
      }
    }
    self.bases = bases
  }

  /// All forms of a verb; of a phrase, its first word is inflected (`cover up` → `covered up`).
  public func verbForms(_ phrase: String) -> [String] {
    let words = phrase.split(separator: " ", maxSplits: 1)
    guard let verb = words.first else { return [phrase] }
    let rest = words.count > 1 ? " \(words[1])" : ""
    return unique(forms(of: String(verb)).all).map { $0 + rest }
  }

  public func nounForms(_ phrase: String) -> [String] {
    guard let last = phrase.split(separator: " ").last else { return [phrase] }
    let head = phrase.dropLast(last.count)
    return unique([phrase, head + plural(String(last))])
  }

  public func forms(of verb: String) -> Forms {
    if let known = irregular[verb] { return known }
    let stem = doubling.contains(verb) ? verb + String(verb.suffix(1)) : verb
    let past =
      verb.hasSuffix("e")
      ? verb + "d" : endsInConsonantY(verb) ? verb.dropLast() + "ied" : stem + "ed"
    return Forms(
      base: verb, third: plural(verb), past: past, participle: past, ing: ing(verb, stem))
  }

  /// The verb that an irregular form belongs to.
  public func base(ofIrregular form: String) -> String? { bases[form] }

  private func ing(_ verb: String, _ stem: String) -> String {
    if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
    let mute =
      verb.hasSuffix("e") && !verb.hasSuffix("ee") && !verb.hasSuffix("ye") && verb.count > 2
    return mute ? verb.dropLast() + "ing" : stem + "ing"
  }

  private func plural(_ word: String) -> String {
    if endsInConsonantY(word) { return word.dropLast() + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].contains { word.hasSuffix($0) }
    return word + (hisses ? "es" : "s")
  }

  private func endsInConsonantY(_ word: String) -> Bool {
    guard word.hasSuffix("y"), let before = word.dropLast().last else { return false }
    return !"aeiou".contains(before)
  }

  private func unique(_ forms: [String]) -> [String] {
    var seen: Set<String> = []
    return forms.filter { seen.insert($0).inserted }
  }
}
