// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Sizes and times of all files in a rules folder that may hold rules: another one means an edit.
///
/// Files are looked at when asked rather than at every change: an editor saves in several steps.
func ruleFileStamp(_ folder: String) -> String? {
  guard let walk = FileManager.default.enumerator(atPath: folder) else { return nil }
  var parts: [String] = []
  for case let name as String in walk where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
    if let stamp = fileStamp("\(folder)/\(name)") { parts.append("\(name) \(stamp)") }
  }
  return parts.sorted().joined(separator: "\n")
}

/// Size and time of one file.
func fileStamp(_ path: String) -> String? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
}
