// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Finds places to fill that nothing fills: they would be said as a hole.
struct PlaceholderCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    book.spokenTexts.compactMap { text in
      var known = Patterns.everywhere
      if text.isDanger { known.formUnion(Patterns.danger) }
      if text.role == .pattern { known.formUnion(Patterns.ofPatterns) }
      guard let name = Self.places(in: text.spoken.text).first(where: { !known.contains($0) })
      else { return nil }
      return .error(
        "unknown-placeholder", "nothing fills {\(name)}", at: text.spoken.place,
        help: nearest(to: name, among: known).map { "did you mean {\($0)}?" }
          ?? "write one of \(known.sorted().map { "{\($0)}" }.joined(separator: ", "))")
    }
  }

  /// Names between braces, in the order of the text.
  static func places(in text: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      found.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return found
  }
}
