// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Foundation
import Testing
import Transcripts

/// Every page on a fault of transcripts: its first example gives that fault, the second none.
struct FindingPagesTests {
  struct Page: Sendable, CustomTestStringConvertible {
    var code: String
    var examples: [String]
    var testDescription: String { code }
  }

  static let pages = FindingPages.codes.compactMap { code -> Page? in
    let examples = (FindingPages.page(for: code) ?? "").components(separatedBy: "```yaml\n")
      .dropFirst().map { $0.components(separatedBy: "\n```")[0] + "\n" }
    return examples.first?.hasPrefix("# transcript") == true
      ? Page(code: code, examples: examples) : nil
  }

  @Test(arguments: pages)
  func examplesOfAPage(_ page: Page) throws {
    try #require(page.examples.count == 2)
    let failing = TranscriptFile(page.examples[0], path: "a.yaml").findings
    #expect(failing.map(\.code).contains(page.code), "\(failing)")
    let mended = TranscriptFile(page.examples[1], path: "a.yaml").findings
    #expect(mended.isEmpty, "\(mended)")
  }

  @Test func thereAreSuchPages() { #expect(Self.pages.count >= 5) }
}
