// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Testing

/// Contractions, chat spellings, stretched letters and slips of the keyboard.
@Suite struct SpellingTests {
  struct Case: CustomTestStringConvertible {
    let typed: String
    let read: String
    init(_ typed: String, _ read: String) {
      self.typed = typed
      self.read = read
    }
    var testDescription: String { typed }
  }

  @Test(arguments: [
    Case("I didn't", "i did not"),
    Case("I didnt", "i did not"),
    Case("I didn’t", "i did not"),
    Case("I didn`t", "i did not"),
    Case("I DIDN'T", "i did not"),
    Case("shes been", "she has been"),
    Case("she's been", "she has been"),
    Case("she's late", "she is late"),
    Case("hes lying", "he is lying"),
    Case("im sorry", "i am sorry"),
    Case("ive stopped", "i have stopped"),
    Case("ill tell her", "i will tell her"),
    Case("idk", "i do not know"),
    Case("u r gonna say", "you are going to say"),
    Case("I would of told her", "i would have told her"),
    Case("I couldnt of", "i could not have"),
    Case("cant", "can not"),
    Case("my wife's phone", "my wife 's phone"),
    Case("my wifes phone", "my wife 's phone"),
    Case("my wife’s phone", "my wife 's phone"),
    Case("soooo sorry", "so sorry"),
    Case("sorrrryyyyy", "sorry"),
    Case("noooothing at aaall", "nothing at all"),
    Case("sooooo gooood", "so good"),
    Case("goin out", "going out"),
    Case("becuase i lied", "because | i lied"),
  ])
  func shipped(_ c: Case) {
    let read = Shipped.lexicon.words(c.typed)
    #expect(read.replacing(" | ", with: " ") == c.read.replacing(" | ", with: " "))
  }

  @Test(arguments: [
    // One slip from five letters on.
    Case("marrige", "marriage"), Case("trsut", "trust"), Case("truts", "trust"),
    Case("trusst", "trust"), Case("trwst", "trust"), Case("tust", "?"), Case("nht", "?"),
    Case("trrwst", "?"),
    // Two from nine on.
    Case("relatonshp", "relationship"), Case("ralationshop", "relationship"),
    Case("relatnshp", "?"),
    // Ties, names, correct words and opposites.
    Case("hounds", "?"), Case("houses", "?"), Case("my Trsut", "my ?"),
    Case("MY TRSUT", "my trust"),
    Case("Trsut me", "trust me"), Case("thrust", "?"), Case("thrusts", "?"),
    // Contractions are targets as well.
    Case("wouldtn", "would not"), Case("didtn't", "did not"),
    // What a beginning makes of a word is another word.
    Case("untrust", "?"), Case("cotrust", "?"), Case("trusts", "?"),
    // Not letters.
    Case("trs7t", "?"), Case("trüst", "trust"),
  ])
  func slips(_ c: Case) {
    let lexicon = Lexicon.small(
      "me my marriage trust relationship hound house did", correct: ["hounds", "houses", "thrust"]
    ) {
      $0.folds = ["ü": "u"]
      $0.endings = ["s"]
      $0.prefixes = ["un", "co"]
    }
    #expect(lexicon.words(c.typed) == c.read)
  }

  @Test(arguments: [
    Case("rinht", "?"), Case("faithfull", "faithful"), Case("nfaithful", "?"),
    Case("dishonset", "dishonest"),
  ])
  func tiesAndOppositesAreRefused(_ c: Case) {
    let lexicon = Lexicon.small("right ringt faithful unfaithful honest dishonest") {
      $0.opposites = [["faithful", "unfaithful"], ["honest", "dishonest"]]
    }
    #expect(lexicon.words(c.typed) == c.read)
  }

  @Test func correctEnglishIsLeftAlone() throws {
    let text = try #require(fixture("correct-english.txt"))
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    #expect(lines.count >= 300)
    for line in lines {
      let changes = Shipped.lexicon.read(String(line)).ledger.filter {
        $0.kind == .typo || $0.kind == .stretched
      }
      #expect(changes.isEmpty, "\(line): \(changes.map(\.to))")
    }
  }

  /// What the coach itself says is correct English, and there is much of it.
  @Test func theCoachsOwnWordsAreLeftAlone() throws {
    let texts = try Shipped.spokenTexts()
    #expect(texts.count >= 400)
    for text in texts {
      let changes = Shipped.lexicon.read(text).ledger.filter { $0.kind == .typo }
      #expect(changes.isEmpty, "\(text): \(changes.map(\.to))")
    }
  }

  @Test func whatWasChangedIsKeptWithItsPlace() {
    let utterance = Shipped.lexicon.read("é I didn't beleive hiiim")
    #expect(utterance.ledger.map(\.to) == ["did not", "believe", "him"])
    #expect(utterance.ledger.map(\.kind) == [.contraction, .spelling, .stretched])
    let typed = utterance.ledger.map {
      String(decoding: utterance.text[$0.start..<$0.end], as: UTF8.self)
    }
    #expect(typed == ["didn't", "beleive", "hiiim"])
  }

  @Test func spellingsDoNotReachAcrossCommas() {
    let lexicon = Lexicon.small("you would have of course")
    #expect(lexicon.words("you would of course") == "you would have course")
    #expect(lexicon.words("you would, of course") == "you would | of course")
  }
}
