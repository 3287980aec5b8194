// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading
import Templates
import Testing

/// What is made of matches: ranking, guards, families, facts. Rules are Swift values.
@Suite struct ReaderTests {
  static func reader(
    _ intents: [Intent], families: [Family] = [], facts: [FactRule] = [],
    lists: [ListDefinition] = [],
    language: LanguageDefinition = .small
  ) -> Reader {
    Reader(
      compiled(
        RuleSet(
          language: language, intents: intents, families: families, facts: facts, lists: lists,
          rules: [
            .init(name: "i", template: "i", place: nowhere),
            .init(name: "they", template: "(he|she|they)", place: nowhere),
            .init(name: "am", template: "(am|is|are)", place: nowhere),
          ])))
  }

  @Test func tierThenSpecificityThenNameDecide() {
    let reader = Self.reader([
      Intent("b.topic", "he lied", tier: .topic), Intent("a.topic", "he lied", tier: .topic),
      Intent("longer", "he lied to me", tier: .topic), Intent("pit", "he", tier: .pitfall),
      Intent("danger", "lied", tier: .safety), Intent("mood", "he lied to me", tier: .feeling),
    ])
    let reading = reader.read("he lied to me")
    #expect(reading.names == ["danger", "pit", "longer", "a.topic", "b.topic", "mood"])
    #expect(reading.certainty == 1)
  }

  @Test func bestMatchOfAnIntentIsItsEvidence() {
    let reader = Self.reader([Intent("lie", "he lied", "he lied * me", "he lied about me")])
    let heard = reader.read("so he lied, he lied about me").best
    #expect(heard.matched == "he lied about me")
    #expect(heard.template == "he lied about me")
    #expect(heard.place == Place(file: "lie.yaml", line: 4))
    #expect(heard.tokens == 3..<7)
  }

  @Test func rulesForTheSpeakerServeTheOther() {
    let reader = Self.reader(
      [
        Intent("blame.self", "<i> <am> to blame", tier: .pitfall),
        Intent("partner-blame", "never said", tier: .topic, captures: ["role": "hurt"]),
      ],
      families: [Family(name: "blame", other: IntentName("partner-blame"), place: nowhere)])
    #expect(reader.read("i am to blame").names == ["blame.self"])
    let told = reader.read("she is to blame").best
    #expect(told.intent.description == "partner-blame")
    #expect(told.isTurned && told.facets.holder == .other)
    #expect(told.tier == .topic && told.facts == ["role": "hurt"])
    #expect(reader.read("they are to blame").names == ["partner-blame"])
  }

  @Test func gapsThatTakeANegationDoNotCount() {
    let reader = Self.reader([
      Intent("calm", "i am * calm", tier: .pitfall),
      Intent("upset", "i am not * calm", tier: .pitfall),
    ])
    #expect(reader.read("i am very calm").names == ["calm"])
    #expect(reader.read("i am not very calm").names == ["upset"])
    #expect(reader.read("i am never calm").names == ["-"])
  }

  @Test func unlessHoldsInItsClauseOnly() {
    let reader = Self.reader([Intent("late", "i am late", unless: ["on purpose", "used to"])])
    #expect(reader.read("i am late").names == ["late"])
    #expect(reader.read("i am late on purpose").names == ["-"])
    #expect(reader.read("on purpose i am late").names == ["-"])
    #expect(reader.read("i am late. on purpose").names == ["late"])
    #expect(reader.read("on purpose, i am late").names == ["late"])
    #expect(reader.read("i am late on purpose. i am late").names == ["late"])
    #expect(reader.read("i am late on purpose").putAside.map(\.reason).count == 1)
  }

  @Test func conditionsWaitForFacts() {
    let reader = Self.reader([
      Intent("hurt.only", "it hurts", conditions: ["role": ["hurt", "both"]])
    ])
    #expect(reader.read("it hurts").names == ["-"])
    #expect(reader.read("it hurts", knowing: ["role": ["breaker"]]).names == ["-"])
    #expect(reader.read("it hurts", knowing: ["role": ["both"]]).names == ["hurt.only"])
  }

