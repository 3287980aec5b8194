// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The transcripts that a path stands for: itself, or all that is below a folder, sorted.
///
/// - Parameter skipping: names of folders that are passed over, such as that of private sessions.
package func transcriptPaths(
  at path: String, skipping: Set<String> = []
) throws(TranscriptFault) -> [String] {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
    throw TranscriptFault(.missing, "there is no file or folder \(path)")
  }
  guard isFolder.boolValue else { return [path] }
  guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
    throw TranscriptFault(.unreadable, "cannot read the folder \(path)")
  }
  var paths: [String] = []
  for name in names.sorted() where !name.hasPrefix(".") {
    let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: inner)) != nil
    if FileManager.default.fileExists(atPath: inner, isDirectory: &isFolder), isFolder.boolValue {
      if !isLink && !skipping.contains(name) {
        paths += try transcriptPaths(at: inner, skipping: skipping)
      }
    } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      paths.append(inner)
    }
  }
  return paths
}
