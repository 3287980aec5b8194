// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Foundation
import Testing

/// Every page's first example must give its code, and the second must not.
struct FindingPagesTests {
  struct Page: Sendable, CustomTestStringConvertible {
    var code: String
    var examples: [String]
    var testDescription: String { code }
    /// Whether its examples are rules; those of transcripts are tried where transcripts are.
    var isOfRules: Bool { examples.first.map { !$0.hasPrefix("# transcript") } ?? false }

    init(code: String, text: String) {
      self.code = code
      examples = text.components(separatedBy: "```yaml\n").dropFirst().map {
        $0.components(separatedBy: "\n```")[0] + "\n"
      }
    }
  }

  static let pages = FindingPages.codes.compactMap { code in
    FindingPages.page(for: code).map { Page(code: code, text: $0) }
  }

  @Test(arguments: pages.filter(\.isOfRules))
  func examplesOfAPage(_ page: Page) throws {
    try #require(page.examples.count == 2)
    let failing = try Checked(page.examples[0])
    #expect(failing.codes.contains(page.code), "\(failing.findings)")
    let mended = try Checked(page.examples[1])
    #expect(!mended.codes.contains(page.code), "\(mended.findings)")
    #expect(mended.errors.isEmpty)
    for code in failing.codes.union(mended.codes) {
      #expect(FindingPages.page(for: code) != nil, "\(code) has no page")
    }
  }

  /// The program carries what the files say.
  @Test func pagesAreEmbedded() throws {
    let folder = "\(Checked.checkout)/Sources/Authoring/Pages"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".md")
    }.sorted()
    #expect(files.map { String($0.dropLast(3)) } == FindingPages.codes)
    for file in files {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      #expect(
        FindingPages.page(for: String(file.dropLast(3))) == text.trimmingCharacters(in: .newlines))
    }
  }
}
