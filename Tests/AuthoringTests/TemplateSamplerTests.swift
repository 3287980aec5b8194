// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Templates
import Testing

@testable import Authoring

struct TemplateSamplerTests {
  static let sampler = TemplateSampler(
    lists: [
      ListDefinition(
        name: "thing",
        content: .values(["text", "kiss"].map { .init(template: $0, place: Place(file: "")) }),
        place: Place(file: ""))
    ],
    rules: [RuleDefinition(name: "other", template: "(he|she)", place: Place(file: ""))])

  @Test(arguments: [
    ("it was nothing", "it was nothing", 1.0),
    ("<other> [just] sent a {thing}", "he sent a text", 8),
    ("turn(s|ed) * away", "turns away", 2), ("(a; b)", "a b", 2), ("[a|b] c", "c", 3),
  ])
  func plainestSentenceAndCount(_ template: String, _ sentence: String, _ count: Double) {
    #expect(Self.sampler.sentence(template, number: 0) == sentence)
    #expect(Self.sampler.count(template) == count)
  }

  @Test func sentencesAreTheSameEveryTime() {
    for number in 0..<20 {
      let one = Self.sampler.sentence("<other> [just] sent a {thing}", number: number)
      #expect(one == Self.sampler.sentence("<other> [just] sent a {thing}", number: number))
    }
  }

  @Test func countOfManyIsNotWrittenOut() {
    let template = Array(repeating: "(a|b|c|d|e|f|g|h|i|j)", count: 60).joined(separator: " ")
    #expect(Self.sampler.count(template) > 1e59)
  }
}
