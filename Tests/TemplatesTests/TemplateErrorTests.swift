// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Templates
import Testing

/// What cannot be compiled is reported at its place, and costs only itself.
@Suite struct TemplateErrorTests {
  struct Case: CustomTestStringConvertible {
    let template: String
    let code: String
    let column: Int
    let help: String

    init(_ template: String, _ code: String, column: Int = 1, help: String = "") {
      self.template = template
      self.code = code
      self.column = column
      self.help = help
    }

    var testDescription: String { template.count < 60 ? template : "\(template.prefix(60))…" }
  }

  static let lists = [ListDefinition("feeling", ["sad", "angry"]), .wildcard("anything")]
  static let rules: [RuleDefinition] = [
    .init(name: "other", template: "(he|she)", place: nowhere),
    .init(name: "loop", template: "a <pool>", place: Place(file: "rules.yaml", line: 3)),
    .init(name: "pool", template: "b [<loop>]", place: Place(file: "rules.yaml", line: 4)),
    .init(name: "self", template: "<self>", place: Place(file: "rules.yaml", line: 5)),
  ]

  @Test(arguments: [
    Case("a (b", "template-syntax", column: 3, help: "add )"),
    Case("a [b", "template-syntax", column: 3, help: "add ]"),
    Case("a b)", "template-syntax", column: 4, help: "\\)"),
    Case("a {feeling", "template-syntax", column: 3, help: "add }"),
    Case("a <other", "template-syntax", column: 3, help: "add >"),
    Case("a {}", "template-syntax", column: 3),
    Case("a {b c!}", "template-syntax", column: 3),
    Case("(a|b;c)", "template-syntax", column: 5),
    Case("a \\", "template-syntax", column: 3),
    Case("a *0 b", "template-syntax", column: 3),
    Case("a *51 b", "template-syntax", column: 3),
    Case("a *99999999999999999999 b", "template-syntax", column: 3),
    Case("i am {feelng}", "unknown-list", column: 6, help: "{feeling}"),
    Case("i am {qqqqqqqq}", "unknown-list", column: 6, help: "lists:"),
    Case("<othr> lied", "unknown-rule", column: 1, help: "<other>"),
    Case("x <self>", "rule-cycle"),
    Case("x <loop>", "rule-cycle"),
    Case("", "template-matches-nothing"),
    Case("...", "template-matches-nothing"),
    Case("[a] [b]", "template-matches-nothing"),
    Case("*", "template-matches-nothing"),
    Case("^ $", "template-matches-nothing"),
    Case("(a|[b])", "template-matches-nothing"),
    Case("(a; b; c; d; e; f; g)", "template-too-large"),
    Case(
      String(repeating: "(", count: 65) + "a" + String(repeating: ")", count: 65),
      "template-too-deep", column: 65),
    Case(String(repeating: "ab ", count: 4_000), "template-too-long"),
    Case(String(repeating: "a ", count: 4_097), "template-too-large"),
    Case(String(repeating: "x[a]", count: 20), "template-too-large"),
  ])
  func errors(_ c: Case) {
    let engine = Engine([c.template, "still works"], lists: Self.lists, rules: Self.rules)
    let finding = engine.errors[c.template]
    #expect(finding?.code == c.code)
    if finding?.place.file == nowhere.file { #expect(finding?.place.column == c.column) }
    #expect(
      c.help.isEmpty || finding?.help?.contains(c.help) == true, "\(finding?.help ?? "no help")")
    #expect(engine.matches("it still works").count == 1)
  }

  @Test func cycleTellsItsWay() {
    let engine = Engine(["x <loop>"], rules: Self.rules)
    let finding = engine.errors["x <loop>"]
    #expect(finding?.message == "<loop> refers to itself: <loop> → <pool> → <loop>")
    #expect(finding?.place.file == "rules.yaml")
  }

  @Test func listValueWithoutFixedWordsIsAnError() {
    let engine = Engine(
      ["my {thing}", "a {feeling}"], lists: Self.lists + [ListDefinition("thing", ["big * dog"])])
    #expect(engine.errors["my {thing}"]?.code == "list-value-not-plain")
    #expect(engine.matches("a sad").count == 1)
  }

  @Test func deepestNestingCompiles() {
    let depth = TemplateParser.deepest
    let template = String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    #expect(Engine([template]).matches("a").count == 1)
  }

  /// Optional parts do not multiply: forty of them stand for 10^12 sentences.
  @Test func manySentencesCompileAtOnce() {
    let parts = (0..<40).map { "[o\($0)]" }.joined(separator: " ")
    let clock = ContinuousClock()
    var engine: Engine?
    let time = clock.measure { engine = Engine(["start \(parts) end"]) }
    #expect(time < .milliseconds(50))
    #expect(engine?.matches("start o1 o7 o39 end").count == 1)
    #expect(engine?.matches("start o7 o1 end").isEmpty == true)
  }

  @Test func rulesDoNotMultiplyEither() {
    var rules = [RuleDefinition(name: "r0", template: "(a|b)", place: nowhere)]
    for level in 1..<18 {
      rules.append(
        .init(name: "r\(level)", template: "<r\(level - 1)> <r\(level - 1)>", place: nowhere))
    }
    let engine = Engine(["<r17>", "x <r3>"], rules: rules)
    #expect(engine.errors["<r17>"]?.code == "template-too-large")
    #expect(engine.matches("x a b a b a b a b").count == 1)
  }
}
