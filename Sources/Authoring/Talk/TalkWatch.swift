// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Reading

/// Follows one talk and says what is wrong with it, as soon as something is.
struct TalkWatch {
  private let policy: Policy
  private let reader: Reader
  private(set) var state: State
  private(set) var dangers = 0
  private(set) var exercisesBegun = 0
  private(set) var parkedInAll = 0
  private(set) var lateRepeats = 0
  /// The turn in which each sentence was said last.
  private var said: [String: Int] = [:]

  /// Questions of exercises, which come again whenever somebody begins one again.
  private let asked: Set<String>

  init(policy: Policy, seed: UInt64) {
    asked = Set(
      policy.coach.exercises.flatMap { exercise in
        exercise.steps.flatMap { [$0.ask, $0.hint, $0.more].compactMap { $0?.text } }
          + [exercise.closing.text, exercise.offer.text]
      }.flatMap(Self.sentences))
    self.policy = policy
    reader = Reader(policy.rules)
    state = State(seed: seed)
  }

  /// Takes one line, and gives what is wrong with its answer.
  mutating func take(_ line: String) -> String? {
    let before = state
    let reply = policy.reply(to: line, in: &state, using: reader)
    if state.exercise != nil, before.exercise == nil { exercisesBegun += 1 }
    parkedInAll += max(0, state.parked.count - before.parked.count)
    let isHeard = reply.reading?.intents.contains { $0.tier == .safety } == true
    if isHeard {
      dangers += 1
      if !reply.isDanger { return "danger was passed over" }
    }
    if let fault = fault(of: reply.text) { return fault }
    if let fault = repetition(reply, before) { return fault }
    if state.turn % 6 == 0, let fault = deadEnd() { return fault }
    return state.exercise == nil ? nil : cannotLeave()
  }

  private func fault(of text: String) -> String? {
    if text.allSatisfy(\.isWhitespace) { return "an empty reply" }
    if text.contains("{") && !text.contains("{other} {them}") { return "a place was not filled" }
    if text.split(separator: " ").count > TalkCheck.longest { return "a reply of too many words" }
    if text.count(where: { $0 == "?" }) > 1, Self.questions(in: text) > 1 {
      return "more than one question"
    }
    return nil
  }

  /// Questions of mend's own; those within quotation marks are somebody's words.
  private static func questions(in text: String) -> Int {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 0 }.reduce(0) { $0 + $1.element.count { $0 == "?" } }
  }

  private mutating func repetition(_ reply: Reply, _ before: State) -> String? {
    // What was asked for again, and the open question of an exercise, have to come again.
    let isAskedFor =
      reply.answered == "repeat-please" || before.exercise != nil
      || reply.text.contains(before.lastReply) || isShorter(reply.text, before.lastReply)
    for sentence in Self.sentences(of: reply.text) {
      if let last = said[sentence], !isAskedFor, !asked.contains(sentence) {
        if state.turn - last <= TalkCheck.window {
          return "said twice within \(TalkCheck.window) turns: \(sentence)"
        }
        lateRepeats += 1
      }
      said[sentence] = state.turn
    }
    return nil
  }

  private func isShorter(_ text: String, _ last: String) -> Bool {
    guard let end = Self.sentences(of: text).last else { return false }
    return Self.sentences(of: last).last == end
  }

  /// Longer sentences; "You're welcome." may come again.
  private static func sentences(of text: String) -> [String] {
    var found: [String] = []
    var current: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      current.append(word)
      guard let last = word.last, ".!?".contains(last) else { continue }
      found.append(current.joined(separator: " "))
      current = []
    }
    return (found + [current.joined(separator: " ")]).filter {
      $0.split(separator: " ").count > 4
    }
  }

  private static let answers = [
    "yes", "no", "i don't know", "i'd rather not say", "it was a tuesday",
  ]

  /// Whatever is answered, the talk must go on.
  private func deadEnd() -> String? {
    for answer in Self.answers {
      var probe = state
      let reply = policy.reply(to: answer, in: &probe, using: reader)
      if let fault = fault(of: reply.text) { return "after \"\(answer)\": \(fault)" }
      if reply.text == state.lastReply { return "after \"\(answer)\": the same reply again" }
    }
    return nil
  }

  private func cannotLeave() -> String? {
    var probe = state
    _ = policy.reply(to: "stop", in: &probe, using: reader)
    return probe.exercise == nil ? nil : "the exercise cannot be left"
  }

  /// Whether everything that was parked comes back once the talk pauses.
  func fault(atEndOf lines: [String]) -> String? {
    var probe = state
    if probe.exercise != nil { _ = policy.reply(to: "stop", in: &probe, using: reader) }
    for _ in 0..<(state.parked.count * 2 + 6) where !probe.parked.isEmpty {
      _ = policy.reply(to: "thanks", in: &probe, using: reader)
    }
    return probe.parked.isEmpty ? nil : "something parked never came back"
  }
}
