// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Templates
import Testing

/// Every form of the template language, with hassil's meaning.
///
/// The words that should match stand in ⟦ ⟧; an utterance without marks should not match.
@Suite struct TemplateFormTests {
  struct Case: CustomTestStringConvertible {
    let template: String
    let marked: String
    let captures: [String: String]

    init(_ template: String, _ marked: String, _ captures: [String: String] = [:]) {
      self.template = template
      self.marked = marked
      self.captures = captures
    }

    var testDescription: String { "\(template) on \(marked)" }
    var text: String { marked.filter { $0 != "⟦" && $0 != "⟧" } }
    var expected: String? {
      guard let open = marked.firstIndex(of: "⟦"), let close = marked.firstIndex(of: "⟧") else {
        return nil
      }
      return String(marked[marked.index(after: open)..<close])
    }
  }

  static let lists: [ListDefinition] = [
    ListDefinition("thing", ["text", "kiss", "text message", "late night (call|chat)[s]"]),
    ListDefinition(
      name: "colour",
      content: .values([
        .init(template: "(crimson|scarlet)", output: "red", place: nowhere),
        .init(template: "navy [blue]", output: "blue", place: nowhere),
      ]), place: nowhere),
    .wildcard("anything"),
    .range("count", .init(from: 0, to: 100)),
    .range("fives", .init(from: 0, to: 100, step: 5)),
    .range("cents", .init(from: 1, to: 10, multiplier: 100)),
    .range("hours", .init(from: 0, to: 10, halves: true)),
    .range("degrees", .init(from: -20, to: 40)),
    .range("many", .init(from: 1, to: 5_000_000)),
  ]

  static let rules: [RuleDefinition] = [
    .init(name: "other", template: "(he|she|my (wife|husband))", place: nowhere),
    .init(name: "is", template: "(is|was)", place: nowhere),
    .init(name: "claim", template: "<other> <is> lying", place: nowhere),
    .init(name: "maybe", template: "[really]", place: nowhere),
  ]

  static func engine(_ template: String, whole: Bool = false) -> Engine {
    Engine([template], whole: whole, lists: lists, rules: rules)
  }

