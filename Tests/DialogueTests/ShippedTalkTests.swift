// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Reading
import Testing

/// Talks with the rules that are shipped, held against what a good listener does.
@Suite struct ShippedTalkTests {
  /// Asking for the exercise offers the one for what is talked about, an author's like any other.
  @Test func theExerciseOfTheSubjectIsOfferedWhereItIsAskedFor() throws {
    let told = "i lied to my wife about money"
    let entry = try #require(Shipped.talk([told]).state.topic?.entry)
    var coach = Shipped.policy.coach
    let place = Place(file: "own.yaml")
    func spoken(_ text: String) -> Spoken { Spoken(text, at: place) }
    coach.exercises.append(
      Exercise(
        id: "an-own-plan", title: "An own plan", side: .both, about: [entry],
        offer: spoken("Shall we make an own plan?"), opening: spoken("Two questions."),
        steps: [.init(id: "one", ask: spoken("What first?"))], closing: spoken("Done."),
        document: "{one}", place: place))
    let policy = Policy(coach: coach, rules: Shipped.policy.rules)
    var state = State(seed: 1)
    let reader = Reader(policy.rules)
    _ = policy.reply(to: told, in: &state, using: reader)
    let reply = policy.reply(to: "shall we do the exercise?", in: &state, using: reader)
    #expect(reply.text.hasSuffix("Shall we make an own plan?"), "\(reply.text)")
  }

  private func talk(_ lines: [String], seed: UInt64 = 1) -> (replies: [Reply], state: State) {
    Shipped.talk(lines, seed: seed)
  }

  @Test func dangerIsAnsweredBeforeAnythingElse() {
    let (replies, state) = talk([
      "i lied to my wife and i dont want to be alive anymore, how do i apologise"
    ])
    #expect(replies[0].isDanger)
    #expect(replies[0].intents[0].hasPrefix("crisis-"))
    #expect(replies[0].text.contains("112") || replies[0].text.contains("911"))
    #expect(state.danger != nil)
  }

  /// An alarm of likeness alone ends with the next words, where these are plainly about something else.
  @Test func anAlarmByLikenessEndsWhenSomethingElseIsMeant() {
    var (_, state) = talk(["my brother took money out of our till for two years"])
    state.danger = Danger(intent: "crisis-abuse", stage: "first", turn: state.turn, isGuess: true)
    var surely = state
    surely.danger?.isGuess = false
    let reader = Reader(Shipped.policy.rules)
    let reply = Shipped.policy.reply(to: "i don't want his money", in: &state, using: reader)
    #expect(!reply.isDanger && state.danger == nil)
    let kept = Shipped.policy.reply(to: "i don't want his money", in: &surely, using: reader)
    #expect(kept.isDanger && surely.danger != nil)
  }

  @Test func anAlarmByLikenessEndsHoweverOftenItWasAskedAbout() {
    var (_, state) = talk(["my brother took money out of our till for two years"])
    state.danger = Danger(intent: "crisis-abuse", stage: "again", turn: state.turn, isGuess: true)
    let reader = Reader(Shipped.policy.rules)
    let reply = Shipped.policy.reply(to: "i don't want his money", in: &state, using: reader)
    #expect(!reply.isDanger && state.danger == nil)
  }

  @Test func wordOfMoreDangerKeepsAnAlarmByLikeness() {
    var (_, state) = talk(["my husband lied about the money"])
    state.danger = Danger(intent: "crisis-abuse", stage: "first", turn: state.turn, isGuess: true)
    let reader = Reader(Shipped.policy.rules)
    for line in ["forget it", "i don't know", "he is in the next room"] {
      var state = state
      #expect(Shipped.policy.reply(to: line, in: &state, using: reader).isDanger, "\(line)")
    }
  }

  @Test func takingBackAThreatLiftsNoCare() {
    let (_, state) = talk([
      "my boyfriend grabs my neck when he is angry", "forget i said anything",
    ])
    #expect(state.danger?.isLifted == false)
    let (_, other) = talk([
      "my boyfriend grabs my neck when he is angry", "it was just a figure of speech",
    ])
    #expect(other.danger?.isLifted == true)
  }

  @Test func aNumberIsGivenWhenAskedFor() {
    let (replies, _) = talk([
      "i live in canada and my wife lied to me", "i want to kill myself",
      "is there a number i can call",
    ])
    #expect(replies[2].isDanger)
    #expect(replies[2].text.contains("988"))
  }

  @Test func anEarlierSubjectIsFoundByItsName() {
    let (replies, _) = talk([
      "my wife cheated on me", "should i leave her", "how do i sleep at night",
      "back to the leaving thing",
    ])
    #expect(replies[3].intents[0] == "when-to-leave")
  }

