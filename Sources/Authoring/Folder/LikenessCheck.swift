// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading

/// Tells when the likeness model was learnt from other messages than the files hold now.
struct LikenessCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    // Messages of a file that cannot be read are missing for that reason alone.
    guard book.lost.isEmpty, book.isModelStale else { return [] }
    return [
      .warning(
        "likeness-out-of-date",
        "the likeness model was learnt from other messages than there are now",
        at: Place(file: "likeness.model"), help: "run mend learn")
    ]
  }
}
