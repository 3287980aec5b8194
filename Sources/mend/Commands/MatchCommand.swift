// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Dialogue
import Findings
import Foundation
import Reading
import RuleFiles
import Terminal

/// `mend match`: every line on its own, as the first thing said.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Read every line on its own, as the first thing said, and print what was heard.")

  @OptionGroup var shared: SharedOptions

  @Argument(help: "A file with one message a line; standard input without it.")
  var file: String?

  @Option(help: "The form of the output; only jsonl so far.")
  var format: Format = .jsonl

  @Flag(help: "Also print the reply.")
  var reply = false

  @Flag(help: "Print one object with counts and times on standard error at the end.")
  var stats = false

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
  }

  func run() throws {
    try reporting {
      let clock = ContinuousClock()
      let began = clock.now
      let ready = try shared.readyRules()
      let (rules, coach) = (ready.rules, ready.coach)
      shared.report(ready.findings, folder: try Places(rules: shared.rules).rulesFolder())
      let reader = Reader(rules)
      let loadTime = clock.now - began
      let lines = try InputLines(path: file)
      var output = Output()
      var times: [Double] = []
      let policy = reply ? Policy(coach: coach, rules: rules) : nil
      for line in lines {
        let start = clock.now
        let reading = reader.read(line)
        if stats { times.append((clock.now - start).microseconds) }
        let answer = policy.map { policy in
          var state = State(seed: shared.seed ?? 0)
          return policy.reply(to: line, in: &state, using: reader).text
        }
        try output.line(MatchCommand.json(line, reading, coach, reply: answer).text)
      }
      try output.flush()
      if stats { complain(statistics(rules, loadTime, times).text) }
    }
  }

  static func json(_ line: String, _ reading: Reading, _ coach: Coach, reply: String? = nil)
    -> JSONText
  {
    .object(
      [
        ("utterance", .string(line)),
        ("intents", .list(reading.intents.map(json))),
        ("guidance", .list(guidance(reading, coach).map { .string($0) })),
        ("fallback", .flag(reading.isFallback)),
      ] + (reply.map { [("reply", .string(sanitized($0)))] } ?? []))
  }

  private static func json(_ heard: Heard) -> JSONText {
    .object([
      ("intent", .string(heard.intent.description)),
      ("template", .string(heard.template)),
      ("at", .string(heard.place.file.isEmpty ? "" : "\(heard.place.file):\(heard.place.line)")),
      ("matched", .string(heard.matched)),
      ("holder", .string(heard.facets.holder.rawValue)),
      (
        "captures",
        .object(heard.captures.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      ),
    ])
  }

  private static func guidance(_ reading: Reading, _ coach: Coach) -> [String] {
    let name = reading.best.intent.description
    if let replies = coach.replies(to: name), let first = replies.guidance.first { return [first] }
    return coach.knowledge[reading.best.intent.family].map { [$0.id] } ?? []
  }

  private func statistics(_ rules: CompiledRules, _ load: Duration, _ times: [Double]) -> JSONText {
    let sorted = times.sorted()
    func quantile(_ share: Double) -> Double {
      sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
    func rounded(_ value: Double) -> JSONText { .number((value * 100).rounded() / 100) }
    return .object([
      ("rules", .integer(rules.intents.count)), ("templates", .integer(rules.sentenceCount)),
      ("load_ms", rounded(load.microseconds / 1000)), ("utterances", .integer(times.count)),
      ("match_median_us", rounded(quantile(0.5))), ("match_p99_us", rounded(quantile(0.99))),
      ("peak_rss_kb", .integer(PeakMemory.kilobytes)),
    ])
  }
}

extension Duration {
  var microseconds: Double {
    Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12
  }
}

/// The most memory that the process has held.
enum PeakMemory {
  static var kilobytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
