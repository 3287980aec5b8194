// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The text of a file in `Fixtures`.
func fixture(_ name: String) -> String? {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  return try? String(contentsOf: folder.appendingPathComponent("Fixtures/\(name)"), encoding: .utf8)
}
