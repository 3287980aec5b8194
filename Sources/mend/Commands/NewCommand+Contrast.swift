// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Findings
import Foundation
import Reading
import Terminal

/// `mend new contrast`: what an intent's examples become when they are denied, told of another, past,
/// supposed or asked.
extension NewCommand {
  func contrast(_ workshop: Workshop) throws {
    guard let intent = workshop.policy.rules.intent(named: IntentName(name)) else {
      let near = nearest(to: name, among: workshop.policy.rules.intents.map(\.name.description))
      throw Failure(
        .noInput,
        "no intent is named \(sanitized(name))\(near.map { "; did you mean \($0)?" } ?? "")")
    }
    let forms = Contrast.all(of: intent, rules: workshop.policy.rules)
    if write { return try writeContrast(forms, intent) }
    var output = Output()
    try output.line(
      "# Contrast forms of \(intent.name). Take the # away under the list where a form belongs, and put"
    )
    try output.line("# the lines into \(intent.place.file); mend check runs them from then on.")
    for key in ["examples", "counterexamples"] {
      try output.line("\(key):")
      for contrast in forms
      where (contrast.heard == intent.name) == (key == "examples") {
        try output.line(
          "# - \(JSONText.string(contrast.text).text)  # \(contrast.form.rawValue); now \(contrast.heard)"
        )
      }
    }
    try output.flush()
  }

  private func writeContrast(_ forms: [Contrast], _ intent: Intent) throws {
    let path = "\(try Places(rules: shared.rules).rulesFolder())/\(intent.place.file)"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8),
      let written = Contrast.written(forms, under: intent, in: text)
    else {
      throw Failure(
        .fallsShort,
        "\(intent.name) has no counterexamples yet; write one, or leave out --write to see the forms"
      )
    }
    do {
      try Data(written.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.cannotWrite, "\(path) cannot be written: \(error.localizedDescription)")
    }
    print(
      "\(counted(forms.count, "form")) stand in \(sanitized(shortened(path))); take the # away from those that belong, then run mend check"
    )
  }
}
