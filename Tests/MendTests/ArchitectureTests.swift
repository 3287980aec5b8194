// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The modules point one way, and the core stays free of everything that reads, writes or draws.
@Suite struct ArchitectureTests {
  static let mayImport: [String: Set<String>] = [
    "Archive": [],
    "Findings": ["Archive"],
    "Language": ["Archive", "Findings"],
    "Templates": ["Archive", "Findings", "Language"],
    "Reading": ["Archive", "Findings", "Language", "Templates"],
    "Dialogue": ["Archive", "Findings", "Language", "Templates", "Reading"],
    "Authoring": ["Findings", "Language", "Templates", "Reading", "Dialogue"],
    "Transcripts": ["Findings", "Foundation", "Glibc", "Yams"],
    "Terminal": ["CReadline", "Foundation", "Glibc"],
  ]

  @Test(arguments: mayImport.keys.sorted())
  func importsPointOneWay(_ module: String) throws {
    let folder = "\(MendProcess.checkout)/Sources/\(module)"
    let walk = try #require(FileManager.default.enumerator(atPath: folder))
    var files = 0
    for case let name as String in walk where name.hasSuffix(".swift") {
      files += 1
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      for line in text.split(whereSeparator: \.isNewline) where line.contains("import ") {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count else {
          continue
        }
        guard index == 0 || words[0].hasPrefix("@") else { continue }
        let imported = String(words[index + 1])
        #expect(
          Self.mayImport[module]?.contains(imported) == true,
          "\(module)/\(name) imports \(imported)")
      }
    }
    #expect(files > 0)
  }
}
