// SPDX-License-Identifier: GPL-3.0-or-later

import Templates
import Testing

/// Matching is linear in the words of a message, whatever the template. Counted in steps, not seconds.
@Suite struct LinearTimeTests {
  @Test(arguments: [
    "x * x * x * y",
    "x *3 x *3 x *3 x *3 x *3 x *3 x *3 x *3 y",
    "[x] [x] [x] [x] [x] [x] [x] [x] x * y",
    "* x * x * x * x * x * x * x *",
    "x *12 x *12 x *12 y",
    "(x|x x|x x x) (x|x x|x x x) (x|x x|x x x) y",
    "{runs} {runs} {runs} {runs} {runs} {runs} y",
    "{runs:a} {runs:b} {runs:c} {runs:d}",
    "{anything:a} {anything:b} x {anything:c}",
    "^ * x * x * x $ y",
    "(x; x; x; x) * (x; x; x) y",
    "[^] x [$] * [^] x [$] y",
  ])
  func stepsPerWordDoNotGrow(_ template: String) {
    let runs = ListDefinition(
      "runs", (1...5).map { Array(repeating: "x", count: $0).joined(separator: " ") })
    let engine = Engine(
      [template, "y never"], lists: [runs, .wildcard("anything")])
    #expect(engine.errors.isEmpty)
    let short = stepsPerWord(engine, count: 50)
    let long = stepsPerWord(engine, count: 5_000)
    #expect(long <= short * 2, "\(short) steps a word, then \(long)")
  }

  private func stepsPerWord(_ engine: Engine, count: Int) -> Double {
    let text = Array(repeating: "x", count: count).joined(separator: " ") + " y"
    let before = engine.matcher.steps
    _ = engine.matches(text)
    return Double(engine.matcher.steps - before) / Double(count)
  }

  @Test func noWordMeansNoSteps() {
    let engine = Engine((0..<500).map { "word\($0) * other\($0)" })
    _ = engine.matches("none of these words is in any of the templates word1 word2")
    #expect(engine.matcher.steps == 0)
  }
}
