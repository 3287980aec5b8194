// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Findings
import Foundation
import Reading
import RuleFiles
import Terminal

/// `mend check`: everything that is wrong with rule files, in one run.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check rule and knowledge files, and run the examples in them.")

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

  @Flag(help: "Show every warning, also of a kind that there are many of.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Talk at random for so many turns instead, and look at every reply.", valueName: "turns"))
  var talk: Int?

  func run() throws {
    try reporting {
      if let explain { return try page(explain) }
      if let talk { return try RandomTalk(shared: shared, turns: talk).run() }
      var failed = false
      var output = Output()
      for target in try CheckTarget.targets(paths, shared) {
        let checked = try CheckedFolder(target)
        let renderer = FindingRenderer(
          style: Style(shared.color), sources: SourceLines(folder: target.folder),
          prefix: target.prefix,
          showsAll: all)
        for line in renderer.lines(checked.findings, as: format, summary: checked.summary) {
          try output.line(line)
        }
        failed = failed || checked.hasErrors
      }
      try output.flush()
      if failed { throw ExitCode(Failure.Status.fallsShort.rawValue) }
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
