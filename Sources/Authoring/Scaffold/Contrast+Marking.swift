// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension Contrast {
  /// The text of an intent's file with the forms in it, commented out, below the examples or the
  /// counterexamples that they would join: an author marks one by taking its `#` away.
  ///
  /// Nil where the intent has no counterexample yet, so that there is no list to join.
  public static func written(_ forms: [Contrast], under intent: Intent, in text: String) -> String?
  {
    guard let example = intent.examples.last?.place.line,
      let counterexample = intent.counterexamples.last?.place.line
    else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard max(example, counterexample) <= lines.count else { return nil }
    let heard = forms.filter { $0.heard == intent.name }
    let others = forms.filter { $0.heard != intent.name }
    for (line, forms) in [(example, heard), (counterexample, others)].sorted(by: { $0.0 > $1.0 }) {
      lines.insert(contentsOf: forms.map { $0.comment(like: lines[line - 1]) }, at: line)
    }
    return lines.joined(separator: "\n")
  }

  /// A line like another of its list, which may be a list of YAML or one text a line.
  private func comment(like line: String) -> String {
    let indent = line.prefix { $0 == " " }
    guard line.dropFirst(indent.count).hasPrefix("-") else { return "\(indent)# \(text)" }
    let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\(indent)# - \"\(quoted)\"  # \(form.rawValue); now \(heard)"
  }
}
