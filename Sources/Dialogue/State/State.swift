// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Everything that a talk carries from one turn to the next.
///
/// A value: the policy takes one and gives the next, so a talk can be saved, resumed and replayed.
public struct State: Sendable {
  public var seed: UInt64
  public var turn = 0
  public var memory = Memory()
  /// What mend asked last, until it is answered or left behind.
  public var question: Question?
  /// What the talk is about: the label last answered, and the knowledge entry that was drawn on.
  public var topic: Topic?
  /// What it was about before that.
  public var earlierTopic: Topic?
  /// All that it was about so far, with the words that brought it up.
  public var subjects: [Subject] = []
  public var parked: [Parked] = []
  public var exercise: ExerciseProgress?
  public var danger: Danger?
  public var promises: [Promise] = []
  /// The small step last suggested, in case the person says they will do it.
  public var suggestion: String?
  /// Messages in a row that were not understood.
  public var misses = 0
  public var freshness = Freshness()
  /// Frames used lately to show what was heard.
  public var usedFrames: [String] = []
  /// The turn in which a reply last began by naming its subject.
  public var lastLead: Int?
  /// The last thing said, for "say that again".
  public var lastReply = ""
  /// Written results of finished exercises, as Markdown.
  public var documents: [Document] = []
  /// Exercises already offered, so that none is offered twice.
  public var offered: Set<String> = []
  /// The turn of the last offer: one at a time, and not at every turn.
  public var lastOffer: Int?
  /// Whether it was asked who broke trust.
  public var hasAskedSide = false
  /// The turn in which mend last asked which of two things was meant.
  public var lastClarify: Int?
  /// How often each knowledge entry was spoken from.
  public var visits: [String: Int] = [:]
  /// Entries that a next step was given from.
  public var stepsGiven: Set<String> = []
  /// Whether earlier sessions may be remembered; nil until answered.
  public var consent: Bool?

  public init(seed: UInt64) { self.seed = seed }
}

/// What the talk is about.
public struct Topic: Sendable, Equatable {
  public var label: String
  public var entry: String?

  public init(label: String, entry: String?) {
    self.label = label
    self.entry = entry
  }
}

/// What the talk was about once, and in which words.
public struct Subject: Sendable, Equatable {
  public var topic: Topic
  /// In the rules' spelling.
  public var words: [String]
}

/// Something that was said and not answered yet.
public struct Parked: Sendable, Equatable {
  public var label: String
  /// The person's own words.
  public var words: String
  public var turn: Int
}

/// A question that mend asked, and what its answers lead to.
public struct Question: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// Can be answered in any words; the answer is taken up.
    case open
    /// Can be answered with yes or no.
    case yesOrNo(yes: Branch, no: Branch)
    /// Which of two readings was meant.
    case either(first: String, second: String, words: String)
    /// Whether to begin an exercise.
    case offer(exercise: String)
    /// Who broke trust.
    case side
    /// Whether they are safe.
    case safety
    /// How something that was promised went.
    case promise(String)
    /// Whether to take up something parked.
    case parked(Parked)
  }

  /// Where one answer leads: to a text, or to what the answer has told.
  public enum Branch: Sendable, Equatable {
    case text(String)
    case danger(String)

    /// The text that it leads to, where it leads to one.
    public var text: String? {
      if case .text(let text) = self { return text }
      return nil
    }
  }

  public var kind: Kind
  public var text: String
  public var label: String

  /// Whether what has replies of its own may be said in answer: it is more than a yes or a no.
  var isAboutMatter: Bool {
    switch kind {
    case .open, .yesOrNo, .offer: true
    case .either, .side, .safety, .promise, .parked: false
    }
  }

  public init(kind: Kind, text: String, label: String) {
    self.kind = kind
    self.text = text
    self.label = label
  }
}

/// Where an exercise stands.
public struct ExerciseProgress: Sendable, Equatable {
  public var id: String
  public var step: Int
  public var answers: [String: String]
  /// Steps at which help was given once.
  public var helped: Set<String> = []
}

/// A conversation about danger.
public struct Danger: Sendable, Equatable {
  public var intent: String
  public var stage: String
  public var turn: Int
  /// Answers to mend's question about it in a row that told neither of safety nor of more danger.
  public var rounds = 0
  /// Whether it was come back to once since.
  public var cameBack = false
  /// Whether it was only supposed, from what the message was like.
  public var isGuess = false
  /// Whether it was said to be none, so that advice for two may be given again.
  public var isLifted = false

  public init(intent: String, stage: String, turn: Int, isGuess: Bool = false) {
    self.intent = intent
    self.stage = stage
    self.turn = turn
    self.isGuess = isGuess
  }
}

/// Something the person said they would do.
public struct Promise: Sendable, Equatable {
  public enum Outcome: String, Sendable { case open, kept, missed }

  public var text: String
  public var outcome: Outcome

  public init(text: String, outcome: Outcome = .open) {
    self.text = text
    self.outcome = outcome
  }
}

/// A written result.
public struct Document: Sendable, Equatable {
  public var title: String
  public var markdown: String
}
