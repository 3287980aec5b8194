// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Terminal

/// A talk through pipes: one message a line in, one reply a line out, no prompt, no colour.
struct PlainChat {
  let talk: Talk
  let recorder: Recorder
  let isJSON: Bool
  /// Takes up edits of the rules where it is asked to.
  var watched: (watcher: RuleWatcher, workshop: Workshop)?

  mutating func run() throws {
    var output = Output(isBuffered: false)
    var hasComplained = false
    for line in try InputLines(path: nil) {
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      takeUpEdits()
      let reply = talk.answer(line)
      recorder.record(line, reply, in: talk)
      if let fault = recorder.fault, !hasComplained {
        hasComplained = true
        complain("warning: this talk is not saved: \(fault)")
      }
      try output.line(isJSON ? json(line, reply).text : sanitized(reply.text))
    }
  }

  /// What is told of an edit goes to standard error: the output has one reply a line.
  private mutating func takeUpEdits() {
    guard let (watcher, workshop) = watched, let change = watcher.change(since: workshop) else {
      return
    }
    if case .fresh(let fresh, _) = change {
      watched = (watcher, fresh)
      talk.exchange(fresh.policy)
    }
    for line in change.lines { complain(line) }
  }

  private func json(_ line: String, _ reply: Reply) -> JSONText {
    .object([
      ("turn", .integer(talk.state.turn)),
      ("user", .string(line)),
      ("intents", .list(reply.intents.map { .string($0) })),
      ("guidance", .list(reply.guidance.map { .string($0) })),
      ("facts", talk.state.memory.json),
      ("reply", .string(sanitized(reply.text))),
    ])
  }
}
