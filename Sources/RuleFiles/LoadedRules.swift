// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Language
import Reading
import Templates

/// What a folder of rule files holds, and what is wrong with it.
public struct LoadedRules: Sendable {
  public var rules = RuleSet()
  public var coach = Coach()
  public var findings: [Finding] = []
  /// Files read, as shown in messages, sorted.
  public var files: [String] = []
  /// Digest of everything read: changes whenever any rule does.
  public var digest = ""
  /// Messages for the likeness stage, by their labels (`denial|own-breach`).
  public var messages: [(labels: String, text: String)] = []
  public var wordClasses = WordClasses()
  /// The text of files that could not be read, or not all of it: names may be declared there.
  public var lostTexts: [String] = []

  /// Where each list, rule, pattern and so on was first declared, to report a second one.
  var declared: [String: Place] = [:]

  /// Notes a name; false, and a finding, where it was taken.
  mutating func declare(_ kind: String, _ name: String, at place: Place) -> Bool {
    let key = "\(kind) \(name)"
    if let first = declared[key] {
      findings.append(
        .error(
          "duplicate-name", "the \(kind) \(name) is declared twice", at: place,
          help: "the first one is at \(first); rename one, or merge them",
          length: name.unicodeScalars.count))
      return false
    }
    declared[key] = place
    return true
  }
}
