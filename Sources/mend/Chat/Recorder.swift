// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Foundation
import Terminal
import Transcripts

/// Keeps the record of a talk, or says once why it cannot and keeps the turns in memory.
final class Recorder {
  private var writer: TranscriptWriter?
  private(set) var fault: String?
  /// - Parameter folder: nil for a private talk, of which nothing is kept.
  init(header: Transcript, folder: String?) {
    guard let folder else { return }
    writer = TranscriptWriter(header, folder: folder)
  }

  var path: String? { writer?.writtenTurns == 0 ? nil : writer?.path }

  var folder: String? { writer.map { ($0.path as NSString).deletingLastPathComponent } }

  var session: String? { writer?.transcript.session }

  var hasTurns: Bool { writer.map { !$0.transcript.turns.isEmpty } ?? false }

  /// Makes the turn durable; call it before the reply is shown.
  func record(_ user: String, _ reply: Reply, in talk: Talk) {
    guard let writer else { return }
    let turn = Turn(
      user: sanitized(user, lineBreaks: .stay), intents: reply.intents, guidance: reply.guidance,
      coach: reply.text, parked: reply.parked, promise: talk.newPromise,
      promises: talk.state.recordedPromises, exercise: talk.state.exercise?.id)
    do throws(TranscriptFault) {
      try writer.append(turn)
      fault = nil
    } catch {
      fault = "\(error)"
    }
  }

  /// Notes which rules are in force.
  func note(rules digest: String) {
    try? writer?.update { $0.rules = digest }
  }

  /// Notes whether the next session may look back at this one.
  func consent(_ consents: Bool) {
    do throws(TranscriptFault) {
      try writer?.update { $0.consent = consents }
    } catch {
      fault = "\(error)"
    }
  }

  /// Stops recording; what is in the file stays there.
  func stop() { writer = nil }

  func forget() throws(TranscriptFault) {
    try writer?.remove()
    writer = nil
  }

  func name(_ name: String) throws(TranscriptFault) { try writer?.update { $0.saved = name } }

  func save(to path: String) throws(TranscriptFault) { try writer?.save(to: path) }
}
