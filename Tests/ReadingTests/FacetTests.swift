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
      Intent(
        "said", "it was nothing", "she overreacted", "i do not care", "it was everything",
        "i only kissed him", "i would not have lied")
    ])
  }

  @Test(arguments: [
    Case("It was nothing."),
    Case("I'm not saying it was nothing", .speaker, .negated),
    Case("he keeps telling me it was nothing", .other),
    Case("I don't think she overreacted", .speaker, .negated),
    Case("it's not that I don't care", .speaker, .negated),
    Case("I used to say it was nothing", .speaker, .letGo, .past),
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
    Case("why do people say it was nothing", .nobody, .asked),
    Case("no one said it was nothing", .speaker, .negated),
    Case("he said it was nothing but it was everything", .other),
    Case("He was upset. It was nothing."),
    Case("it was nothing, he says", .other),
    Case("it was nothing he says", .other),
    Case("it was nothing, or so she claims", .other),
    Case("It was nothing, according to him.", .other),
    Case("it was nothing apparently", .other),
    Case("in her eyes it was nothing", .other),
    Case("it was nothing in her mind", .other),
    Case("she cried and swears it was nothing", .other),
    Case("he laughed and said it was nothing", .other),
    Case("I cried and said it was nothing"),
    Case("he says sorry and swears it was nothing", .other),
    Case("he says i said it was nothing", .other),
    Case("I said he said it was nothing", .other),
    Case("my sister thinks he told me it was nothing", .other),
    Case("I know he says it was nothing", .other),
    Case("I don't think he says it was nothing", .other, .negated),
    Case("he doesn't think it was nothing", .other, .negated),
    Case("she never said it was nothing", .other, .negated),
    Case("I never said it was nothing", .speaker, .negated),
    Case("I can't honestly say it was nothing", .speaker, .negated),
    Case("I refuse to pretend it was nothing", .speaker, .negated),
    Case("I wish I could say it was nothing", .speaker, .negated),
    Case("It's not like it was nothing", .speaker, .negated),
    Case("not that it was nothing", .speaker, .negated),
    Case("I wouldn't call it love, it was nothing"),
    Case("I'm not saying I'm perfect but it was nothing"),
    Case("I'm not saying you're wrong, it was nothing"),
    Case("I'm not saying he lied or that it was nothing", .speaker, .negated),
    Case("I'm not saying it was an affair, I'm saying it was nothing"),
    Case("he used to say it was nothing", .other, .letGo, .past),
    Case("she has finally stopped saying it was nothing", .other, .letGo),
    Case("I no longer say it was nothing", .speaker, .letGo),
    Case("I don't say it was nothing anymore", .speaker, .letGo),
    Case("at first I told myself it was nothing", .speaker, .letGo),
    Case("It was wrong of me to say it was nothing", .speaker, .letGo),
    Case("I was wrong to say it was nothing", .speaker, .letGo),
    Case("I used to trust her, now he says it was nothing", .other),
    Case("I don't know what to do anymore, it was nothing"),
    Case("in the film the wife says it was nothing", .nobody),
    Case("the song says it was nothing", .nobody),
    Case("there's an old saying that it was nothing", .nobody),
    Case("if I said it was nothing he would leave", .speaker, .supposed),
    Case("if he says it was nothing I'm leaving", .other, .supposed),
    Case("if she hadn't been so cold I wouldn't have lied"),
    Case("if they had not pushed me I only kissed him"),
    Case("I wish it was nothing", .speaker, .supposed),
    Case("I'm scared he'll say it was nothing", .other, .supposed),
    Case("how do I stop saying it was nothing", .speaker, .asked),
    Case("why do I keep saying it was nothing", .speaker, .asked),
    Case("what's wrong with saying it was nothing", .speaker, .asked),
    Case("do you think it was nothing", .speaker, .asked),
    Case("am I wrong to say it was nothing", .speaker, .asked),
    Case("should I say it was nothing", .speaker, .asked),
    Case("was I wrong for saying it was nothing", .speaker, .asked),
    Case("who says it was nothing", .nobody, .asked),
    Case("how can you tell when he says it was nothing", .other, .asked),
    Case("She said \"it was nothing. Get over it\" and walked off.", .other),
    Case("She said \"stop. it was nothing.\" and walked off", .other),
    Case("\"It was nothing,\" he said.", .other),
    Case("“It was nothing.” is what he keeps saying", .other),
    Case("he just goes \"it was nothing\" and i lost it", .other),
    Case("he said \"stop it\" and slammed the door. it was nothing"),
    Case("he said \"i love you\" and it was everything"),
    Case("he's shouting at me and i am like it was nothing"),
    Case("he was like it was nothing", .other),
    Case("she said i lied and i said it was nothing"),
    Case("he said i was cold and i only kissed him"),
    Case("she goes it was nothing", .other),
    Case("she goes out a lot, it was nothing"),
    Case("she went through my phone and it was nothing"),
    Case("he acts like it was nothing", .other),
    Case("my therapist says it was nothing", .other),
    Case("Dave says it was nothing", .other),
    Case("his excuse was that it was nothing", .other),
    Case("all I hear is it was nothing", .other),
    Case("he wants me to believe it was nothing", .other),
    Case("to him it was nothing", .other),
    Case("you said it was nothing", .other),
    Case("years ago I said it was nothing", .speaker, .held, .past),
    Case("when I was a kid it was nothing", .speaker, .held, .past),
    Case("I don't believe him when he says it was nothing", .other),
    Case("he's adamant it was nothing", .other),
    Case("she asked me if it was nothing", .other, .supposed),
    Case("it was nothing to him"),
    Case("I don't think that's fair, it was nothing"),
    Case("he admits it was nothing", .other),
    Case("the counsellor asked if I thought it was nothing", .speaker, .supposed),
    Case("he'll say it was nothing", .other),
    Case("my husband came home late and said it was nothing", .other),
    Case("I hugged my wife and said it was nothing"),
    Case("is saying it was nothing a lie", .speaker, .asked),
    Case("she apologised and then told me it was nothing", .other),
    Case("he goes, it was nothing", .other),
    Case("I regret saying it was nothing", .speaker, .letGo),
    Case("everyone says it was nothing", .nobody),
    Case("not because it was nothing", .speaker, .negated),
    Case("it isn't about that, it was nothing"),
    Case("he hit the wall. I said it was nothing"),
    Case("if it was nothing I'd say so", .speaker, .supposed),
    Case("what if she overreacted", .speaker, .supposed),
    Case("even if I only kissed him", .speaker, .supposed),
    Case("if my husband says it was nothing I'm done", .other, .supposed),
    Case("if I'm honest it was nothing"),
    Case("I don't know if it was nothing", .speaker, .supposed),
    Case("If he asks I always say it was nothing"),
    Case("If I just say it was nothing he'll leave", .speaker, .supposed),
    Case("it was nothing, thats her position", .other),
    Case("it was nothing is what i get", .other),
    Case("she goes you lied and im like it was nothing"),
    Case("how do I not say it was nothing", .speaker, .asked),
    Case("at what point is it denial to say it was nothing", .speaker, .asked),
    Case("took me a while to see it, I said it was nothing", .speaker, .letGo),
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
