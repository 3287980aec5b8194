// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Findings
import Foundation

/// Where a scaffold is written: never over a file that is there.
extension NewCommand {
  static func path(for kind: Scaffold.Kind, _ name: String, _ folder: String) -> String {
    let file = String(name.map { $0 == "." ? "-" : $0 }) + ".yaml"
    switch kind {
    case .rule: return "\(folder)/own/\(file)"
    case .knowledge: return "\(folder)/knowledge/\(file)"
    case .exercise: return "\(folder)/exercises/\(file)"
    case .transcript:
      return "\((folder as NSString).deletingLastPathComponent)/Transcripts/own/\(file)"
    }
  }

  func create(_ text: String, at path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    do {
      if !folder.isEmpty {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      let why =
        FileManager.default.fileExists(atPath: path)
        ? "it exists already" : error.localizedDescription
      throw Failure(.cannotCreate, "\(path) cannot be written: \(why); name another with --output")
    }
  }
}
