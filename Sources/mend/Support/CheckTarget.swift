// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A rules folder to check, and the part of it that was asked for.
struct CheckTarget {
  var folder: String
  /// Files and folders below it that findings are shown of; empty for all.
  var shown: [String] = []
  let shipped: String?

  /// Paths inside the rules folder are checked together with all rules; others stand for themselves.
  static func targets(_ paths: [String], _ shared: SharedOptions) throws -> [CheckTarget] {
    let places = Places(rules: shared.rules)
    let shipped = places.shippedRules
    if paths.isEmpty { return [CheckTarget(folder: try places.rulesFolder(), shipped: shipped)] }
    let folder = try? places.rulesFolder()
    var inside = CheckTarget(folder: folder ?? "", shipped: shipped)
    var others: [CheckTarget] = []
    for path in paths {
      guard FileManager.default.fileExists(atPath: path) else {
        throw Failure(.noInput, "there is no file or folder \(path)")
      }
      if let folder, let part = below(folder, path) {
        inside.shown.append(part)
      } else {
        others.append(
          CheckTarget(
            folder: path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path,
            shipped: shipped))
      }
    }
    return (inside.shown.isEmpty ? [] : [inside]) + others
  }

  /// What leads from here to the files, as editors want it.
  var prefix: String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else {
      return ""
    }
    let here = FileManager.default.currentDirectoryPath
    return (folder.hasPrefix(here + "/") ? String(folder.dropFirst(here.count + 1)) : folder) + "/"
  }

  func shows(_ file: String) -> Bool {
    shown.isEmpty || shown.contains { $0.isEmpty || file == $0 || file.hasPrefix($0 + "/") }
  }

  private static func below(_ folder: String, _ path: String) -> String? {
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let whole = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    if whole == root { return "" }
    return whole.hasPrefix(root + "/") ? String(whole.dropFirst(root.count + 1)) : nil
  }
}
