// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

/// A folder as an author has it: `Rules` with the shipped language and one file, and `Transcripts`.
final class ScratchRules {
  private let folder: TemporaryFolder
  var path: String { folder.path }
  var rules: String { "\(folder.path)/Rules" }

  /// - Parameter text: the file `Rules/own.yaml`.
  init(_ text: String = "") throws {
    folder = try TemporaryFolder()
    for name in ["Rules/language", "Transcripts"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
    }
    for name in ["language/en.yaml", "language/words.txt"] {
      try FileManager.default.copyItem(
        atPath: "\(MendProcess.rules)/\(name)", toPath: "\(rules)/\(name)")
    }
    if !text.isEmpty { try write(text, to: "own.yaml") }
  }

  /// Writes a file below `Rules`.
  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let whole = "Rules/\(name)"
    try FileManager.default.createDirectory(
      atPath: ("\(path)/\(whole)" as NSString).deletingLastPathComponent,
      withIntermediateDirectories: true)
    try folder.write(bytes, to: whole)
  }

  func writeTranscript(_ text: String, to name: String = "one.yaml") throws {
    try folder.write(text, to: "Transcripts/\(name)")
  }

  func read(_ name: String) throws -> String { try folder.read(name) }

  func mend(_ arguments: String...) throws -> MendProcess.Result {
    try MendProcess.run(arguments, in: path)
  }

  /// An intent with nothing to find fault with, and room for one more key.
  static func sound(_ more: String = "") -> String {
    """
    intents:
      denial.small:
        about: Makes it small.
        tier: pitfall
        sentences: |
          it was nothing
        examples:
        - It was nothing.
        counterexamples:
        - It was cold.
    \(more)
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and
            that is yours to change. You could tell them tonight that you see this now.
          ask: >-
            What would you like them to know?

    """
  }
}
