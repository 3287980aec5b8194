// SPDX-License-Identifier: GPL-3.0-or-later

import Terminal
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("hurt", 4), ("très", 4), ("tre\u{300}s", 4), ("naïve – “so”", 12),
    ("心", 2), ("こころ", 6), ("마음", 4), ("\u{1106}\u{1161}", 2), ("ＡＢ", 4), ("ｱ", 1),
    ("🙏", 2), ("🙏🏽", 2), ("👩‍❤️‍👨", 2), ("🇩🇪", 2), ("❤️", 2), ("❤", 1),
    ("a\u{200B}b", 2), ("नमस्ते", 4),
    ("\u{1B}[1;31mred\u{1B}[0m", 3), ("\u{1B}[m", 0), ("\u{1B}[31", 0),
  ])
  func columns(_ text: String, _ expected: Int) {
    #expect(displayWidth(of: text) == expected)
  }
}
