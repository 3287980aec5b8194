// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Texts that are still to be written: nothing at all, or the words of a skeleton that tell what to write.
///
/// They are never said to anybody, whatever the author does next.
enum UnwrittenText {
  /// What skeletons have where something is to be written; nobody says that to a person.
  private static let instructions = [
    "Write here what you say", "First name the feeling under",
    "Write here one piece of guidance", "Write here one small thing", "Say here what the questions",
    "An example of an answer about",
  ]

  /// What is wrong with a text that is not written yet; nil for one that is.
  static func finding(_ text: String, of what: String, at place: Place) -> Finding? {
    if text.isEmpty {
      return .warning(
        "unwritten", "\(what): is still to be written", at: place,
        help: "until then nothing is said with it")
    }
    guard let instruction = instructions.first(where: text.contains) else { return nil }
    return .error(
      "unwritten", "\(what): still has the words of a skeleton (\(instruction) …)", at: place,
      help: "write what is to be said, or leave \(what): empty; until then it is never said")
  }
}