  @Test(arguments: [
    // Words.
    Case("it was nothing", "⟦It was NOTHING⟧"),
    Case("it was nothing", "well ⟦it was nothing⟧ really"),
    Case("it was nothing", "it was not nothing"),
    Case("it was", "hit wash"),
    Case("did not", "i ⟦didn't⟧"),
    Case("did not", "i ⟦didnt⟧"),
    Case("did not", "i ⟦didn’t⟧"),
    Case("didn't", "i ⟦did not⟧"),
    Case("café", "the ⟦CAFÉ⟧ shut"),
    // Alternatives and options.
    Case("(a|b c|d)", "x ⟦b c⟧ d"),
    Case("it was (nothing|a joke)", "⟦it was a joke⟧"),
    Case("[a|b] c", "x ⟦b c⟧"),
    Case("[a|b] c", "x ⟦c⟧"),
    Case("a [b] c", "⟦a c⟧"),
    Case("a [b] c", "⟦a b c⟧"),
    Case("a [b] c", "a b b c"),
    Case("a ([b]|c) d", "⟦a d⟧"),
    Case("(a|)b", "⟦ab⟧"),
    Case("(a|)b", "⟦b⟧"),
    // Groups inside words.
    Case("turn(s|ed) off", "⟦turned off⟧"),
    Case("turn(s|ed) off", "turn off"),
    Case("text[s]", "two ⟦texts⟧"),
    Case("text[s]", "one ⟦text⟧"),
    Case("[un]fair", "so ⟦unfair⟧"),
    Case("[un]fair", "so ⟦fair⟧"),
    Case("apologi(s|z)(e|ed)", "he ⟦apologized⟧"),
    Case("(over|under)react[ed|ing]", "you ⟦overreacted⟧"),
    Case("turn (s|ed)", "turned"),
    Case("turn (s|ed)", "⟦turn ed⟧"),
    // Permutations.
    Case("(a; b c)", "⟦b c a⟧"),
    Case("(a; b c)", "⟦a b c⟧"),
    Case("(a; b c)", "b a c"),
    Case("(a; b; c) d", "⟦c a b d⟧"),
    // Lists.
    Case("one {thing}", "just ⟦one kiss⟧", ["thing": "kiss"]),
    Case("one {thing:what}", "just ⟦one text message⟧", ["what": "text message"]),
    Case("one {thing}", "⟦one late night chats⟧", ["thing": "late night chats"]),
    Case("a {colour} car", "⟦a scarlet car⟧", ["colour": "red"]),
    Case("a {colour} car", "⟦a navy car⟧", ["colour": "blue"]),
    Case("a {@colour} car", "⟦a Navy Blue car⟧", ["colour": "Navy Blue"]),
    Case("a {colour:@paint} car", "⟦a Navy Blue car⟧", ["paint": "Navy Blue"]),
    // Wildcards.
    Case("say {anything} to him", "⟦say the whole thing to him⟧", ["anything": "the whole thing"]),
    Case("say {anything} to him", "say to him"),
    Case("say {anything}", "i ⟦say so much more⟧", ["anything": "so much more"]),
    Case("say {anything}", "say, more"),
    Case("{anything} is great", "well, ⟦the park is great⟧", ["anything": "the park"]),
    // Ranges.
    Case("{count} times", "⟦7 times⟧", ["count": "7"]),
    Case("{count} times", "⟦twenty one times⟧", ["count": "21"]),
    Case("{count} times", "⟦fifty times⟧", ["count": "50"]),
    Case("{count} times", "101 times"),
    Case("{count} times", "⟦hundred times⟧", ["count": "100"]),
    Case("{count}%", "⟦50%⟧", ["count": "50"]),
    Case("{count}%", "⟦50 %⟧", ["count": "50"]),
    Case("{count} times", "1.5 times"),
    Case("{fives} minutes", "⟦15 minutes⟧", ["fives": "15"]),
    Case("{fives} minutes", "16 minutes"),
    Case("{cents} dollars", "⟦three dollars⟧", ["cents": "300"]),
    Case("{hours} hours", "⟦two and a half hours⟧", ["hours": "2.5"]),
    Case("{hours} hours", "⟦1.5 hours⟧", ["hours": "1.5"]),
    Case("{hours} hours", "1.2 hours"),
    Case("{hours:wait} hours", "⟦half hours⟧", ["wait": "0.5"]),
    Case("{many} pounds", "⟦1,250 pounds⟧", ["many": "1250"]),
    Case("{many} pounds", "⟦two hundred and five pounds⟧", ["many": "205"]),
    Case("{many} pounds", "⟦two thousand one hundred pounds⟧", ["many": "2100"]),
    Case("{degrees} degrees", "⟦minus ten degrees⟧", ["degrees": "-10"]),
    Case("{@count} times", "⟦fifty times⟧", ["count": "fifty"]),
    // Expansion rules.
    Case("<other> lied", "⟦my wife lied⟧"),
    Case("<claim> again", "⟦she was lying again⟧"),
    Case("<maybe> sorry", "so ⟦really sorry⟧"),
    Case("<maybe> sorry", "so ⟦sorry⟧"),
    // Gaps.
    Case("a * d", "⟦a d⟧"),
    Case("a * d", "⟦a b c b c b c d⟧"),
    Case("a *2 d", "⟦a b c d⟧"),
    Case("a *2 d", "a b c b d"),
    Case("a * d", "a b, c d"),
    Case("a * d", "a, d"),
    Case("a d", "⟦a, d⟧"),
    Case("a [*2] d", "⟦a, d⟧"),
    Case("a [*2] d", "a, b d"),
    Case("a * d", "a. d"),
    Case("a d", "a. d"),
    Case("* b c", "x, ⟦b c⟧"),
    Case("*1 b c", "x, ⟦y b c⟧"),
    // Anchors.
    Case("^ so what", "⟦so what⟧"),
    Case("^ so what", "yes, ⟦so what⟧"),
    Case("^ so what", "and so what"),
    Case("so what $", "yes ⟦so what⟧, then"),
    Case("so what $", "so what then"),
    Case("^ * never $", "yes, ⟦i really never⟧"),
    Case("^ {anything} $", "⟦me⟧, you", ["anything": "me"]),
    Case("a $ b", "⟦a, b⟧"),
    Case("a $ b", "a b"),
    // Escapes and marks that are words.
    Case("\\(a\\)", "see ⟦a⟧ b"),
    Case("$5 only", "just ⟦$5 only⟧"),
    Case("50\\% off", "⟦50% off⟧"),
  ])
  func forms(_ c: Case) {
    let engine = Self.engine(c.template)
    #expect(engine.errors.isEmpty)
    let utterance = engine.read(c.text)
    let found = engine.matcher.matches(in: utterance).first
    #expect(found.map { utterance.typed($0.tokens) } == c.expected)
    for (slot, value) in c.captures {
      let capture = found?.captures.first { $0.slot == slot }
      #expect(capture.map { $0.value ?? utterance.typed($0.tokens) } == value, "{\(slot)}")
    }
  }

