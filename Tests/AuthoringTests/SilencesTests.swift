// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Findings
import Testing

struct SilencesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var left: [String]
    var testDescription: String { text }
  }

  /// The finding stands on the second line.
  @Test(arguments: [
    Case(text: "# mend: ignore unused-list because others use it\nthing: []", left: []),
    Case(text: "\nthing: []  # mend: ignore unused-list because others use it", left: []),
    Case(
      text: "# mend: ignore unused-rule because others use it\nthing: []", left: ["unused-list"]),
    Case(
      text: "# mend: ignore unused-list\nthing: []", left: ["ignore-without-reason", "unused-list"]),
    Case(
      text: "# mend: ignore unused-list because\nthing: []",
      left: ["ignore-without-reason", "unused-list"]),
    Case(
      text: "thing: []\n\n# mend: ignore unused-list because it comes too late",
      left: ["unused-list"]),
  ])
  func silence(_ c: Case) {
    let finding = Finding.warning(
      "unused-list", "nothing uses it", at: Place(file: "a.yaml", line: 2))
    let silences = Silences(
      file: "a.yaml", lines: c.text.split(separator: "\n", omittingEmptySubsequences: false))
    #expect(silences.applied(to: [finding]).map(\.code).sorted() == c.left)
  }
}
