// SPDX-License-Identifier: GPL-3.0-or-later

extension Export {
  func text(_ transcript: Transcript) -> String {
    let title = [transcript.heading, transcript.began].compactMap { $0 }.joined(separator: "\n")
    let turns = transcript.turns.map { turn in
      [said(turn.user, by: "You"), turn.coach.map { said($0, by: "mend") }]
        .compactMap { $0 }.joined(separator: "\n\n")
    }
    return ([title] + turns).joined(separator: "\n\n") + "\n"
  }

  /// Later lines are indented, so that who speaks can be seen down the margin.
  private func said(_ text: String, by speaker: String) -> String {
    let margin = String(repeating: " ", count: speaker.count + 2)
    let lines = text.withoutControls.split(separator: "\n", omittingEmptySubsequences: false)
    return "\(speaker): "
      + lines.enumerated()
      .map { $0 == 0 || $1.isEmpty ? String($1) : margin + $1 }
      .joined(separator: "\n")
  }
}
