// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Findings
import Foundation
import Terminal
import Transcripts

/// `mend check`: everything that is wrong with rule files, in one run.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check rule and knowledge files, and run the examples in them.",
    discussion: """
      To put up with a finding, write # mend: ignore CODE because … on its line or the one above.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(
    help:
      "Files or folders; those among the rules narrow down what is shown, others are checked as rules of their own."
  )
  var paths: [String] = []

  @Option(help: "The form of the output: text, json, github or sarif.")
  var format: FindingRenderer.Format = .text

  @Option(help: ArgumentHelp("Explain a kind of finding, with an example.", valueName: "code"))
  var explain: String?

  @Flag(help: "Show notes as well, and every warning of a kind that there are many of.")
  var all = false

  @Flag(help: "Tell what of the rules no test and no transcript reaches.")
  var coverage = false

  @Option(
    help: ArgumentHelp(
      "Write a page that tells every intent in plain language.", valueName: "out.html"))
  var report: String?

  @Flag(
    help: "Check again whenever a rule file is saved, and tell what that changes in saved talks.")
  var watch = false

  func validate() throws {
    if coverage, format == .github || format == .sarif {
      throw ValidationError("--coverage is written as text or json; leave out --format \(format)")
    }
  }

  @Option(
    help: ArgumentHelp(
      "Talk at random for so many turns instead, and look at every reply.", valueName: "turns"))
  var talk: Int?

  func run() throws {
    try reporting {
      if let explain { return try page(explain) }
      if let talk { return try RandomTalk(shared: shared, turns: talk).run() }
      let targets = try CheckTarget.targets(paths, shared)
      if watch { return try CheckWatch(command: self, targets: targets).run() }
      var failed = false
      for target in targets {
        let progress = Progress("checking")
        let checked = try CheckedFolder(target)
        progress.end()
        try show(checked, target)
        failed = failed || checked.hasErrors
      }
      if failed { throw ExitCode(Failure.Status.fallsShort.rawValue) }
    }
  }

  /// Prints the findings, and what else was asked for.
  func show(_ checked: CheckedFolder, _ target: CheckTarget) throws {
    let covered = coverage || report != nil ? try reach(checked) : nil
    let renderer = FindingRenderer(
      style: Style(shared.color), sources: SourceLines(folder: target.folder),
      prefix: target.prefix, showsAll: all, coverage: coverage ? covered : nil)
    var output = Output()
    for line in renderer.lines(checked.findings, as: format, summary: checked.summary) {
      try output.line(line)
    }
    try output.flush()
    guard let report, let covered else { return }
    let html = try ReportPage(checked: checked, coverage: covered.coverage).html()
    do {
      try Data(html.utf8).write(to: URL(fileURLWithPath: report), options: .atomic)
    } catch {
      throw Failure(.cannotCreate, "\(report) cannot be written: \(error.localizedDescription)")
    }
    complain("the report is written to \(report)")
  }

  private func reach(_ checked: CheckedFolder) throws -> CoverageReport {
    let progress = Progress("counting what is reached")
    defer { progress.end() }
    return CoverageReport(checked, transcripts: try transcripts())
  }

  /// Private sessions are left out unless their folder is named: a report may be shown to others.
  private func transcripts() throws -> [TranscriptFile] {
    let folder = Places(rules: shared.rules).talksFolder(shared.transcripts)
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    do throws(TranscriptFault) {
      let paths = try transcriptPaths(
        at: folder, skipping: shared.transcripts == nil ? ["sessions"] : [])
      var files: [TranscriptFile] = []
      for path in paths { files.append(try TranscriptFile(reading: path)) }
      return files
    } catch {
      throw Failure(.noInput, "\(error)")
    }
  }

  private func page(_ code: String) throws {
    guard let page = FindingPages.page(for: code) else {
      let near = nearest(to: code, among: FindingPages.codes).map { "did you mean \($0)?" }
      throw Failure(
        .usage,
        "no finding has the code \(sanitized(code)); \(near ?? "the code stands in brackets after a finding")"
      )
    }
    print(page)
  }
}
