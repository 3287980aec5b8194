// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Language
import Reading
import RuleFiles
import Testing

/// What is given back of a person's words is whole and right, or it is not given back.
@Suite struct EchoTests {
  /// Everything that the rules hold of what people say: examples, and heard messages.
  private static let corpus: [String] = {
    guard let loaded = Shipped.loaded else { return [] }
    return loaded.rules.intents.flatMap { $0.examples.map(\.text) } + loaded.messages.map(\.text)
  }()

  private func reflections(_ text: String, _ reader: Reader, _ echo: Echo) -> [Echo.Reflection] {
    let reading = reader.read(text)
    return reading.clauses.map {
      echo.reflect(reading, around: $0.tokens, lexicon: Shipped.policy.rules.templates.lexicon)
    }
  }

  @Test func noSentenceIsBroken() {
    let reader = Reader(Shipped.policy.rules)
    let echo = Echo(Shipped.policy.rules.templates.lexicon.definition)
    var count = 0
    for (index, text) in Self.corpus.enumerated() where index % 8 == 0 {
      for reflection in reflections(text, reader, echo) {
        guard let clause = reflection.clause else { continue }
        count += 1
        for fault in Self.faults(in: clause) { Issue.record("\(fault): \(clause) (from: \(text))") }
      }
    }
    #expect(count > 1_000, "the corpus gave only \(count) clauses")
  }

  /// What a careful reader would strike.
  private static func faults(in clause: String) -> [String] {
    let words = clause.split(separator: " ").map(String.init)
    var found: [String] = []
    func pair(_ left: Set<String>, _ right: Set<String>, _ what: String) {
      for (one, two) in zip(words, words.dropFirst())
      where left.contains(one) && right.contains(two) {
        found.append(what)
      }
    }
    let own: Set = ["i", "me", "my", "mine", "myself", "am", "we", "us", "our", "ours"]
    if words.contains(where: own.contains) { found.append("a word of the speaker's own") }
    if !["you", "he", "she", "it", "they", "your"].contains(words[0]) {
      found.append("no subject")
    }
    if !(3...16).contains(words.count) { found.append("too short or too long") }
    // "the woman next to you has" and "loving you is hard" are right: there it is not "you" who has or is.
    let before: Set = [
      "to", "with", "of", "for", "near", "behind", "beside", "from", "about", "than", "loving",
    ]
    for (index, word) in words.enumerated().dropFirst()
    where words[index - 1] == "you" && ["is", "was", "has", "does", "am"].contains(word) {
      if index < 2 || !before.contains(words[index - 2]) { found.append("you is") }
    }
    if ["he", "she", "it"].contains(words[0]) {
      if ["are", "were", "have", "do", "am"].contains(words[1]) { found.append("he are") }
    }
    if words[0] == "they", ["is", "was", "has", "does"].contains(words[1]) {
      found.append("they is")
    }
    let pasts: Set = ["lied", "went", "gave", "took", "knew", "stole", "hid", "cheated"]
    pair(
      ["would", "could", "should", "will", "can", "might", "must"],
      pasts.union(["was", "is", "has"]), "a modal and a past")
    // "what you did is bad" is right.
    pair(["did", "does"], pasts, "a modal and a past")
    pair(
      ["has", "have", "had"], ["lie", "go", "give", "take", "know", "steal", "went"], "has lie")
    pair(
      ["the", "a", "an", "his", "your"], ["i", "you", "he", "she", "they", "and", "to"], "the he")
    for (one, two) in zip(words, words.dropFirst()) where one == two {
      found.append("a doubled word")
    }
    let last = words[words.count - 1]
    let open: Set = [
      "the", "a", "an", "and", "but", "or", "to", "of", "with", "my", "your", "his", "that",
      "because",
      "if", "was", "is", "not", "for", "at", "in", "on", "i", "he", "she", "they", "you", "would",
    ]
    if open.contains(last), last != "you", last != "in", last != "on" {
      found.append("an open end")
    }
    return found
  }

  @Test(arguments: [
    ("i lied to my wife about the money", "you lied to your wife about the money"),
    ("my brother told everyone i was ill", "your brother told everyone you were ill"),
    ("i can't trust her anymore", "you cannot trust her anymore"),
    ("my dad knows i sold his watch", "your dad knows you sold his watch"),
  ])
  func wordsTurn(_ pair: (typed: String, said: String)) {
    let reader = Reader(Shipped.policy.rules)
    let echo = Echo(Shipped.policy.rules.templates.lexicon.definition)
    #expect(reflections(pair.typed, reader, echo).first?.clause == pair.said)
  }

  @Test func whatWasDoneIsNamed() {
    let reader = Reader(Shipped.policy.rules)
    let echo = Echo(Shipped.policy.rules.templates.lexicon.definition)
    let found = reflections("i lied to my wife about the money", reader, echo)
    #expect(found.first?.doing == "lying to your wife about the money")
  }

  @Test(arguments: [
    "we had a fight", "you are no help", "what if i lied to her", "she's a lying bitch to my mum",
    "he told me i was mad again", "would lied to me all the time",
  ])
  func whatCannotTurnIsLeftOut(_ text: String) {
    let reader = Reader(Shipped.policy.rules)
    let echo = Echo(Shipped.policy.rules.templates.lexicon.definition)
    for reflection in reflections(text, reader, echo) { #expect(reflection.clause == nil) }
  }
}
