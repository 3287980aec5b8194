// SPDX-License-Identifier: GPL-3.0-or-later

extension Export {
  func markdown(_ transcript: Transcript) -> String {
    var parts = ["# \(escaped(transcript.heading))"]
    if let began = transcript.began { parts.append("*\(began)*") }
    for turn in transcript.turns {
      parts.append("**You**")
      parts.append(quote(escaped(turn.user)))
      guard let coach = turn.coach else { continue }
      parts.append("**mend**")
      parts.append(lines(coach).map { withoutTags($0) }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func lines(_ text: String) -> [Substring] {
    text.withoutControls.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func quote(_ text: String) -> String {
    lines(text).map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  /// What a person typed is shown as typed, whatever it would mean in Markdown.
  private func escaped(_ text: String) -> String {
    lines(text).map { line in
      let inner = line.reduce(into: "") { result, character in
        switch character {
        case "\\", "`", "*", "_", "[", "]", "|", "~": result += "\\\(character)"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "&": result += "&amp;"
        default: result.append(character)
        }
      }
      return withoutLineMarker(inner)
    }.joined(separator: "\n")
  }

  /// `# a`, `- a`, `1. a` would begin a heading or a list.
  private func withoutLineMarker(_ line: String) -> String {
    let body = line.drop { $0 == " " || $0 == "\t" }
    if let first = body.first, "#+-=".contains(first) { return "\\\(body)" }
    let digits = body.prefix { $0.isASCII && $0.isNumber }
    let rest = body.dropFirst(digits.count)
    if !digits.isEmpty, let mark = rest.first, ".)".contains(mark) { return "\(digits)\\\(rest)" }
    return String(body)
  }

  /// Replies may use Markdown on purpose, but never HTML.
  private func withoutTags(_ line: Substring) -> String {
    line.reduce(into: "") { result, character in
      switch character {
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      default: result.append(character)
      }
    }
  }
}
