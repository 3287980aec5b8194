// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Testing

/// Text into words, clauses and numbers, whatever the text is.
@Suite struct ScanTests {
  struct Case: CustomTestStringConvertible {
    let typed: String
    let read: String
    init(_ typed: String, _ read: String) {
      self.typed = typed
      self.read = read
    }
    var testDescription: String { typed.debugDescription }
  }

  static let lexicon = Lexicon.small(
    "it was nothing he said so and but i lied e mail cafe strasse 's"
  ) {
    $0.folds = ["é": "e", "ß": "ss"]
    $0.conjunctions = [.init(word: "but"), .init(word: "and", before: ["i", "he"])]
  }

  @Test(arguments: [
    Case("It was NOTHING", "it was nothing"),
    Case("it\twas\u{A0}nothing", "it was nothing"),
    Case("it was, nothing", "it was | nothing"),
    Case("it was. nothing", "it was || nothing"),
    Case("it was\nnothing", "it was || nothing"),
    Case("it was... nothing", "it was | nothing"),
    Case("it was… nothing", "it was | nothing"),
    Case("it was – nothing", "it was | nothing"),
    Case("it was -- nothing", "it was | nothing"),
    Case("it was - nothing", "it was | nothing"),
    Case("it was-nothing", "it was nothing"),
    Case("e-mail", "e mail"),
    Case("'it was nothing'", "it was nothing"),
    Case("“it was nothing”", "it was nothing"),
    Case("it was nothing!?", "it was nothing"),
    Case("i lied but it was nothing", "i lied | but it was nothing"),
    Case("so and so and he lied", "so and so | and he lied"),
    Case("CAFÉ cafe\u{301}", "cafe cafe"),
    Case("Straße", "strasse"),
    Case("no\u{200B}thing noth\u{AD}ing", "nothing nothing"),
    Case("\u{202E}nothing\u{202C} \u{FEFF}was", "nothing was"),
    Case("nothing\u{0}was\u{1B}[31m", "nothing was ? ?"),
    Case("🙂 it 💔 was", "it was"),
    Case("it.was.nothing", "it || was || nothing"),
    Case("he's", "he 's"),
    Case("", ""),
    Case("!!! ... ???", ""),
    Case("'", ""),
    Case("''''s", "'s"),
  ])
  func words(_ c: Case) { #expect(Self.lexicon.words(c.typed) == c.read) }

  @Test func typedTextIsGivenBackAsTyped() {
    let utterance = Self.lexicon.read("“Éa”, it WAS  nothing’s!")
    #expect(utterance.typed(0..<1) == "Éa")
    #expect(utterance.typed(1..<4) == "it WAS  nothing")
    #expect(utterance.typed(0..<utterance.tokens.count) == "Éa”, it WAS  nothing’s")
    #expect(utterance.typed(2..<2) == "")
  }

  @Test func questionsAreMarked() {
    let marks = Self.lexicon.read("was it nothing? he lied").tokens.map(\.endsQuestion)
    #expect(marks == [false, false, true, false, false])
  }

  @Test func clausesAndSentencesAreRangesOfWords() {
    let utterance = Self.lexicon.read("i lied, but it was nothing. he said so")
    #expect(utterance.clauses == [0..<2, 2..<6, 6..<9])
    #expect(utterance.sentences == [0..<6, 6..<9])
  }

  struct Number: CustomTestStringConvertible {
    let typed: String
    let values: [Double]
    init(_ typed: String, _ values: Double...) {
      self.typed = typed
      self.values = values
    }
    var testDescription: String { typed }
  }

  @Test(arguments: [
    Number("7", 7), Number("7.5", 7.5), Number("1,250", 1250), Number("1,250,000", 1_250_000),
    Number("1,25", 1), Number("1.2.3"), Number("b4"), Number("x"),
    Number("seven", 7), Number("twenty", 20), Number("twenty one", 21, 20),
    Number("twenty-one", 21, 20), Number("twenty eleven", 20), Number("one two", 1),
    Number("hundred", 100), Number("two hundred", 200, 2),
    Number("two hundred and five", 205, 200, 2),
    Number("two hundred two hundred", 202, 200, 2), Number("hundred hundred", 100),
    Number("two thousand one hundred", 2100, 2001, 2000, 2),
    Number("one million two thousand", 1_002_000, 1_000_002, 1_000_000, 1),
    Number("thousand thousand thousand", 1000),
    Number("half", 0.5), Number("two and a half", 2.5, 2), Number("7 and a half", 7.5, 7),
    Number("minus ten", -10), Number("minus minus ten"), Number("minus"),
    Number("twenty. one", 20), Number("999999999999999999999"),
  ])
  func numbers(_ c: Number) {
    let lexicon = Lexicon.small("x") {
      $0.numberWords = [
        "one": 1, "two": 2, "five": 5, "seven": 7, "ten": 10, "eleven": 11, "twenty": 20,
        "hundred": 100, "thousand": 1000, "million": 1_000_000,
      ]
    }
    let utterance = lexicon.read(c.typed)
    #expect(lexicon.numbers(at: 0, in: utterance).map(\.value) == c.values)
  }

  /// What takes more than linear time would not be done within the limit.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "it was nothing, he said. ", "a", "soooo ", "minus thousand ", "'s’s ", "trsut ", "é\u{301}",
      "-", "\"no\" ", "“no ",
    ])
  func aMegabyteIsRead(_ piece: String) {
    let count = 1_000_000 / piece.utf8.count
    let one = Shipped.lexicon.read(String(repeating: piece, count: 1_000)).tokens.count
    let whole = Shipped.lexicon.read(String(repeating: piece, count: count))
    #expect(whole.tokens.count >= one)
    #expect(whole.tokens.allSatisfy { $0.end <= whole.text.count })
  }

  @Test func anyBytesAreRead() {
    var seed: UInt64 = 7
    func byte() -> UInt8 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: seed >> 33)
    }
    for round in 0..<3_000 {
      let alphabet = round % 2 == 0 ? nil : Array("its’'’sé 3.,-—!?&$\u{200B}".utf8)
      let bytes = (0..<(round % 60)).map { _ in
        alphabet.map { $0[Int(byte()) % $0.count] } ?? byte()
      }
      let utterance = Shipped.lexicon.read(String(decoding: bytes, as: UTF8.self))
      for (index, token) in utterance.tokens.enumerated() {
        #expect(token.start <= token.end && Int(token.end) <= utterance.text.count)
        _ = utterance.typed(index..<index + 1)
      }
      for change in utterance.ledger {
        #expect(change.start < change.end && change.end <= utterance.text.count)
      }
    }
  }

  @Test func tablesFindWhatTheyNumber() {
    var table = WordTable(capacity: 4)
    let words = (0..<2_000).map { "word\($0)" }
    let numbers = words.map { table.intern($0) }
    #expect(Set(numbers).count == words.count && !numbers.contains(0))
    #expect(words.map { table.find($0) } == numbers)
    #expect(words.map { table.intern($0) } == numbers)
    #expect(table.find("word") == 0)
  }

  @Test func wordListsFindTheirWords() {
    let words = ["a", "ab", "abc", "b", "zebra"]
    let list = WordList(lines: Array(words.map { $0 + "\n" }.joined().utf8))
    for word in words { #expect(list.contains(Array(word.utf8)), "\(word)") }
    for word in ["", "aa", "abcd", "c", "zebras", "zebr"] {
      #expect(!list.contains(Array(word.utf8)), "\(word)")
    }
    #expect(!WordList().contains(Array("a".utf8)))
  }
}
