// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Dialogue
import Foundation
import Reading
import Terminal
import Transcripts

/// `mend check --talk N`: a made-up user talks, and the shortest talk that goes wrong is written down.
struct RandomTalk {
  let shared: SharedOptions
  let turns: Int

  func run() throws {
    guard turns > 0 else { throw Failure(.usage, "--talk wants a number of turns above 0") }
    let loaded = try shared.loadRules()
    let workshop = try Workshop(shared, loaded: loaded)
    let seed = shared.seed ?? 1
    let report = TalkCheck(policy: workshop.policy, rules: loaded.rules)
      .run(turns: turns, seed: seed)
    for (number, failure) in report.failures.enumerated() {
      let path = "talk-\(seed)-\(number + 1).yaml"
      print("\(sanitized(failure.what))")
      for line in failure.lines { print("  > \(sanitized(line))") }
      do throws(TranscriptFault) {
        try PrivateFile.write(transcript(of: failure, workshop), to: path)
      } catch {
        throw Failure(.cannotCreate, "\(error)")
      }
      print("  written to \(path)")
    }
    print(report.summary)
    let questions = QuestionCheck(policy: workshop.policy).run()
    for fault in questions.faults { print(sanitized(fault)) }
    print(
      "\(questions.asked) questions, each answered in five ways: \(questions.faults.count) faults")
    if !report.failures.isEmpty || !questions.faults.isEmpty {
      throw ExitCode(Failure.Status.fallsShort.rawValue)
    }
  }

  private func transcript(of failure: TalkReport.Failure, _ workshop: Workshop) -> String {
    var transcript = Transcript(
      session: SessionID(date: Date(), seed: failure.seed).description, rules: workshop.digest,
      seed: failure.seed)
    let talk = Talk(policy: workshop.policy, state: State(seed: failure.seed))
    transcript.turns = failure.lines.map { line in
      let reply = talk.answer(line)
      return Transcripts.Turn(
        user: sanitized(line, lineBreaks: .stay), intents: reply.intents, guidance: reply.guidance,
        coach: reply.text)
    }
    return transcript.yaml
  }
}
