// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Terminal

/// A talk through pipes: one message a line in, one reply a line out, no prompt, no colour.
struct PlainChat {
  let talk: Talk
  let recorder: Recorder
  let isJSON: Bool

  func run() throws {
    var output = Output(isBuffered: false)
    var hasComplained = false
    for line in try InputLines(path: nil) {
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      let reply = talk.answer(line)
      recorder.record(line, reply, state: talk.state)
      if let fault = recorder.fault, !hasComplained {
        hasComplained = true
        complain("warning: this talk is not saved: \(fault)")
      }
      try output.line(isJSON ? json(line, reply).text : sanitized(reply.text))
    }
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