  @Test(arguments: [
    (["i read my sisters diary"], "her part was worse", "defensiveness"),
    (["my wife lied to me about a loan"], "maybe i am overreacting", "trusting-again"),
    (["my wife lied to me about a loan"], "so i just sit there and smile", "complaint"),
    (["my wife lied to me about a loan", "what now"], "too hard. something smaller", "reject"),
  ])
  func shortTurnsAreReadInTheLightOfTheTalk(_ before: [String], _ line: String, _ family: String) {
    let (replies, _) = talk(before + [line])
    #expect(replies.last?.intents.first?.hasPrefix(family) == true)
  }

  @Test func aTypedFactIsATurnLikeAnyOther() {
    let (replies, state) = talk(["my partner lied to me", "/facts pronoun=they"])
    #expect(state.memory["pronoun"] == "they")
    #expect(replies[1].text.contains("they"))
  }

  @Test func takingItBackDoesNotEndTheCare() {
    let (replies, _) = talk(["i want to kill myself", "forget it i was just being dramatic"])
    #expect(replies[1].isDanger)
    #expect(replies[1].text != replies[0].text)
  }

  @Test func dangerIsComeBackToOnce() {
    let (replies, _) = talk(
      [
        "i want to kill myself", "i am safe, my sister is here", "thanks",
        "he lied about the money", "he always does", "what now",
        "and then?", "ok",
      ])
    #expect(replies.dropFirst(2).filter(\.isDanger).count == 1)
  }

  @Test func aCrisisStopsAnExercise() {
    let (replies, state) = talk([
      "/exercise apology-plan", "i read her letters", "i am going to kill myself tonight",
    ])
    #expect(!replies[0].isDanger)
    #expect(replies[2].isDanger)
    #expect(state.exercise == nil)
  }

  @Test(arguments: ["apology-plan", "needs-and-boundaries", "seven-small-promises"])
  func anExerciseLeavesAPage(_ id: String) throws {
    let exercise = try #require(Shipped.policy.coach.exercises.first { $0.id == id })
    let answers = exercise.steps.indices.map { "this is my answer number \($0) to that" }
    let (_, state) = talk(["/exercise \(id)"] + answers)
    let page = try #require(state.documents.first)
    #expect(page.markdown.hasPrefix("# "))
    for answer in answers { #expect(page.markdown.contains(answer)) }
    #expect(!page.markdown.contains("{"))
  }

  @Test func anExerciseCanBeLeft() {
    let (_, state) = talk(["/exercise apology-plan", "stop"])
    #expect(state.exercise == nil)
  }

  @Test func theOtherIsCalledByTheSpeakersWord() {
    let (_, state) = talk(["i lied to my sister about the money"])
    #expect(Wording(memory: state.memory).other == "your sister")
  }

  @Test func nobodyIsGivenAPronounThatIsNotKnown() {
    let wording = Wording(memory: Memory())
    #expect(
      wording.filled("{Other} may need time; ask {them} about {their} day.")
        == "The other person may need time; ask them about their day.")
  }

  @Test func aCorrectionTurnsTheSide() {
    let (_, state) = talk(["i cheated on my girlfriend last year", "no wait, she cheated on me"])
    #expect(state.memory["role"] == "hurt")
  }

  @Test func twoMisunderstandingsAreAnsweredDifferently() {
    let (replies, _) = talk(["asdf qwer", "zxcv uiop"])
    #expect(replies[0].text != replies[1].text)
    #expect(replies[1].text.contains("/topics"))
  }

  @Test func whoeverGreetsHasNotBegunYet() {
    let (replies, _) = talk(["hello, just got the children to bed at last"])
    #expect(replies[0].intents[0] == "greeting")
  }

  @Test func anOwnWordForItThatIsTakenBackIsNoDenial() {
    let (replies, _) = talk([
      "i slept with a man from the gym behind my husband's back",
      "it was nothing, it was a game really",
      "it wasn't a game, was it",
    ])
    #expect(replies[2].intents[0].hasPrefix("progress"))
  }

  /// Whoever was hurt is not warned of being found out.
  @Test func whatTheOtherHidIsNotTheSpeakersSecret() {
    let (replies, state) = talk([
      "my wife cheated on me with my own brother",
      "all summer, as it comes out now, he was round whenever i was on nights",
    ])
    #expect(state.memory.side == .hurt)
    #expect(!replies[1].intents[0].hasPrefix("secrecy"))
  }

  @Test func theSubjectIsNotNamedAtTheBeginningOfEveryReply() {
    let (replies, _) = talk([
      "my husband lied to me about money", "how do i set boundaries", "how long does it take",
      "should we see a counsellor", "how do i forgive him",
    ])
    let names = ["where your limits are", "how long", "help from somebody trained", "to forgive"]
    let leads = zip(replies.dropFirst(), names).filter { reply, name in
      let opening = reply.text.prefix { $0 != "." }
      return opening.contains("about \(name)") || opening.contains("look at \(name)")
    }
    #expect(leads.count <= 1)
  }

  @Test func whoeverHasDiedIsNotTheOneWithWhomTheTroubleIs() {
    let (_, state) = talk([
      "after my wife died i lent my sister her car. she sold it behind my back"
    ])
    #expect(state.memory["other"] == "sister")
  }
}
