// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Findings
import Foundation
import RuleFiles
import Terminal

/// Options that all commands share.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with the rule files.", valueName: "dir"))
  var rules: String?

  @Option(help: ArgumentHelp("The folder where sessions are kept.", valueName: "dir"))
  var transcripts: String?

  @Option(help: ArgumentHelp("Makes the choice of words repeatable.", valueName: "n"))
  var seed: UInt64?

  @Option(help: "When to use colour: auto, always or never.")
  var color: ColorChoice = .auto

  /// Rules as loaded, with what is wrong with them.
  func loadRules(withMessages: Bool = false) throws -> LoadedRules {
    try fromFolder { folder throws(RuleFolder.Failure) in
      try folder.load(withMessages: withMessages)
    }
  }

  /// Rules to talk by, with what is wrong with them.
  func readyRules() throws -> ReadyRules {
    let cache = RuleCache(path: Places(rules: rules).cacheFile)
    return try fromFolder { folder throws(RuleFolder.Failure) in try folder.ready(cache: cache) }
  }

  private func fromFolder<Rules>(_ read: (RuleFolder) throws(RuleFolder.Failure) -> Rules) throws
    -> Rules
  {
    let places = Places(rules: rules)
    let folder = RuleFolder(
      path: try places.rulesFolder(), languageFallback: places.shippedRules)
    do throws(RuleFolder.Failure) {
      return try read(folder)
    } catch {
      throw Failure(.noInput, "\(error)")
    }
  }

  /// Prints errors of rule files, at most a screenful; true where there were any.
  @discardableResult
  func report(_ findings: [Finding], folder: String) -> Bool {
    let errors = findings.filter { $0.severity == .error }.sorted()
    for error in errors.prefix(20) { complain("\(error)") }
    if errors.count > 20 { complain("… and \(errors.count - 20) more; mend check shows them all") }
    return !errors.isEmpty
  }
}

extension ColorChoice: ExpressibleByArgument {}

/// Where rules and sessions are found.
struct Places {
  let rules: String?

  /// `--rules`, else the `Rules` of the nearest folder upward, else the installed one.
  func rulesFolder() throws -> String {
    if let rules {
      return rules.count > 1 && rules.hasSuffix("/") ? String(rules.dropLast()) : rules
    }
    if let near = Self.upward(from: FileManager.default.currentDirectoryPath) { return near }
    if let shipped = shippedRules { return shipped }
    throw Failure(
      .noInput,
      "no Rules folder here, above, or beside the program; name one with --rules DIR, or run mend inside a checkout"
    )
  }

  /// Where sessions are kept: `--transcripts`, else inside a checkout, else the user's state folder.
  func sessionsFolder(_ given: String?) -> String {
    if let given { return given }
    if let near = Self.upward(from: FileManager.default.currentDirectoryPath) {
      return "\((near as NSString).deletingLastPathComponent)/Transcripts/sessions"
    }
    return "\(stateFolder)/transcripts"
  }

  /// Where the talks are that an edit of the rules is tried on: `--transcripts`, else the `Transcripts` beside
  /// the rules, golden ones and sessions, else where sessions are kept.
  func talksFolder(_ given: String?) -> String {
    if let given { return given }
    if let rules = try? rulesFolder() {
      let whole = URL(fileURLWithPath: rules).path
      let beside = "\((whole as NSString).deletingLastPathComponent)/Transcripts"
      if FileManager.default.fileExists(atPath: beside) { return beside }
    }
    return sessionsFolder(nil)
  }

  /// Where typed lines are kept for the next session.
  var historyFile: String { "\(stateFolder)/history" }

  private var stateFolder: String { Self.own("XDG_STATE_HOME", orBelowHome: ".local/state") }

  /// Where compiled rules are kept for the next start.
  var cacheFile: String { Self.own("XDG_CACHE_HOME", orBelowHome: ".cache") + "/rules" }

  /// The program's own folder in one that a variable names.
  private static func own(_ variable: String, orBelowHome usual: String) -> String {
    let named = ProcessInfo.processInfo.environment[variable] ?? ""
    let base = named.hasPrefix("/") ? named : "\(NSHomeDirectory())/\(usual)"
    return "\(base)/mend"
  }

  /// The same, and it is there.
  func existingRulesFolder() throws -> String {
    let folder = try rulesFolder()
    guard FileManager.default.fileExists(atPath: folder) else {
      throw Failure(.noInput, "\(RuleFolder.Failure.missing(folder))")
    }
    return folder
  }

  /// The rules that came with the program.
  var shippedRules: String? {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let folder = (program as NSString).deletingLastPathComponent
    let installed = "\((folder as NSString).deletingLastPathComponent)/share/mend/Rules"
    if FileManager.default.fileExists(atPath: installed) { return installed }
    return Self.upward(from: folder)
  }

  private static func upward(from start: String) -> String? {
    var folder = start
    while !folder.isEmpty {
      let candidate = folder == "/" ? "/Rules" : "\(folder)/Rules"
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
        isFolder.boolValue
      {
        return candidate
      }
      if folder == "/" { return nil }
      folder = (folder as NSString).deletingLastPathComponent
    }
    return nil
  }
}
