// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Dialogue
import Findings
import Foundation
import Language
import Reading
import RuleFiles

/// A folder that has been loaded, compiled and checked.
struct CheckedFolder {
  let findings: [Finding]
  let summary: String
  let book: RuleBook
  let digest: String
  var hasErrors: Bool { findings.contains { $0.severity == .error } }
  var policy: Policy { Policy(coach: book.coach, rules: book.compiled) }

  init(_ target: CheckTarget) throws {
    let loaded: LoadedRules
    do {
      loaded = try RuleFolder(path: target.folder, languageFallback: target.shipped).load(
        withMessages: true)
    } catch {
      throw Failure(.noInput, "\(error)")
    }
    var found = loaded.findings
    // Examples are tried with the rules in an order that no author had in mind.
    let order = UInt64(loaded.digest, radix: 16) ?? 0
    let compiled = CompiledRules(loaded.rules.shuffled(seed: order), findings: &found)
    // A check looks for missing names in every text, also in those that are compiled only when they are used.
    found.removeAll { ["unknown-list", "unknown-rule"].contains($0.code) }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let probes = concurrently(cores) { ProbedExamples(of: compiled, share: $0, of: cores) }
    var book = RuleBook(
      rules: loaded.rules, coach: loaded.coach, compiled: compiled,
      probes: ProbedExamples(joining: probes))
    let sources = SourceLines(folder: target.folder)
    book.inventory = sources.lines(of: Self.inventoryFile).map(String.init).filter { !$0.isEmpty }
    book.messagesDigest = TrainingMessages.digest(TrainingMessages.messages(loaded))
    book.unread = Self.unread(in: target.folder)
    book.lost = LostText(loaded.lostTexts)
    book.accepted = Self.accepted(sources, target)
    self.book = book
    digest = loaded.digest
    // The checks know nothing of each other, so they run side by side.
    let checked = book
    let all = concurrently(checkCount) { Authoring.findings(ofCheck: $0, in: checked) }
    let byFile = Dictionary(grouping: merged(found + all.flatMap { $0 }), by: \.place.file)
    findings = byFile.filter { target.shows($0.key) }.flatMap { file, findings in
      Silences(file: file, lines: sources.lines(of: file)).applied(to: findings)
    }.sorted()
    summary = Self.summary(loaded, findings)
  }

  private static let inventoryFile = "knowledge/inventory-ids.txt"
  private static let acceptedFile = "language/accepted.txt"
  private static let readFiles: Set = [
    inventoryFile, acceptedFile, "likeness.model", "rules.schema.json", "language/words.txt",
    "language/words.README",
  ]

  /// Words that replies may use though no dictionary has them: the folder's own, and the shipped ones.
  private static func accepted(_ sources: SourceLines, _ target: CheckTarget) -> Set<String> {
    let shipped = target.shipped.map { SourceLines(folder: $0).lines(of: acceptedFile) } ?? []
    return Set(
      (sources.lines(of: acceptedFile) + shipped).filter { !$0.hasPrefix("#") && !$0.isEmpty }
        .map { $0.lowercased() })
  }

  private static func unread(in folder: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    var found: [String] = []
    for case let name as String in walk {
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      let isFolder = walk.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
      let isRead =
        name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".md")
        || readFiles.contains(name)
      if !isHidden, !isFolder, !isRead { found.append(name) }
    }
    return found.sorted()
  }

  private static func summary(_ loaded: LoadedRules, _ findings: [Finding]) -> String {
    let intents = loaded.rules.intents
    let examples = intents.reduce(0) { $0 + $1.examples.count + $1.counterexamples.count }
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    return [
      counted(loaded.files.count, "file"), counted(intents.count, "intent"),
      counted(intents.reduce(0) { $0 + $1.sentences.count }, "template"),
      counted(examples, "example"),
      counted(loaded.coach.knowledge.count, "knowledge entry", "knowledge entries"),
    ].joined(separator: ", ") + ": \(counted(errors, "error")), \(counted(warnings, "warning"))"
  }
}

/// `1 turn`, `2 turns`.
func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? one : many ?? one + "s")"
}
