// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Reading
import RuleFiles
import Templates

let nowhere = Place(file: "test.yaml")

/// The shipped rules, loaded once.
enum Shipped {
  static let rules: RuleSet = {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    do {
      return try RuleFolder(path: "/\(root)/Rules").load().rules
    } catch {
      preconditionFailure("the shipped rules cannot be loaded: \(error)")
    }
  }()

  /// The shipped language with a few intents instead of the shipped ones, and no likeness.
  static func language(with intents: [Intent], families: [Family] = [], facts: [FactRule] = [])
    -> Reader
  {
    var rules = rules
    rules.intents = intents
    rules.families = families
    rules.facts = facts
    rules.likeness = nil
    return Reader(compiled(rules))
  }
}

func compiled(_ rules: RuleSet) -> CompiledRules {
  var findings: [Finding] = []
  let compiled = CompiledRules(rules, findings: &findings)
  let errors = findings.filter { $0.severity == .error }
  precondition(errors.isEmpty, "\(errors)")
  return compiled
}

extension Intent {
  init(
    _ name: String, _ sentences: String..., unless: [String] = [], tier: Tier = .topic,
    holder: Holder?? = .none, whole: Bool = false, captures: [String: String] = [:],
    conditions: [String: [String]] = [:], line: Int = 1
  ) {
    var guards = Guards.defaults(for: tier)
    if let holder { guards.holder = holder }
    let place = Place(file: "\(name).yaml", line: line)
    self.init(
      name: IntentName(name), tier: tier, guards: guards, whole: whole,
      sentences: sentences.enumerated().map {
        Line($1, at: Place(file: place.file, line: line + 1 + $0))
      }, unless: unless.map { Line($0, at: place) }, captures: captures, conditions: conditions,
      place: place)
  }
}

extension Reading {
  /// Names of what was heard, best first; `-` for a stand-in.
  var names: [String] { isFallback ? ["-"] : intents.map(\.intent.description) }
}
