// SPDX-License-Identifier: GPL-3.0-or-later

import Terminal
import Testing

@Suite struct TextWrapTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let width: Int
    let text: String
    let lines: [String]

    init(_ name: String, _ width: Int, _ text: String, _ lines: [String]) {
      testDescription = name
      self.width = width
      self.text = text
      self.lines = lines
    }
  }

  @Test(arguments: [
    Case("nothing", 10, "", [""]),
    Case("short", 10, "it hurts", ["it hurts"]),
    Case("exactly full", 8, "it hurts", ["it hurts"]),
    Case("one too many", 7, "it hurts", ["it", "hurts"]),
    Case("blanks run together", 20, "it   hurts ", ["it hurts"]),
    Case("paragraphs", 8, "it hurts\n\nshe said\nso", ["it hurts", "", "she said", "so"]),
    Case("line of blanks", 8, "a\n   \nb", ["a", "", "b"]),
    Case("last line break", 8, "a\n", ["a", ""]),
    Case("list", 14, "- tell the whole truth", ["- tell the", "  whole truth"]),
    Case("indented list", 14, "  - tell the truth", ["  - tell the", "    truth"]),
    Case("numbers", 12, "10. tell the truth", ["10. tell the", "    truth"]),
    Case("no list", 7, "-tell me 3.5 now", ["-tell", "me 3.5", "now"]),
    Case("marker alone", 7, "-", ["-"]),
    Case("indent", 12, "  tell the truth", ["  tell the", "  truth"]),
    Case("wide", 6, "心 心 心", ["心 心", "心"]),
    Case("wide does not half fit", 3, "心心", ["心", "心"]),
    Case("combining", 2, "e\u{301}e\u{301} e", ["e\u{301}e\u{301}", "e"]),
    Case("long word", 5, "a unforgivable", ["a", "unfor", "givab", "le"]),
    Case("text goes on behind a long word", 5, "unforgi so", ["unfor", "gi so"]),
    Case("long word in a list", 8, "- unforgivable", ["- unforg", "  ivable"]),
    Case("indent gives way in a narrow window", 5, "- it hurts", ["- it", "hurts"]),
    Case("no-break space", 8, "for 20\u{A0}years", ["for", "20\u{A0}years"]),
    Case("one column", 1, "ab c", ["a", "b", "c"]),
    Case("wider than the window", 1, "心心", ["心", "心"]),
    Case(
      "colour takes no room", 8, "it \u{1B}[1mhurts\u{1B}[0m me",
      ["it \u{1B}[1mhurts\u{1B}[0m", "me"]),
    Case("colour is not cut", 2, "\u{1B}[1;31mabc\u{1B}[0m", ["\u{1B}[1;31mab", "c\u{1B}[0m"]),
  ])
  func wrapping(_ c: Case) {
    let wrap = TextWrap(columns: c.width)
    #expect(wrap.lines(of: c.text) == c.lines)
    #expect(wrap.wrap(c.text) == c.lines.joined(separator: "\n"))
  }

  @Test(arguments: [(nil, 80), (200, 80), (80, 80), (60, 60), (3, 3), (0, 1), (-5, 1)])
  func width(_ columns: Int?, _ expected: Int) {
    #expect(TextWrap(columns: columns).width == expected)
  }

  @Test(arguments: 2...90)
  func everyLineFitsAndNoWordIsLost(_ columns: Int) {
    let text = """
      I don’t know how 心 to talk to her any more, 👩‍❤️‍👨 honestly.

        - it was a très long and incomprehensibilities-laden story
      12. and \u{1B}[1mit\u{1B}[0m ends
      """
    let lines = TextWrap(columns: columns).lines(of: text)
    #expect(lines.dropFirst().allSatisfy { displayWidth(of: $0) <= max(columns, 8) })
    let bare = { (text: String) in text.filter { !$0.isWhitespace } }
    #expect(bare(lines.joined()) == bare(text))
  }

  @Test func aMegabyteOnOneLine() {
    let text = String(repeating: "word ", count: 100_000) + String(repeating: "w", count: 500_000)
    let lines = TextWrap(columns: 80).lines(of: text)
    #expect(lines.count == 6250 + 6250)
  }
}
