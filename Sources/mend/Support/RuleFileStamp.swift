// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Sizes and times of all files in a rules folder that may hold rules: another one means an edit.
///
/// Files are looked at when asked rather than at every change: an editor saves in several steps.
func ruleFileStamp(_ folder: String) -> String? {
  guard let walk = FileManager.default.enumerator(atPath: folder) else { return nil }
  var parts: [String] = []
  for case let name as String in walk where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
    var status = stat()
    guard stat("\(folder)/\(name)", &status) == 0 else { continue }
    parts.append("\(name) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)")
  }
  return parts.sorted().joined(separator: "\n")
}
