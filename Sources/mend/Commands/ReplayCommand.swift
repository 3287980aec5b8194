// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Dialogue
import Dispatch
import Foundation
import Terminal
import Transcripts

/// `mend replay`: saved talks as tests.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Talk through transcripts again and show what differs; exit 1 if anything does.")

  @OptionGroup var shared: SharedOptions

  @Argument(
    help:
      "Transcripts, or folders of them. Private sessions in a folder are passed over unless named.")
  var paths: [String]

  @Option(help: "text, junit, tap or json.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Only transcripts whose path contains this.", valueName: "text"))
  var filter: String?

  @Option(help: ArgumentHelp("How many to replay at a time.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("Only every Nth transcript, beginning with the Kth.", valueName: "k/n"))
  var shard: String?

  @Flag(help: "Write what is said now into the transcripts that differ.")
  var update = false

  @Flag(help: "Ask about each difference: accept, reject or skip.")
  var review = false

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, junit, tap, json }

  func run() throws {
    try reporting {
      let workshop = try Workshop(shared)
      let files = try transcripts()
      let report = ReplayReport(replayAll(files, workshop))
      try show(report)
      if update || review { try accept(report, files) }
      if !report.passed { throw ExitCode(Failure.Status.fallsShort.rawValue) }
    }
  }

  private func transcripts() throws -> [TranscriptFile] {
    do {
      let found = try paths.flatMap { path throws(TranscriptFault) in
        try transcriptPaths(at: path, skipping: path.contains("sessions") ? [] : ["sessions"])
      }
      return try chosen(found).map { path throws(TranscriptFault) in
        try TranscriptFile(reading: path)
      }
    } catch let fault as TranscriptFault {
      throw Failure(.noInput, "\(fault)")
    }
  }

  private func chosen(_ paths: [String]) throws -> [String] {
    let matching = filter.map { text in paths.filter { $0.contains(text) } } ?? paths
    guard let shard else { return matching }
    let parts = shard.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2, parts[1] > 0, (1...parts[1]).contains(parts[0]) else {
      throw Failure(
        .usage, "--shard \(shard) is not K/N with K from 1 to N; write for example --shard 1/4")
    }
    return matching.enumerated().filter { $0.offset % parts[1] == parts[0] - 1 }.map(\.element)
  }

  private func replayAll(_ files: [TranscriptFile], _ workshop: Workshop) -> [ReplayedTranscript] {
    let results = Results(count: files.count)
    let width = max(1, min(jobs ?? ProcessInfo.processInfo.activeProcessorCount, files.count))
    let policy = workshop.policy
    DispatchQueue.concurrentPerform(iterations: width) { worker in
      var replayer = PolicyReplayer(policy: policy)
      for index in stride(from: worker, to: files.count, by: width) {
        replayer.folder = (files[index].path as NSString).deletingLastPathComponent
        results.set(index, replay(files[index], with: &replayer))
      }
    }
    return results.all
  }

  private func show(_ report: ReplayReport) throws {
    switch format {
    case .text:
      print(report.text(Style(shared.color).isColored ? .colored : .plain), terminator: "")
    case .junit: print(report.junit, terminator: "")
    case .tap: print(report.tap, terminator: "")
    case .json: print(report.json)
    }
  }

  private func accept(_ report: ReplayReport, _ files: [TranscriptFile]) throws {
    let inCI = ProcessInfo.processInfo.environment["CI"] == "true"
    for (file, replayed) in zip(files, report.transcripts) where !replayed.differences.isEmpty {
      let turns =
        review
        ? ReviewDialogue().chosen(replayed) : replayed.turns.filter { !$0.differences.isEmpty }
      if turns.isEmpty { continue }
      do throws(TranscriptFault) {
        try Review(file).write(accepting: turns, inCI: inCI)
        complain("updated \(file.path)")
      } catch {
        throw Failure(.cannotWrite, "\(error)")
      }
    }
  }
}

/// Results gathered from several threads, each in its place.
private final class Results: @unchecked Sendable {
  private let lock = NSLock()
  private var slots: [ReplayedTranscript?]

  init(count: Int) { slots = [ReplayedTranscript?](repeating: nil, count: count) }

  func set(_ index: Int, _ value: ReplayedTranscript) { lock.withLock { slots[index] = value } }

  var all: [ReplayedTranscript] { lock.withLock { slots.compactMap { $0 } } }
}

/// The program as replaying sees it.
struct PolicyReplayer: Replayer {
  let policy: Policy
  var folder: String?
  private var talk: Talk

  init(policy: Policy) {
    self.policy = policy
    talk = Talk(policy: policy, state: State(seed: 0))
  }

  mutating func start(seed: UInt64, header: Transcript) {
    talk = Talk(
      policy: policy, state: Earlier.beginning(of: header, folder: folder, policy: policy, depth: 0)
    )
  }

  mutating func answer(_ user: String) -> Turn {
    let reply = talk.answer(user)
    var turn = Turn(
      user: user, intents: reply.intents, guidance: reply.guidance, coach: reply.text,
      parked: reply.parked,
      exercise: talk.state.exercise?.id)
    turn.facts = talk.state.memory.facts
    turn.explanation = reply.reading?.intents.prefix(3).map { heard in
      "\(heard.intent) from \(heard.place)\(heard.matched.isEmpty ? "" : " by \"\(heard.matched)\"")"
    }.joined(separator: "; ")
    return turn
  }

  mutating func resynchronise(with recorded: Turn) {
    talk.update { state in
      if let coach = recorded.coach { state.takeOver(lastReply: coach) }
    }
  }
}

/// Asks about each turn that differs.
private struct ReviewDialogue {
  func chosen(_ replayed: ReplayedTranscript) -> [ReplayedTurn] {
    var accepted: [ReplayedTurn] = []
    for turn in replayed.turns where !turn.differences.isEmpty {
      print(
        "\(turn.place): turn \(turn.number): \(turn.differences.map(\.kind.rawValue).joined(separator: ", "))"
      )
      print("accept (a), skip (s)? ", terminator: "")
      fflush(nil)
      if readLine()?.lowercased().hasPrefix("a") == true { accepted.append(turn) }
    }
    return accepted
  }
}
