// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing

/// Whose statement it is, whether it is meant, and when it holds: on messages that fool word spotting.
@Suite struct FacetTests {
  struct Case: CustomTestStringConvertible {
    let message: String
    let facets: Facets

    init(
      _ message: String, _ holder: Holder = .speaker, _ stance: Stance = .held, _ time: Time = .now
    ) {
      self.message = message
      facets = Facets(holder: holder, stance: stance, time: time)
    }

    var testDescription: String { message }
  }

  static var reader: Reader {
    Shipped.language(with: [
      Intent("said", "it was nothing", "she overreacted", "i do not care", "it was everything")
    ])
  }

  @Test(arguments: [
    Case("It was nothing."),
    Case("I'm not saying it was nothing", .speaker, .negated),
    Case("he keeps telling me it was nothing", .other),
    Case("I don't think she overreacted", .speaker, .negated),
    Case("it's not that I don't care", .speaker, .negated),
    Case("I used to say it was nothing", .speaker, .letGo),
    Case("for months I told myself it was nothing", .speaker, .letGo),
    Case("I've stopped saying it was nothing", .speaker, .letGo),
    Case("she says it was nothing", .other),
    Case("my wife still claims that it was nothing", .other),
    Case("according to my sister it was nothing", .other),
    Case("she thinks that it was nothing", .other),
    Case("apparently it was nothing", .other),
    Case("people always say it was nothing", .nobody),
    Case("as the saying goes it was nothing", .nobody),
    Case("I told her it was nothing"),
    Case("what if it was nothing", .speaker, .supposed),
    Case("even if it was nothing, why hide it", .speaker, .supposed),
    Case("is it bad to say it was nothing", .speaker, .asked),
    Case("why do people say it was nothing", .speaker, .asked),
    Case("no one said it was nothing", .speaker, .negated),
    Case("he said it was nothing but it was everything", .other),
    Case("He was upset. It was nothing."),
  ])
  func shippedLanguage(_ c: Case) {
    let reading = Self.reader.read(c.message)
    #expect(reading.intents.first { $0.intent.description == "said" }?.facets == c.facets)
  }

  @Test func aResetEndsWhatTheOtherSaid() {
    let reader = Shipped.language(with: [
      Intent("one", "it was nothing"), Intent("two", "it was everything"),
    ])
    let reading = reader.read("he said it was nothing, but it was everything")
    let holders = reading.intents.map { "\($0.intent) \($0.facets.holder.rawValue)" }
    #expect(holders.sorted() == ["one other", "two speaker"])
  }

  @Test func whatIsNotHeldIsNoPitfall() {
    let reader = Shipped.language(
      with: [
        Intent("denial.minimizing", "it was nothing", tier: .pitfall),
        Intent("partner-denial", "zzz", tier: .pitfall, holder: .some(nil)),
      ],
      families: [
        Family(
          name: "denial", other: IntentName("partner-denial"), asked: IntentName("about-denial"),
          letGo: IntentName("progress"), place: nowhere)
      ])
    #expect(reader.read("It was nothing.").names == ["denial.minimizing"])
    #expect(reader.read("He keeps telling me it was nothing").names == ["partner-denial"])
    #expect(reader.read("I used to say it was nothing").names == ["progress"])
    #expect(reader.read("Is it bad to say it was nothing?").names == ["about-denial"])
    #expect(reader.read("I'm not saying it was nothing").names == ["-"])
    #expect(reader.read("I know it wasn't nothing").names == ["-"])
    #expect(reader.read("What if it was nothing?").names == ["-"])
  }
}
