// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Terminal

@Suite struct StyleTests {
  struct Case: CustomTestStringConvertible {
    let choice: ColorChoice
    var environment: [String: String] = [:]
    var isTerminal = true
    let isColored: Bool

    var testDescription: String { "\(choice) \(environment) \(isTerminal ? "terminal" : "pipe")" }
  }

  @Test(arguments: [
    Case(choice: .auto, isColored: true),
    Case(choice: .auto, isTerminal: false, isColored: false),
    Case(choice: .auto, environment: ["NO_COLOR": "1"], isColored: false),
    Case(choice: .auto, environment: ["NO_COLOR": ""], isColored: true),
    Case(choice: .auto, environment: ["TERM": "dumb"], isColored: false),
    Case(choice: .auto, environment: ["TERM": "xterm"], isColored: true),
    Case(choice: .always, environment: ["NO_COLOR": "1"], isTerminal: false, isColored: true),
    Case(choice: .never, isColored: false),
  ])
  func deciding(_ c: Case) {
    let style = Style(c.choice, environment: c.environment, isTerminal: c.isTerminal)
    #expect(style.isColored == c.isColored)
  }

  @Test(arguments: Style.Role.allCases)
  func plainStyleAddsNothing(_ role: Style.Role) {
    #expect(Style.plain.paint("text", as: role) == "text")
  }

  @Test(arguments: Style.Role.allCases)
  func colourEndsWhereTheTextDoes(_ role: Style.Role) {
    let painted = Style(isColored: true).paint("text", as: role)
    #expect(displayWidth(of: painted) == 4)
    #expect(painted == "text" || painted.hasSuffix("text\u{1B}[0m"))
    #expect(Style(isColored: true).paint("", as: role) == "")
  }

  @Test func promptMarksItsColourAndDropsTheRest() {
    #expect(
      Style(isColored: true).readlinePrompt("y\u{1B}o\u{1}u> ")
        == "\u{1}\u{1B}[1;36m\u{2}you> \u{1}\u{1B}[0m\u{2}")
    #expect(Style.plain.readlinePrompt("y\u{1B}o\u{2}u> ") == "you> ")
  }
}
