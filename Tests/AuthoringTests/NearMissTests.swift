// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Language
import Reading
import Testing

struct NearMissTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var message: String
    var template: String
    var cost: Int
    var change: String?
    var testDescription: String { "\(template) / \(message)" }
  }

  @Test(arguments: [
    Case(message: "It was nothing.", template: "it was nothing", cost: 0, change: "it was nothing"),
    Case(
      message: "It meant nothing.", template: "it was nothing", cost: 1,
      change: "it (was|meant) nothing"),
    Case(
      message: "It was really nothing.", template: "it was nothing", cost: 1,
      change: "it was [*1] nothing"),
    Case(message: "It was.", template: "it was nothing", cost: 1, change: "it was [nothing]"),
    Case(message: "Cats sleep.", template: "it was nothing", cost: 3, change: nil),
  ])
  func smallestChange(_ c: Case) throws {
    let checked = try Checked(
      "intents:\n  denial.small:\n    sentences: |\n      \(c.template)\n      sleep meant really\n"
    )
    let utterance = checked.compiled.templates.lexicon.read(c.message)
    let intent = try #require(checked.compiled.intent(named: IntentName("denial.small")))
    let misses = NearMissSearch(rules: checked.loaded.rules, compiled: checked.compiled).misses(
      of: intent, in: utterance)
    let miss = misses.first { $0.line.text == c.template }
    if let change = c.change {
      #expect(miss?.cost == c.cost)
      #expect(miss?.change == change)
    } else {
      #expect(miss?.change == nil)
    }
  }

  @Test func nearestTemplatesComeFirst() throws {
    let checked = try Checked(
      "intents:\n  a.one:\n    sentences: |\n      it was all nothing\n  a.two:\n    sentences: |\n      rain falls on roofs\n"
    )
    let utterance = checked.compiled.templates.lexicon.read("it was nothing")
    let near = NearMissSearch(rules: checked.loaded.rules, compiled: checked.compiled).nearest(
      to: utterance, most: 3)
    #expect(near.map(\.intent.description) == ["a.one"])
    #expect(near.first?.change == "it was [all] nothing")
  }
}
