// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Tells of files among the rules that nothing reads, which may be rules under a wrong name.
struct UnreadFileCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    book.unread.map {
      .warning(
        "unread-file", "nothing reads this file", at: Place(file: $0),
        help: "end its name in .yaml if it holds rules, or keep it elsewhere")
    }
  }
}
