// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Dialogue
import Foundation
import Reading
import Testing

struct ScaffoldTests {
  @Test(arguments: [Scaffold.Kind.rule, .knowledge, .exercise], Side.allCases)
  func scaffoldPassesCheck(_ kind: Scaffold.Kind, _ side: Side) throws {
    let scaffold = Scaffold(kind, name: "denial.shrugging", side: side, entry: "denial.shrugging")
    var text = scaffold.text(depth: 1)
    if kind != .knowledge {
      text += Scaffold(.knowledge, name: "denial.shrugging").text(depth: 1).replacingOccurrences(
        of: "language: en\n", with: "")
    }
    let checked = try Checked(text)
    #expect(checked.errors.isEmpty, "\(checked.errors)")
    #expect(text.hasPrefix("# yaml-language-server: $schema=../rules.schema.json\n"))
  }

  /// What is done goes into other forms as it stands, and in good English.
  @Test func contrastFormsOfDeedsAreNatural() throws {
    let checked = try Checked(
      "intents:\n  a.b:\n    sentences: |\n      test her\n    examples: [I keep testing her., I tested her on my phone.]\n"
    )
    let intent = try #require(checked.compiled.intents.first)
    #expect(
      Contrast.all(of: intent, rules: checked.compiled).map(\.text) == [
        "I don't keep testing her any more.", "My friend keeps testing her.",
        "I used to keep testing her.", "If I keep testing her, what then?",
        "I don't test her on my phone any more.", "My friend tested her on his phone.",
        "I used to test her on my phone.", "If I test her on my phone, what then?",
      ])
  }

  @Test func contrastFormsAreReadAsWhatTheyAre() throws {
    let checked = try Checked(
      "intents:\n  denial.small:\n    tier: pitfall\n    sentences: |\n      it was nothing\n    examples: [It was nothing.]\n"
    )
    let intent = try #require(checked.compiled.intents.first)
    let forms = Contrast.all(of: intent, rules: checked.compiled)
    #expect(
      forms.map(\.text) == [
        "I'm not saying that it was nothing.", "He says that it was nothing.",
        "I used to say that it was nothing.",
        "What if I said that it was nothing?", "Is it wrong to say that it was nothing?",
      ])
    #expect(forms.allSatisfy { $0.heard.description != "denial.small" || $0.form == .past })
  }
}
