// SPDX-License-Identifier: GPL-3.0-or-later

/// How many columns a terminal gives this character: 2 for East Asian wide forms and emoji, 0 for
/// what combines or is invisible, else 1.
package func displayWidth(of character: Character) -> Int {
  var columns = 0
  for scalar in character.unicodeScalars {
    let own = scalar == emojiPresentation ? 2 : width(of: scalar)
    // What joins a wide one (a skin tone, the rest of a family or a syllable) is drawn into it.
    if own == 2 { return 2 }
    columns += own
  }
  return columns
}

/// The columns of a whole text; escape sequences take none.
package func displayWidth(of text: String) -> Int {
  var scanner = EscapeScanner()
  return text.reduce(0) { $0 + (scanner.isInside($1) ? 0 : displayWidth(of: $1)) }
}

/// Tells which characters of a text belong to an escape sequence, going through it once.
struct EscapeScanner {
  private enum State {
    case text, escape, control
  }

  private var state = State.text

  /// Whether this next character is part of an escape sequence.
  mutating func isInside(_ character: Character) -> Bool {
    switch state {
    case .text:
      guard character == "\u{1B}" else { return false }
      state = .escape
    case .escape:
      state = character == "[" ? .control : .text
    case .control:
      if let first = character.unicodeScalars.first, ("@"..."~").contains(first) { state = .text }
    }
    return true
  }
}

/// Variation selector 16: asks for the colourful, two columns wide form.
private let emojiPresentation: Unicode.Scalar = "\u{FE0F}"

private func width(of scalar: Unicode.Scalar) -> Int {
  if (0x20..<0x7F).contains(scalar.value) { return 1 }
  switch scalar.properties.generalCategory {
  case .control, .format, .nonspacingMark, .enclosingMark: return 0
  default: return isWide(scalar) ? 2 : 1
  }
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F,  // Hangul that starts a syllable
    0x2329...0x232A,
    0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,  // radicals, kana, ideographs, Yi
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,  // wide forms
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,  // Tangut, Nushu, old kana
    0x1F1E6...0x1F1FF, 0x1F200...0x1F2FF,  // flags, squared ideographs
    0x20000...0x3FFFD:
    true
  default:
    scalar.properties.isEmojiPresentation
  }
}
