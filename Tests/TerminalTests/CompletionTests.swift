// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Terminal

@Suite struct CompletionTests {
  @Test(arguments: [
    ("/s", ["/save", "/source"]),
    ("/", ["/save", "/source", "/Topics"]),
    ("/t", ["/Topics"]),
    ("/TOP", ["/Topics"]),
    ("x", []),
  ])
  func matching(_ word: String, _ expected: [String]) {
    let completion = Completion(before: "", word: word)
    #expect(completion.matching(["/save", "/source", "/Topics"]) == expected)
  }

  @Test func suggestionsCannotSteerTheTerminal() {
    let completion = Completion(before: "/topics ", word: "")
    #expect(!completion.isAtLineStart)
    #expect(completion.matching(["a\u{1B}b"]) == ["ab"])
  }
}
