// SPDX-License-Identifier: GPL-3.0-or-later

extension String {
  /// Without the control characters that could steer a terminal; line feeds and tabs stay.
  var withoutControls: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: unicodeScalars.lazy.filter { !$0.isControl })
    return String(clean)
  }

  /// Short enough, and harmless enough, to be named in a message.
  var quoted: String {
    let line = withoutControls.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 40 ? "\(line.prefix(39))…" : line
  }
}

extension Unicode.Scalar {
  var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    default: false
    }
  }
}
