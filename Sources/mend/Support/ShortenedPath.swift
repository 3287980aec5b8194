// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A path as a person would write it: from here, or from home.
func shortened(_ path: String) -> String {
  let here = FileManager.default.currentDirectoryPath + "/"
  if path.hasPrefix(here) { return String(path.dropFirst(here.count)) }
  let home = NSHomeDirectory() + "/"
  return path.hasPrefix(home) ? "~/" + path.dropFirst(home.count) : path
}
