// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether text may stay on several lines when it is cleaned.
package enum LineBreaks {
  /// Every line break becomes a space: for whatever must stay on one line.
  case becomeSpaces
  /// Line breaks stay, as `\n`, however they were written: for text that is going to be wrapped.
  case stay
}

/// The text without anything that could steer a terminal or turn the reading direction.
///
/// Messages, rules and transcripts come from outside, and an escape sequence in them could retitle
/// a window, hide a warning or paint a false prompt. Tabs become spaces; control characters (C0,
/// DEL, C1) and bidirectional overrides, embeddings and isolates disappear.
package func sanitized(_ text: String, lineBreaks: LineBreaks = .becomeSpaces) -> String {
  var clean = String.UnicodeScalarView()
  var afterReturn = false
  for scalar in text.unicodeScalars {
    defer { afterReturn = scalar == "\r" }
    if scalar == "\n" && afterReturn { continue }
    if isLineBreak(scalar) {
      clean.append(lineBreaks == .stay ? "\n" : " ")
    } else if scalar == "\t" {
      clean.append(" ")
    } else if !steersTheTerminal(scalar) {
      clean.append(scalar)
    }
  }
  return String(clean)
}

private func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
  default: false
  }
}

private func steersTheTerminal(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F: true
  case 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
