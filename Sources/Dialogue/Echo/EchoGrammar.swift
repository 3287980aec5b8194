// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// Whether a clause is plain enough to be turned, and how it turns.
struct EchoGrammar: Sendable {
  private let inflector: Inflector
  private let thirds: Set<String>
  private let pasts: Set<String>
  private let participles: Set<String>
  private let bases: Set<String>
  private let ings: Set<String>
  /// Regular verbs that double a letter, by their past.
  private let doubled: [String: String]

  init(_ definition: LanguageDefinition) {
    let inflector = Inflector(definition)
    self.inflector = inflector
    let irregular = definition.irregular.filter { $0.base != "be" }
    let regular = definition.doubling.map { inflector.forms(of: $0) }
    thirds = Set(irregular.map(\.third) + regular.map(\.third))
    pasts = Set(irregular.map(\.past) + regular.map(\.past))
    participles = Set(irregular.map(\.participle) + regular.map(\.participle))
    bases = Set(irregular.map(\.base) + regular.map(\.base))
    ings = Set(irregular.map(\.ing) + regular.map(\.ing))
    doubled = Dictionary(
      definition.doubling.map { (inflector.forms(of: $0).past, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  struct Body {
    var words: [String]
  }

  /// The clause without what leads in and trails off, where its subject and verb are plain; nil otherwise.
  func plainClause(_ clause: [String]) -> Body? {
    var words = clause[...]
    while let first = words.first, EchoWords.openers.contains(first) { words.removeFirst() }
    while let last = words.last, EchoWords.closers.contains(last) { words.removeLast() }
    let body = Array(words)
    guard body.count >= 3, let last = body.last, !EchoWords.dangling.contains(last),
      !body.contains(where: EchoWords.unturnable.contains),
      let subject = subject(of: body), agrees(body, subject),
      hasNoStraySubject(body, after: subject.length), hasPlainGroups(body)
    else { return nil }
    return Body(words: body)
  }

  // MARK: - Subject and verb

  private enum Person { case speaker, third, many }

  private func subject(of words: [String]) -> (length: Int, person: Person)? {
    switch words[0] {
    case "i": return (1, .speaker)
    case "he", "she", "it": return (1, .third)
    case "they": return (1, .many)
    case "my":
      var index = 1
      while index < words.count, EchoWords.kinds.contains(words[index]) { index += 1 }
      guard index < words.count else { return nil }
      if EchoWords.people.contains(words[index]) { return (index + 1, .third) }
      return EchoWords.peopleMany.contains(words[index]) ? (index + 1, .many) : nil
    default: return nil
    }
  }

  /// Whether a finite verb follows that fits the subject.
  private func agrees(_ body: [String], _ subject: (length: Int, person: Person)) -> Bool {
    var index = subject.length
    while index < body.count, EchoWords.adverbs.contains(body[index]) { index += 1 }
    guard index < body.count - 1 else { return false }
    let verb = body[index]
    if EchoWords.auxiliaries.contains(verb) {
      return fits(verb, subject.person) && isWellFollowed(body, index)
    }
    if pasts.contains(verb) || isRegularPast(verb) { return true }
    return subject.person == .third ? thirds.contains(verb) : bases.contains(verb)
  }

  private func fits(_ verb: String, _ person: Person) -> Bool {
    switch verb {
    case "am": person == .speaker
    case "is", "has", "does": person == .third
    case "are": person == .many
    case "was": person != .many
    case "were": person == .many
    case "have", "do": person != .third
    default: true
    }
  }

  private func isRegularPast(_ word: String) -> Bool {
    word.hasSuffix("ed") && word.count > 4 && !word.hasSuffix("eed")
  }

  /// "would lie", never "would lied"; "has lied", never "has lie"; "is lying", never "is slept".
  private func isWellFollowed(_ body: [String], _ index: Int) -> Bool {
    var next = index + 1
    while next < body.count, EchoWords.adverbs.contains(body[next]) { next += 1 }
    guard next < body.count else { return false }
    let word = body[next]
    if EchoWords.subjects.contains(word) { return false }
    let isOnlyBase = bases.contains(word) && !participles.contains(word) && !pasts.contains(word)
    let isOnlyPast = (pasts.contains(word) || participles.contains(word)) && !bases.contains(word)
    switch body[index] {
    case let verb where EchoWords.modals.contains(verb):
      return !isOnlyPast && !isRegularPast(word) && !thirds.contains(word) && !word.hasSuffix("ing")
        && !["a", "the", "is", "was", "has", "am", "are", "been", "being"].contains(word)
        && !(["do", "does", "did"].contains(verb) && ["to", "my", "with"].contains(word))
    case "have", "has", "had":
      return !isOnlyBase && !ings.contains(word) && !thirds.contains(word)
        && !(pasts.contains(word) && !participles.contains(word))
    default:
      return !isOnlyBase && !thirds.contains(word) && !(isOnlyPast && body[index] == "is")
        && !(pasts.contains(word) && !participles.contains(word))
    }
  }

  /// A second subject needs a word that links it, or two sentences have run together.
  private func hasNoStraySubject(_ body: [String], after start: Int) -> Bool {
    for index in body.indices.dropFirst(start) where EchoWords.subjects.contains(body[index]) {
      // "it" is mostly what is acted on.
      if body[index] == "it" {
        let next = index + 1 < body.count ? body[index + 1] : ""
        if !EchoWords.auxiliaries.contains(next) { continue }
      }
      guard EchoWords.links.contains(body[index - 1]) else { return false }
    }
    return true
  }

  /// Nothing that reading split or joined may stand there as it is no word.
  private func hasPlainGroups(_ body: [String]) -> Bool {
    for (index, word) in body.enumerated() {
      let next = index + 1 < body.count ? body[index + 1] : ""
      if word == "'s", index == 0 || next.isEmpty { return false }
      if word == next { return false }
      // "he told me i was" would turn to "you you".
      if word == "me", next == "i" { return false }
      // "he asked me was there more" would turn to "you was".
      if word == "me", index > 0, body[index - 1].hasPrefix("ask"),
        EchoWords.auxiliaries.contains(next)
      {
        return false
      }
      // "i gave him the key that is the worst" are two sentences run together.
      if word == "that", index > 1, ["is", "was"].contains(next) { return false }
      if word == "a", let first = next.first, "aeiou".contains(first) { return false }
      if ["a", "an", "the", "my", "his", "her", "their"].contains(word),
        ["i", "me", "he", "him", "she", "they", "them", "us", "is", "was", "and", "to", "of"]
          .contains(next), word != "her"
      {
        return false
      }
      // "he says give it time" is a saying within a saying.
      if ["says", "said", "say", "goes"].contains(word), bases.contains(next) { return false }
      if word == "not", index > 0, index + 1 == body.count { return false }
    }
    return true
  }

  // MARK: - Turning

  func turned(_ body: [String]) -> String {
    var out: [String] = []
    for (index, word) in body.enumerated() {
      let before = index > 0 ? body[index - 1] : ""
      switch word {
      case "was" where isAfterSpeaker(body, index): out.append("were")
      case "not" where before == "can": out[out.count - 1] = "cannot"
      case "'s": out[out.count - 1] += "'s"
      default: out.append(EchoWords.swaps[word] ?? word)
      }
    }
    return out.joined(separator: " ")
  }

  /// "i was", "i just was": adverbs may stand between.
  private func isAfterSpeaker(_ body: [String], _ index: Int) -> Bool {
    var before = index - 1
    while before > 0, EchoWords.adverbs.contains(body[before]) { before -= 1 }
    return before >= 0 && body[before] == "i"
  }

  /// "i lied to my wife" → "lying to your wife"; only for something done, not denied.
  func gerund(_ body: [String]) -> String? {
    guard body[0] == "i", body.count >= 4, !EchoWords.auxiliaries.contains(body[1]) else {
      return nil
    }
    guard
      let base = (pasts.contains(body[1]) ? inflector.base(ofIrregular: body[1]) : nil)
        ?? doubled[body[1]], !EchoWords.stative.contains(base)
    else { return nil }
    let rest = body.dropFirst(2)
    let joins: Set<String> = ["and", "but", "so", "because", "when", "then", "or", "if"]
    guard
      !rest.contains(where: { joins.contains($0) || EchoWords.subjects.contains($0) && $0 != "it" })
    else { return nil }
    return turned([inflector.forms(of: base).ing] + rest)
  }
}
