// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// The bytes of a file as text that a YAML parser can take, with a finding for all that had to be mended.
///
/// Reading goes on with what is left: one stray byte must not cost a whole record.
struct SourceText {
  /// Longer lines are reported, not read. A message of 1 MB fits, however much of it is escaped.
  static let longestLine = 8 << 20

  private(set) var text = ""
  private(set) var findings: [Finding] = []
  /// Whether the bytes stop within a character: the file was cut off.
  private(set) var endsWithinCharacter = false
  let file: String

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    let body = withoutByteOrderMark(bytes[...])
    guard !hasOverlongLine(body) else { return }
    text = decoded(body)
    replaceUnprintable()
    reportWindowsLineEnds()
    refuseAliases()
  }

  /// Aliases stand for what was written elsewhere, and nested for more than any memory holds; no transcript
  /// needs them.
  private mutating func refuseAliases() {
    let uses = AliasUses(text)
    guard uses.count > AliasUses.most else { return }
    findings.append(
      .error(
        "yaml-aliases", "the file has \(uses.count) aliases", at: Place(file: file),
        help: "at most \(AliasUses.most) are read; write them out"))
    text = ""
  }

  private mutating func withoutByteOrderMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return bytes }
    findings.append(
      .warning(
        "byte-order-mark", "the file begins with a byte-order mark", at: Place(file: file),
        help: "save it as UTF-8 without one"))
    return bytes.dropFirst(3)
  }

  private mutating func hasOverlongLine(_ bytes: ArraySlice<UInt8>) -> Bool {
    var line = 1
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      if end - start > Self.longestLine {
        findings.append(
          .error(
            "long-line", "the line is longer than \(Self.longestLine >> 20) MB",
            at: Place(file: file, line: line), help: "the file was not read"))
        return true
      }
      start = end + 1
      line += 1
    }
    return false
  }

  private mutating func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    if let valid = String(validating: bytes, as: UTF8.self) { return valid }
    let whole = bytes.dropLast(bytesOfUnfinishedCharacter(bytes))
    if whole.count < bytes.count, let valid = String(validating: whole, as: UTF8.self) {
      endsWithinCharacter = true
      return valid
    }
    findings.append(
      .error(
        "not-utf8", "these bytes are not UTF-8", at: placeOfInvalidByte(bytes),
        help: "save the file as UTF-8"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many bytes at the end begin a character that would need more of them.
  private func bytesOfUnfinishedCharacter(_ bytes: ArraySlice<UInt8>) -> Int {
    for (index, byte) in bytes.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
      return needed > index + 1 ? index + 1 : 0
    }
    return 0
  }

  private func placeOfInvalidByte(_ bytes: ArraySlice<UInt8>) -> Place {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var place = Place(file: file)
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      place = place.after(scalar)
    }
    return place
  }

  private mutating func replaceUnprintable() {
    guard let bad = text.unicodeScalars.firstIndex(where: { !$0.isPrintableInYAML }) else { return }
    let place = text.unicodeScalars[..<bad].reduce(Place(file: file)) { $0.after($1) }
    findings.append(
      .error(
        "control-character", "a character that YAML does not allow", at: place,
        help: "remove it, or write it as an escape in double quotes"))
    text = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.isPrintableInYAML ? $0 : "\u{FFFD}" }))
  }

  private mutating func reportWindowsLineEnds() {
    guard let carriage = text.utf8.firstIndex(of: UInt8(ascii: "\r")) else { return }
    let place = text.unicodeScalars[..<carriage].reduce(Place(file: file)) { $0.after($1) }
    findings.append(
      .warning(
        "windows-line-ends", "the lines end the Windows way", at: place,
        help: "save the file with Unix line ends"))
  }
}

extension Place {
  /// The place behind this scalar.
  func after(_ scalar: Unicode.Scalar) -> Place {
    scalar == "\n"
      ? Place(file: file, line: line + 1) : Place(file: file, line: line, column: column + 1)
  }
}

extension Unicode.Scalar {
  /// As libyaml's reader has it; anything else stops it.
  var isPrintableInYAML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x20...0x7E, 0xA0...0xD7FF, 0x10000...0x10FFFF: true
    case 0xE000...0xFFFD: value != 0xFEFF
    default: false
    }
  }
}
