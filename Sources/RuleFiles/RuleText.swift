// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Foundation
import Language
import Reading

/// A file of a rule folder as far as it can be read without knowing any other.
enum RuleText {
  /// Rules; no bytes where the file could not be read, and what is wrong with it.
  case rules(YAMLFile, bytes: Data?, [Finding])
  /// The word list, and how many bytes it has.
  case words(WordList, bytes: Int)

  static func rules(_ file: FolderContent.File) -> RuleText {
    let shown = file.name
    let place = Place(file: shown)
    guard let bytes = file.bytes else {
      let finding = Finding.error(
        "unreadable-file", "the file cannot be read", at: place, help: "check its permissions")
      return .rules(YAMLFile(emptyAt: shown), bytes: nil, [finding])
    }
    guard let text = String(validatingUTF8OrNil: bytes) else {
      let finding = Finding.error(
        "not-utf8", "the file is not UTF-8", at: firstBadByte(bytes, shown),
        help: "save it as UTF-8 (it may be Latin-1)")
      return .rules(YAMLFile(emptyAt: shown), bytes: bytes, [finding])
    }
    var findings: [Finding] = []
    let file = YAMLFile(path: shown, text: mended(text, place, &findings), findings: &findings)
    return .rules(file, bytes: bytes, findings)
  }

  /// The text as YAML takes it best, with a finding for what other programs may stumble over.
  private static func mended(_ text: String, _ start: Place, _ findings: inout [Finding]) -> String
  {
    var clean = text
    if clean.unicodeScalars.first == "\u{FEFF}" {
      clean = String(clean.unicodeScalars.dropFirst())
      findings.append(
        .warning(
          "byte-order-mark", "the file begins with a byte-order mark", at: start,
          help: "save it as UTF-8 without one"))
    }
    guard let carriage = clean.utf8.firstIndex(of: UInt8(ascii: "\r")) else { return clean }
    let before = clean.unicodeScalars[..<carriage]
    findings.append(
      .warning(
        "windows-line-ends", "the lines end the Windows way",
        at: Place(
          file: start.file, line: before.count { $0 == "\n" } + 1,
          column: before.reversed().prefix { $0 != "\n" }.count + 1),
        help: "save the file with Unix line ends"))
    return clean.replacingOccurrences(of: "\r\n", with: "\n")
  }

  /// Nil where there is no such file.
  static func words(_ file: FolderContent.File) -> RuleText? {
    file.bytes.map {
      .words(WordList(lines: Array($0)), bytes: $0.count)
    }
  }

  private static func firstBadByte(_ bytes: Data, _ file: String) -> Place {
    var line = 1
    for part in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if String(validatingUTF8OrNil: part) == nil {
        let column = part.indices.first {
          String(validatingUTF8OrNil: part[part.startIndex...$0].prefix(1024)) == nil
            && part[$0] >= 128
        }
        return Place(
          file: file, line: line,
          column: column.map { part.distance(from: part.startIndex, to: $0) + 1 } ?? 1)
      }
      line += 1
    }
    return Place(file: file)
  }
}

/// Two pieces of work that know nothing of each other.
func together<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  nonisolated(unsafe) var results: (First?, Second?) = (nil, nil)
  DispatchQueue.concurrentPerform(iterations: 2) { number in
    if number == 0 { results.0 = first() } else { results.1 = second() }
  }
  return (results.0!, results.1!)
}

/// The results of `count` pieces of work that know nothing of each other, in their order.
package func concurrently<Result>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
  [Result?](unsafeUninitializedCapacity: count) { results, filled in
    for index in 0..<count { results.initializeElement(at: index, to: nil) }
    nonisolated(unsafe) let places = results
    DispatchQueue.concurrentPerform(iterations: count) { places[$0] = work($0) }
    filled = count
  }.compactMap { $0 }
}
