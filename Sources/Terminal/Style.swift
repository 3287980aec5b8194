// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// What the user asked for with `--color`.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// The one place that knows escape sequences for colour, so that everything else names a role.
package struct Style: Sendable {
  /// What a piece of text is for. Colour is used sparingly: long prose stays plain.
  package enum Role: CaseIterable, Sendable {
    case coach, prompt, dim, emphasis, danger, error
  }

  package let isColored: Bool

  /// No colour at all: pipes, files, tests.
  package static let plain = Style(isColored: false)

  package init(isColored: Bool) {
    self.isColored = isColored
  }

  /// Decides by the user's word first, then `NO_COLOR`, then what the output is.
  ///
  /// An explicit `always` wins over `NO_COLOR`, as https://no-color.org asks of options.
  package init(_ choice: ColorChoice, environment: [String: String], isTerminal: Bool) {
    switch choice {
    case .always: isColored = true
    case .never: isColored = false
    case .auto:
      let refused = !(environment["NO_COLOR"] ?? "").isEmpty
      isColored = isTerminal && !refused && environment["TERM"] != "dumb"
    }
  }

  /// The same decision for an open file of this process.
  package init(_ choice: ColorChoice, output: Int32 = STDOUT_FILENO) {
    var environment: [String: String] = [:]
    for name in ["NO_COLOR", "TERM"] {
      environment[name] = getenv(name).map { String(cString: $0) }
    }
    self.init(choice, environment: environment, isTerminal: isatty(output) == 1)
  }

  /// The text in the role's colour, or unchanged where there is no colour.
  package func paint(_ text: String, as role: Role) -> String {
    guard let start = start(of: role), !text.isEmpty else { return text }
    return start + text + reset
  }

  /// The text as a Readline prompt: sequences are marked `\u{1}`…`\u{2}` as taking no room, without
  /// which Readline misplaces the cursor. Control characters in the text are dropped, as they would
  /// be counted wrongly too.
  func readlinePrompt(_ text: String) -> String {
    let clean = sanitized(text)
    guard let start = start(of: .prompt), !clean.isEmpty else { return clean }
    return "\u{1}\(start)\u{2}\(clean)\u{1}\(reset)\u{2}"
  }

  private var reset: String { "\u{1B}[0m" }

  private func start(of role: Role) -> String? {
    guard isColored else { return nil }
    switch role {
    case .coach: return nil
    case .prompt: return "\u{1B}[1;36m"
    case .dim: return "\u{1B}[2m"
    case .emphasis: return "\u{1B}[1m"
    case .danger: return "\u{1B}[1;33m"
    case .error: return "\u{1B}[1;31m"
    }
  }
}
