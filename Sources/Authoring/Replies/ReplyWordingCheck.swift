// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Finds what good coaching never says, by the phrases that say it.
struct ReplyWordingCheck: Check {
  private struct Fault {
    var code: String
    var what: String
    var help: String
    var phrases: [String]
    /// Only in texts about danger.
    var inDangerOnly = false
  }

  private static let faults = [
    Fault(
      code: "reply-promise", what: "promises what nobody can",
      help: "say what can be done, not how it ends",
      phrases: [
        "will forgive you", "will trust you again", "will come back to you", "you will be stronger",
        "i promise",
        "guarantee", "guaranteed", "everything will be", "it will all be", "will be fine",
        "will be okay",
        "stronger than before", "stronger than ever", "time heals", "you'll get through this",
        "i assure you",
      ]),
    Fault(
      code: "reply-label", what: "labels a person",
      help: "name what was done, never what somebody is",
      phrases: [
        "narcissist", "narcissistic", "toxic", "abuser", "psychopath", "sociopath", "gaslighter",
        "borderline",
        "you are a liar", "bad person", "in denial", "codependent", "personality disorder",
        "addict", "cheater",
        "manipulator",
      ]),
    Fault(
      code: "reply-minimising", what: "makes it small",
      help: "leave its size to the person who carries it",
      phrases: [
        "get over it", "just a mistake", "not that bad", "at least you", "at least they",
        "look on the bright side",
        "could be worse", "calm down", "don't worry about", "no big deal",
        "everyone makes mistakes",
        "move on already", "you are overreacting", "you're overreacting",
      ]),
    Fault(
      code: "reply-machine", what: "speaks as a machine or as a person that it is not",
      help: "say it plainly, without feelings or a self",
      phrases: [
        "as an ai", "as a language model", "i understand how you feel", "i know how you feel",
        "i feel your pain",
        "i've been there", "i hear you",
      ]),
    Fault(
      code: "reply-shared-blame", what: "shares the blame where somebody is in danger",
      help: "speak to the one who is not safe, and only to them",
      phrases: [
        "both of you", "you both", "each other", "as a couple", "couples therapy", "couple therapy",
        "your part in",
        "your share", "provoked", "why didn't you", "think of your family",
      ], inDangerOnly: true),
    Fault(
      code: "reply-policing", what: "advises to check or punish",
      help: "offer openness that is given, not evidence that is taken",
      phrases: [
        "check their phone", "check his phone", "check her phone", "go through their phone",
        "track their", "test them",
        "make them pay", "teach them a lesson", "give them a taste",
      ]),
  ]

  func findings(in book: RuleBook) -> [Finding] {
    let phrases = Self.phrasesByFirstWord
    return book.spokenTexts.flatMap { text in
      var found: Set<Int> = []
      return text.words.indices.flatMap { index -> [Finding] in
        (phrases[text.words[index]] ?? []).compactMap { phrase -> Finding? in
          let fault = Self.faults[phrase.fault]
          guard !fault.inDangerOnly || text.isDanger,
            text.words[index...].starts(with: phrase.words), isMeant(phrase, in: text),
            found.insert(phrase.fault).inserted
          else { return nil }
          return .warning(
            fault.code, "\"\(phrase.words.joined(separator: " "))\" \(fault.what)",
            at: text.spoken.place, help: fault.help)
        }
      }
    }
  }

  private struct Phrase {
    var words: [String]
    var fault: Int
  }

  private static let phrasesByFirstWord: [String: [Phrase]] = {
    let phrases = faults.enumerated().flatMap { number, fault in
      fault.phrases.map { Phrase(words: $0.plainWords, fault: number) }
    }
    return Dictionary(grouping: phrases) { $0.words[0] }
  }()

  /// Words that deny what follows, quote it, or only wish for it: "nobody can guarantee", "telling yourself
  /// to get over it", "let the body calm down".
  private static let excuses: Set = [
    "no", "not", "never", "nobody", "nothing", "cannot", "without", "neither", "tell", "tells",
    "telling", "told", "say", "says", "saying", "said", "call", "calls", "called", "calling",
    "hear",
    "heard", "let", "letting", "lets",
  ]

  /// Whether some sentence says the phrase outright.
  private func isMeant(_ phrase: Phrase, in text: SpokenText) -> Bool {
    text.sentences.map(\.plainWords).contains { words in
      words.indices.contains { index in
        words[index...].starts(with: phrase.words)
          && !words[..<index].contains { Self.excuses.contains($0) || $0.hasSuffix("n't") }
      }
    }
  }
}
