// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Findings that an author has put up with on purpose: `# mend: ignore CODE because …` on the line, or on
/// the line above it.
public struct Silences: Sendable {
  private struct Silence {
    var code: String
    var place: Place
    var hasReason: Bool
    var length: Int
  }

  private static let mark = "# mend: ignore"
  private let silences: [Silence]

  /// - Parameter lines: the lines of one file.
  public init(file: String, lines: [Substring]) {
    silences = lines.enumerated().compactMap { number, line in
      guard line.utf8.contains(UInt8(ascii: "#")), let start = Self.start(in: line) else {
        return nil
      }
      let column = line[..<start].unicodeScalars.count + 1
      let words = line[start...].dropFirst(Self.mark.count).split(separator: " ")
      let reason = words.dropFirst().first == "because" ? words.dropFirst(2) : []
      return Silence(
        code: words.first.map(String.init) ?? "",
        place: Place(file: file, line: number + 1, column: column),
        hasReason: !reason.isEmpty, length: line[start...].unicodeScalars.count)
    }
  }

  /// The findings of the file that are left, and a finding for each silence that gives no reason.
  public func applied(to findings: [Finding]) -> [Finding] {
    let valid = silences.filter(\.hasReason)
    let left = findings.filter { finding in
      !valid.contains {
        $0.code == finding.code
          && ($0.place.line == finding.place.line || $0.place.line + 1 == finding.place.line)
      }
    }
    let unreasoned = silences.filter { !$0.hasReason }.map { silence in
      Finding.error(
        "ignore-without-reason", "a finding is ignored without a reason", at: silence.place,
        help: "write # mend: ignore \(silence.code.isEmpty ? "CODE" : silence.code) because …",
        length: silence.length)
    }
    return left + unreasoned
  }

  private static func start(in line: Substring) -> String.Index? {
    var rest = line
    while let hash = rest.firstIndex(of: "#") {
      if rest[hash...].hasPrefix(mark) { return hash }
      rest = rest[rest.index(after: hash)...]
    }
    return nil
  }
}
