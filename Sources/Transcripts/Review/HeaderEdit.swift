// SPDX-License-Identifier: GPL-3.0-or-later

/// Sets or removes one line of a transcript's header, and leaves every other byte alone.
struct HeaderEdit {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The text with the key set to a value that is already YAML; nil where there is no `turns:`.
  func setting(_ key: HeaderKey, to value: String) -> String? {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    guard let turns = lines.firstIndex(where: { $0.hasPrefix("turns:") }) else { return nil }
    let carriage = lines[turns].unicodeScalars.last == "\r" ? "\r" : ""
    let line = "\(key.rawValue): \(value)\(carriage)"
    if let old = lines[..<turns].firstIndex(where: { $0.hasPrefix("\(key.rawValue):") }) {
      lines[old] = line
    } else {
      lines.insert(line, at: turns)
    }
    return lines.joined(separator: "\n")
  }

  /// The text without the key; nil where the header does not have it on a line of its own.
  func removing(_ key: HeaderKey) -> String? {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    guard let turns = lines.firstIndex(where: { $0.hasPrefix("turns:") }),
      let old = lines[..<turns].firstIndex(where: { $0.hasPrefix("\(key.rawValue):") })
    else { return nil }
    lines.remove(at: old)
    return lines.joined(separator: "\n")
  }
}