  @Test func capturesBecomeFacts() {
    let person = ListDefinition(
      name: "person",
      content: .values([
        .init(template: "(wife|missus)", output: "wife", place: nowhere),
        .init(template: "dad", place: nowhere),
      ]), place: nowhere)
    let reader = Self.reader(
      [Intent("told", "i told my {person}", captures: ["other": "{person}", "role": "breaker"])],
      facts: [
        FactRule(
          name: "person", sentences: [.init("my {person}", at: nowhere)],
          unless: [.init("imaginary", at: nowhere)], place: nowhere)
      ], lists: [person])
    let reading = reader.read("I told my missus. my Dad, my imaginary dad")
    #expect(reading.best.captures == ["person": "wife"])
    #expect(reading.best.facts == ["other": "wife", "role": "breaker"])
    #expect(reading.facts.map(\.value) == ["wife", "dad"])
  }

  @Test func whatMatchesNothingGetsAStandIn() {
    let reader = Self.reader([Intent("one", "it was nothing at all")])
    #expect(reader.read("").best.intent.description == "unclear")
    #expect(reader.read("asdf qwer").best.intent.description == "unclear")
    #expect(reader.read("was it all nothing").best.intent.description == "off-topic")
    #expect(reader.read("was it all nothing").isFallback)
  }

  @Test func wholeIntentsNeedTheWholeMessage() {
    let reader = Self.reader([Intent("hello", "hello [there]", whole: true)])
    #expect(reader.read("Hello there!").names == ["hello"])
    #expect(reader.read("hello my love").names == ["-"])
  }

  /// Files and rules in any order: the same answers, to the last field.
  @Test func orderOfLoadingChangesNothing() {
    var rules = Shipped.rules
    let messages = [
      "It was one text, come on, and she is overreacting!", "he keeps saying it was nothing",
      "I hit her last night and I am scared", "my wife cheated on me and i cant sleep",
      "how do i apologise without excuses", "hello", "asdf",
      "i used to hide it but i told her everything",
    ]
    rules.likeness = nil
    let expected = messages.map { describe(Reader(compiled(rules)).read($0)) }
    var dice = SplitMix(seed: 11)
    for _ in 0..<2 {
      dice.shuffle(&rules.intents)
      dice.shuffle(&rules.facts)
      dice.shuffle(&rules.lists)
      dice.shuffle(&rules.rules)
      dice.shuffle(&rules.families)
      let reader = Reader(compiled(rules))
      #expect(messages.map { describe(reader.read($0)) } == expected)
    }
  }

  private func describe(_ reading: Reading) -> [String] {
    reading.intents.map { heard in
      "\(heard.intent) \(heard.points) \(heard.place) \(heard.tokens) \(heard.facets)"
        + heard.captures.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    } + reading.facts.map { "\($0.name)=\($0.value)" }
      + reading.putAside.map { "\($0.heard.intent)" }
  }

  @Test func readingIsLinear() {
    let reader = Self.reader(
      [
        Intent("x", "x * x *3 x", unless: ["y * y"]), Intent("z", "x {w} z"),
        Intent("q", "* x", unless: ["x"]),
      ], lists: [ListDefinition(name: "w", content: .wildcard, place: nowhere)])
    func steps(_ text: String) -> Int {
      let before = reader.steps
      _ = reader.read(text)
      return reader.steps - before
    }
    for piece in ["x ", "x y ", "x, y. ", "y x z, "] {
      let short = steps(String(repeating: piece, count: 50))
      let long = steps(String(repeating: piece, count: 5_000))
      #expect(long <= short * 200, "\(piece): \(short) steps, then \(long)")
    }
  }

  /// What takes more than linear time would not be done within the limit.
  @Test(.timeLimit(.minutes(1))) func aMegabyteOfSentencesIsRead() {
    let reader = Self.reader(
      [
        Intent("x", "it was nothing", unless: ["he said"], tier: .pitfall),
        Intent("y", "was nothing"),
      ],
      facts: [
        FactRule(name: "f", value: "v", sentences: [.init("nothing", at: nowhere)], place: nowhere)
      ])
    let text = String(
      repeating: "it was nothing. he said it was nothing, no. ", count: 1_000_000 / 44)
    #expect(reader.read(text).names == ["x", "y"])
  }
}

extension LanguageDefinition {
  static var small: LanguageDefinition {
    var language = LanguageDefinition()
    language.negators = ["not", "never"]
    language.roles = [.init(speaker: "i", other: "they")]
    return language
  }
}
