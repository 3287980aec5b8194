// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Findings
import Foundation
import Reading
import RuleFiles

/// Rules written in a test, loaded from a folder of their own, compiled and checked.
struct Checked {
  let loaded: LoadedRules
  let compiled: CompiledRules
  let findings: [Finding]

  /// The folder of the checkout.
  static let checkout: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.path
  }()

  /// - Parameter yaml: one rule file; its first line may say where it stands (`# file: safety/x.yaml`).
  init(_ yaml: String) throws {
    let name =
      yaml.hasPrefix("# file: ") ? String(yaml.prefix { $0 != "\n" }.dropFirst(8)) : "rules.yaml"
    let folder = NSTemporaryDirectory() + "mend-\(UUID().uuidString)"
    let file = "\(folder)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(yaml.utf8).write(to: URL(fileURLWithPath: file))
    try self.init(folder: folder)
  }

  init(folder: String) throws {
    let loaded = try RuleFolder(path: folder, languageFallback: "\(Self.checkout)/Rules").load()
    var found = loaded.findings
    compiled = CompiledRules(loaded.rules, findings: &found)
    let book = RuleBook(rules: loaded.rules, coach: loaded.coach, compiled: compiled)
    // What the language file brings along is its own affair.
    let own = merged(found + Authoring.findings(in: book)).filter {
      !$0.place.file.hasPrefix("language/")
    }
    findings = Dictionary(grouping: own, by: \.place.file).flatMap { file, findings in
      let text = (try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)) ?? ""
      return Silences(
        file: file, lines: text.split(separator: "\n", omittingEmptySubsequences: false)
      )
      .applied(to: findings)
    }.sorted()
    self.loaded = loaded
  }

  var codes: Set<String> { Set(findings.map(\.code)) }
  var errors: [Finding] { findings.filter { $0.severity == .error } }
}
