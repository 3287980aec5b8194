// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Dialogue
import Foundation
import RuleFiles
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
      if files.isEmpty, let filter {
        complain("error: no transcript's path contains \(sanitized(filter))")
      }
      let report = ReplayReport(replayAll(files, workshop))
      if !review { try show(report) }
      if update || review { try accept(report, files, workshop.policy) }
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
    let width = max(1, min(jobs ?? ProcessInfo.processInfo.activeProcessorCount, files.count))
    let policy = workshop.policy
    let progress = Progress("replaying", of: files.count)
    defer { progress.end() }
    let shares = concurrently(width) { worker in
      var replayer = PolicyReplayer(policy: policy)
      return stride(from: worker, to: files.count, by: width).map { index in
        replayer.folder = (files[index].path as NSString).deletingLastPathComponent
        defer { progress.step() }
        return (index, replay(files[index], with: &replayer))
      }
    }
    return shares.flatMap { $0 }.sorted { $0.0 < $1.0 }.map(\.1)
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

  private func accept(
    _ report: ReplayReport, _ files: [TranscriptFile], _ policy: Policy
  ) throws {
    let inCI = ProcessInfo.processInfo.environment["CI"] == "true"
    let dialogue = ReviewDialogue(style: Style(shared.color).isColored ? .colored : .plain)
    for (file, replayed) in zip(files, report.transcripts) where !replayed.differences.isEmpty {
      let differing = replayed.turns.filter { !$0.differences.isEmpty }
      let chosen = review ? dialogue.chosen(replayed) : differing
      if chosen.isEmpty { continue }
      let isWhole = chosen.count == differing.count
      let turns = isWhole ? afresh(file, policy) : chosen
      do throws(TranscriptFault) {
        try Review(file).write(accepting: turns, inCI: inCI)
        complain("updated \(file.path)")
      } catch {
        throw Failure(.cannotWrite, "\(error)")
      }
    }
    if !dialogue.summary.isEmpty { complain(dialogue.summary) }
  }

  /// Where all is accepted, the talk as it goes by itself: what was compared went on from the old record
  /// after each turn that differed, so it would differ again.
  private func afresh(_ file: TranscriptFile, _ policy: Policy) -> [ReplayedTurn] {
    var replayer = PolicyReplayer(policy: policy)
    replayer.folder = (file.path as NSString).deletingLastPathComponent
    return replay(file, with: &replayer, resynchronises: false).turns.filter {
      !$0.differences.isEmpty
    }
  }
}
