// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Findings
import Terminal

/// Writes findings for people, for editors, for GitHub, and for whatever reads SARIF.
///
/// The only place that knows carets and colour; findings themselves are data.
struct FindingRenderer {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif
  }

  /// Warnings of one kind that are shown before the rest is only counted.
  static let mostOfOneKind = 10

  let style: Style
  let sources: SourceLines
  /// Put in front of file names, so that an editor finds them from here.
  let prefix: String
  var showsAll = false
  /// What tests and transcripts reach, where that was asked for.
  var coverage: CoverageReport?

  func lines(_ findings: [Finding], as format: Format, summary: String) -> [String] {
    switch format {
    case .text:
      text(shown(findings)) + (coverage?.lines(showsAll: showsAll) ?? []) + hiddenNotes(findings)
        + [summary]
    case .github: shown(findings).map(annotation) + hiddenNotes(findings) + [summary]
    case .json: [json(findings).text]
    case .sarif: [sarif(findings).text]
    }
  }

  // MARK: - What people are shown

  /// A note asks for nothing, so it would only stand before what does.
  private func shown(_ findings: [Finding]) -> [Finding] {
    showsAll ? findings : findings.filter { $0.severity != .note }
  }

  private func hiddenNotes(_ findings: [Finding]) -> [String] {
    let count = showsAll ? 0 : findings.count { $0.severity == .note }
    return count == 0 ? [] : ["\(counted(count, "note")) not shown; --all shows them"]
  }

  // MARK: - Text

  private func text(_ findings: [Finding]) -> [String] {
    var counts: [String: Int] = [:]
    var lines: [String] = []
    for finding in findings {
      counts[finding.code, default: 0] += 1
      if !showsAll, finding.severity != .error,
        counts[finding.code, default: 0] > Self.mostOfOneKind
      {
        continue
      }
      lines += text(finding)
    }
    guard !showsAll else { return lines }
    for (code, count) in counts.sorted(by: { $0.key < $1.key }) {
      let isError = findings.contains { $0.code == code && $0.severity == .error }
      if count > Self.mostOfOneKind, !isError {
        lines.append("… and \(count - Self.mostOfOneKind) more [\(code)]; --all shows them")
      }
    }
    return lines
  }

  private func text(_ finding: Finding) -> [String] {
    let word = style.paint(
      finding.severity.rawValue, as: finding.severity == .error ? .error : .emphasis)
    let head = "\(path(finding.place)): \(word): \(sanitized(message(finding)))"
    guard let source = sources.line(finding.place) else { return ["\(head) [\(finding.code)]"] }
    let number = String(finding.place.line)
    let margin = String(repeating: " ", count: number.count)
    let shown = Excerpt(source, column: finding.place.column, length: finding.length)
    let caret = style.paint(shown.caret, as: .emphasis)
    return [head, "  \(number) | \(shown.text)", "  \(margin) | \(caret) [\(finding.code)]"]
  }

  private func message(_ finding: Finding) -> String {
    finding.message + (finding.help.map { "; \($0)" } ?? "")
  }

  private func path(_ place: Place) -> String { "\(prefix)\(sanitized("\(place)"))" }

  // MARK: - For programs

  private func annotation(_ finding: Finding) -> String {
    func escaped(_ text: String) -> String {
      text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }
    func property(_ text: String) -> String {
      escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
    let kind = finding.severity == .note ? "notice" : finding.severity.rawValue
    let place = finding.place
    return "::\(kind) file=\(property(prefix + place.file)),line=\(place.line),col=\(place.column),"
      + "title=\(property(finding.code))::\(escaped(sanitized(message(finding))))"
  }

  private func json(_ findings: [Finding]) -> JSONText {
    func count(_ severity: Finding.Severity) -> JSONText {
      .integer(findings.count { $0.severity == severity })
    }
    return .object(
      [
        ("findings", .list(findings.map(json))),
        ("errors", count(.error)), ("warnings", count(.warning)), ("notes", count(.note)),
      ] + (coverage.map { [("coverage", $0.json)] } ?? []))
  }

  private func json(_ finding: Finding) -> JSONText {
    var members: [(String, JSONText)] = [
      ("file", .string(prefix + finding.place.file)), ("line", .integer(finding.place.line)),
      ("column", .integer(finding.place.column)), ("length", .integer(finding.length)),
      ("severity", .string(finding.severity.rawValue)), ("code", .string(finding.code)),
      ("message", .string(finding.message)),
    ]
    if let help = finding.help { members.append(("help", .string(help))) }
    return .object(members)
  }

  private func sarif(_ findings: [Finding]) -> JSONText {
    let rules = Set(findings.map(\.code)).sorted().map { JSONText.object([("id", .string($0))]) }
    let driver = JSONText.object([
      ("name", .string("mend")), ("version", .string(Version.text)), ("rules", .list(rules)),
    ])
    return .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .list([
          .object([
            ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
            ("results", .list(findings.map(result))),
          ])
        ])
      ),
    ])
  }

  private func result(_ finding: Finding) -> JSONText {
    let region = JSONText.object([
      ("startLine", .integer(finding.place.line)), ("startColumn", .integer(finding.place.column)),
      ("endColumn", .integer(finding.place.column + finding.length)),
    ])
    let location = JSONText.object([
      ("artifactLocation", .object([("uri", .string(prefix + finding.place.file))])),
      ("region", region),
    ])
    return .object([
      ("ruleId", .string(finding.code)), ("level", .string(finding.severity.rawValue)),
      ("message", .object([("text", .string(message(finding)))])),
      ("locations", .list([.object([("physicalLocation", location)])])),
    ])
  }
}
