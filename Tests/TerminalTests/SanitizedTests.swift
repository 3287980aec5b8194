// SPDX-License-Identifier: GPL-3.0-or-later

import Terminal
import Testing

@Suite struct SanitizedTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let onOneLine: String
    let onItsLines: String

    init(_ name: String, _ text: String, _ onOneLine: String, onItsLines: String? = nil) {
      testDescription = name
      self.text = text
      self.onOneLine = onOneLine
      self.onItsLines = onItsLines ?? onOneLine
    }
  }

  @Test(arguments: [
    Case("plain text stays", "She’s hurt. 🙏🏽 très", "She’s hurt. 🙏🏽 très"),
    Case("nothing", "", ""),
    Case("colour", "\u{1B}[31mred\u{1B}[0m", "[31mred[0m"),
    Case("title", "\u{1B}]0;evil\u{07}x", "]0;evilx"),
    Case("C1 introducer", "\u{9B}31mred", "31mred"),
    Case("NUL, bell, backspace, DEL", "a\0b\u{07}c\u{08}d\u{7F}e", "abcde"),
    Case("tab", "a\tb", "a b"),
    Case("line feed", "a\nb", "a b", onItsLines: "a\nb"),
    Case("CR LF is one break", "a\r\nb", "a b", onItsLines: "a\nb"),
    Case("lone CR cannot overwrite", "good\rbad", "good bad", onItsLines: "good\nbad"),
    Case("empty lines", "a\n\nb", "a  b", onItsLines: "a\n\nb"),
    Case("NEL and separators", "a\u{85}b\u{2028}c", "a b c", onItsLines: "a\nb\nc"),
    Case("bidi override", "a\u{202E}b\u{202C}c", "abc"),
    Case("bidi isolate", "a\u{2066}b\u{2069}c", "abc"),
    Case("joiners of emoji stay", "👩‍❤️‍👨", "👩‍❤️‍👨"),
  ])
  func cleaning(_ c: Case) {
    #expect(sanitized(c.text) == c.onOneLine)
    #expect(sanitized(c.text, lineBreaks: .stay) == c.onItsLines)
  }

  @Test func noControlCharacterIsLeft() {
    let all = (0...0x2100).compactMap { Unicode.Scalar(UInt32($0)) }
    let clean = sanitized(String(String.UnicodeScalarView(all)))
    #expect(clean.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }
}
