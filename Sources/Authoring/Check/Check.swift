// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Something that can be wrong with rules though every file of them is well-formed.
///
/// Adding one is: a file with its struct, its line in `checks`, its test, and a page for each code.
protocol Check: Sendable {
  func findings(in book: RuleBook) -> [Finding]
}

/// Every check that `mend check` runs, the one that takes longest first.
let checks: [any Check] = [
  DeadTemplateCheck(), ReferenceCheck(), UnusedCheck(), DuplicateCheck(), IncompleteIntentCheck(),
  FactCheck(), FactValueCheck(), CaptureCheck(),
  ExampleCheck(), CounterexampleCheck(), SafetyCorpusCheck(),
  BroadTemplateCheck(), SentenceCountCheck(), LookAlikeCheck(), CurlyQuoteCheck(), SourceCheck(),
  ReplyLengthCheck(), ReplyQuestionCheck(), ReplyWordingCheck(), ReadingGradeCheck(),
  PlaceholderCheck(), RepeatedSentenceCheck(), HalfAnswerCheck(), ExerciseCheck(),
  SpellingCheck(), GrammarCheck(), DeadEndCheck(), LoopCheck(),
  SafetyRulesCheck(), SafetyHelpCheck(), CoverageCheck(), LikenessCheck(), UnreadFileCheck(),
]

/// How many checks there are, for those who share the work out.
public var checkCount: Int { checks.count }

/// What one of the checks finds.
public func findings(ofCheck number: Int, in book: RuleBook) -> [Finding] {
  checks[number].findings(in: book)
}

/// Everything that the checks find, sorted by place and each once.
public func findings(in book: RuleBook) -> [Finding] {
  merged(checks.flatMap { $0.findings(in: book) })
}