  @Test(arguments: [
    Case("it was nothing", "⟦it was nothing.⟧"),
    Case("it was nothing", "oh it was nothing"),
    Case("it was nothing", "it was nothing really"),
    Case("it was [just] {anything}", "⟦it was just one. bad. night⟧"),
    Case("^ a * d $", "⟦a, b. c, d⟧"),
    Case("a $", "a, b"),
    Case("<other> <is> {anything}", "⟦my husband is out, again!⟧", ["anything": "out, again"]),
  ])
  func whole(_ c: Case) {
    let engine = Self.engine(c.template, whole: true)
    let utterance = engine.read(c.text)
    let found = engine.matcher.matches(in: utterance).first
    #expect((found != nil) == (c.expected != nil))
    if let found { #expect(found.tokens == 0..<utterance.tokens.count) }
    for (slot, value) in c.captures {
      let capture = found?.captures.first { $0.slot == slot }
      #expect(capture.map { utterance.typed($0.tokens) } == value)
    }
  }

  @Test func formsOfAListAreFound() {
    var language = LanguageDefinition.plain
    language.irregular = [
      .init(base: "hide", third: "hides", past: "hid", participle: "hidden", ing: "hiding")
    ]
    language.doubling = ["stop"]
    let verbs = ListDefinition(
      name: "deed",
      content: .values(
        ["hide", "stop by", "carry", "lie low"].map { .init(template: $0, place: nowhere) }),
      place: nowhere, forms: .verb)
    let engine = Engine(["he {deed} it"], lists: [verbs], language: language)
    for form in [
      "hide", "hid", "hidden", "hiding", "stopped by", "stopping by", "carries", "carried",
      "lying low",
    ] {
      #expect(engine.matches("he \(form) it").count == 1, "\(form)")
    }
    #expect(engine.matches("he hided it").isEmpty)
  }

  @Test func severalMatchesOfOneTemplateAreFoundInOrder() {
    let engine = Engine(["it was (fine|bad)"])
    let found = engine.matches("it was fine, it was bad and it was fine. it was bad")
    #expect(found.map(\.tokens) == [0..<3, 3..<6, 7..<10, 10..<13])
  }

  /// Candidates are chosen by where words stand in the first 64; longer sentences must not differ.
  @Test func sentencesOfAnyLengthAreSearchedToTheirEnds() {
    let engine = Engine(
      ["x *2 y [q] z", "y * x", "z {list}"], lists: [ListDefinition("list", ["l m"])])
    for length in [1, 40, 61, 62, 63, 64, 65, 66, 90, 200] {
      for place in Set([0, 1, length / 2, length - 1, length]).sorted() {
        var words = Array(repeating: "w", count: length)
        words.insert(contentsOf: ["x", "o", "y", "q", "z", "l", "m"], at: place)
        let found = engine.matches(words.joined(separator: " "))
        #expect(
          found.map(\.tokens) == [place..<(place + 5), (place + 4)..<(place + 7)],
          "\(length) words, at \(place)")
      }
    }
  }

  @Test func moreOutspokenMatchesWeighMore() {
    let engine = Engine(["it was * nothing", "it was (really|just) nothing"])
    let found = engine.matches("it was really nothing")
    #expect(found.map(\.weight).sorted() == [30, 40])
  }

  @Test(arguments: [
    ("it was * nothing", "it was not nothing", 1),
    ("it was not * nothing", "it was not at all nothing", 0),
    ("it was not * nothing", "it was not ever not nothing", 1),
    ("it was (not|never) nothing", "it was never nothing", 0),
    ("i want {anything}", "i want to not go", 1),
  ])
  func negationsInGapsAreCounted(_ template: String, _ text: String, _ count: Int) {
    #expect(Self.engine(template).matches(text).first?.passedNegators == count)
  }
}
