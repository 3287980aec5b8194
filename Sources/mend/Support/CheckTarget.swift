// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Findings
import Foundation
import Reading
import RuleFiles

/// A rules folder to check, and the part of it that was asked for.
struct CheckTarget {
  var folder: String
  /// Files and folders below it that findings are shown of; empty for all.
  var shown: [String] = []
  let shipped: String?

  /// Paths inside the rules folder are checked together with all rules; others stand for themselves.
  static func targets(_ paths: [String], _ shared: SharedOptions) throws -> [CheckTarget] {
    let places = Places(rules: shared.rules)
    let shipped = places.shippedRules
    if paths.isEmpty { return [CheckTarget(folder: try places.rulesFolder(), shipped: shipped)] }
    let folder = try? places.rulesFolder()
    var inside = CheckTarget(folder: folder ?? "", shipped: shipped)
    var others: [CheckTarget] = []
    for path in paths {
      guard FileManager.default.fileExists(atPath: path) else {
        throw Failure(.noInput, "there is no file or folder \(path)")
      }
      if let folder, let part = below(folder, path) {
        inside.shown.append(part)
      } else {
        others.append(
          CheckTarget(
            folder: path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path,
            shipped: shipped))
      }
    }
    return (inside.shown.isEmpty ? [] : [inside]) + others
  }

  /// What leads from here to the files, as editors want it.
  var prefix: String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else {
      return ""
    }
    let here = FileManager.default.currentDirectoryPath
    return (folder.hasPrefix(here + "/") ? String(folder.dropFirst(here.count + 1)) : folder) + "/"
  }

  func shows(_ file: String) -> Bool {
    shown.isEmpty || shown.contains { $0.isEmpty || file == $0 || file.hasPrefix($0 + "/") }
  }

  private static func below(_ folder: String, _ path: String) -> String? {
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let whole = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    if whole == root { return "" }
    return whole.hasPrefix(root + "/") ? String(whole.dropFirst(root.count + 1)) : nil
  }
}

/// A folder that has been loaded, compiled and checked.
struct CheckedFolder {
  let findings: [Finding]
  let summary: String
  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  init(_ target: CheckTarget) throws {
    let loaded: LoadedRules
    do {
      loaded = try RuleFolder(path: target.folder, languageFallback: target.shipped).load(
        withMessages: true)
    } catch {
      throw Failure(.noInput, "\(error)")
    }
    var found = loaded.findings
    let compiled = CompiledRules(loaded.rules, findings: &found)
    var book = RuleBook(rules: loaded.rules, coach: loaded.coach, compiled: compiled)
    let sources = SourceLines(folder: target.folder)
    book.inventory = sources.lines(of: Self.inventoryFile).map(String.init).filter { !$0.isEmpty }
    book.messagesDigest = TrainingMessages.digest(TrainingMessages.messages(loaded))
    book.unread = Self.unread(in: target.folder)
    let all = merged(found + Self.findings(in: book))
    let byFile = Dictionary(grouping: all, by: \.place.file)
    findings = byFile.filter { target.shows($0.key) }.flatMap { file, findings in
      Silences(file: file, lines: sources.lines(of: file)).applied(to: findings)
    }.sorted()
    summary = Self.summary(loaded, findings)
  }

  private static let inventoryFile = "knowledge/inventory-ids.txt"
  private static let readFiles: Set = [
    inventoryFile, "likeness.model", "rules.schema.json", "language/words.txt",
    "language/words.README",
  ]

  /// The checks know nothing of each other, so they run side by side.
  private static func findings(in book: RuleBook) -> [Finding] {
    let gathered = Gathered()
    DispatchQueue.concurrentPerform(iterations: checkCount) { number in
      gathered.add(Authoring.findings(ofCheck: number, in: book))
    }
    return gathered.findings
  }

  private final class Gathered: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var findings: [Finding] = []

    func add(_ more: [Finding]) { lock.withLock { findings += more } }
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
    func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
      "\(number) \(number == 1 ? one : many ?? one + "s")"
    }
    let intents = loaded.rules.intents
    let examples = intents.reduce(0) { $0 + $1.examples.count + $1.counterexamples.count }
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    return [
      count(loaded.files.count, "file"), count(intents.count, "intent"),
      count(intents.reduce(0) { $0 + $1.sentences.count }, "template"), count(examples, "example"),
      count(loaded.coach.knowledge.count, "knowledge entry", "knowledge entries"),
    ].joined(separator: ", ") + ": \(count(errors, "error")), \(count(warnings, "warning"))"
  }
}
