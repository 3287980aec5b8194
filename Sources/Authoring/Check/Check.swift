// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Something that can be wrong with rules though every file of them is well-formed.
///
/// Adding one is: a file with its struct, its line in `checks`, its test, and a page for each code.
protocol Check: Sendable {
  func findings(in book: RuleBook) -> [Finding]
}

/// Every check that `mend check` runs.
let checks: [any Check] = [
  ReferenceCheck(), UnusedCheck(), DuplicateCheck(), IncompleteIntentCheck(), FactCheck(),
  ExampleCheck(), CounterexampleCheck(), SafetyCorpusCheck(),
  DeadTemplateCheck(), BroadTemplateCheck(), SentenceCountCheck(), LookAlikeCheck(),
  ReplyLengthCheck(), ReplyQuestionCheck(), ReplyWordingCheck(), ReadingGradeCheck(),
  PlaceholderCheck(), RepeatedSentenceCheck(), HalfAnswerCheck(), ExerciseCheck(),
  SafetyRulesCheck(), SafetyHelpCheck(), CoverageCheck(), LikenessCheck(), UnreadFileCheck(),
]

/// Everything that the checks find, sorted by place and each once.
public func findings(in book: RuleBook) -> [Finding] {
  var seen: Set<Finding> = []
  return checks.flatMap { $0.findings(in: book) }.filter { seen.insert($0).inserted }.sorted()
}
