// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Reading
import Templates

/// The words of the speaker and of the other, side by side: a template that has "i" where a message has "he"
/// wants a role that turns, not one more word.
struct TurnedRoles {
  enum Turn {
    /// No role is meant.
    case none
    /// The chunk with the role in the place of the word.
    case role(String)
    /// The chunk names the role, and so turns by itself.
    case already
  }

  private struct Role {
    let name: String
    let own: Set<String>
    let others: Set<String>
  }

  private let roles: [Role]

  init(_ rules: RuleSet) {
    func words(_ name: String) -> Set<String> {
      let template = rules.rules.first { $0.name == name }?.template ?? ""
      return Set(CaptureSlots.node(template)?.plainBranches ?? [])
    }
    roles = rules.language.roles.map {
      Role(name: $0.speaker, own: words($0.speaker), others: words($0.other))
    }
  }

  /// What becomes of a chunk where a message has other words.
  func turned(_ chunk: String, to words: [String]) -> Turn {
    guard words.count == 1 else { return .none }
    for role in roles where role.others.contains(words[0]) {
      if chunk.contains("<\(role.name)>") { return .already }
      let marks = Set("()[]|")
      let parts = chunk.split(omittingEmptySubsequences: false) { marks.contains($0) }
      guard let word = parts.first(where: { role.own.contains(String($0).lowercased()) })
      else { continue }
      return .role(
        chunk[..<word.startIndex] + "<\(role.name)>" + chunk[word.endIndex...])
    }
    return .none
  }
}
