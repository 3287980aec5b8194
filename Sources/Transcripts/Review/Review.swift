// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Yams

/// Rewrites a transcript so that it states what came out now, as the reviewer accepted it.
///
/// Only the values that differ change. Comments, order, blank lines and the author's way of writing
/// lists and text stay, because a transcript written by hand is a document, not a dump.
package struct Review {
  private let file: TranscriptFile

  package init(_ file: TranscriptFile) { self.file = file }

  /// The new text of the file.
  ///
  /// What `must_not` forbids is a demand, not a record: it is never rewritten.
  ///
  /// - Parameters:
  ///   - turns: the replayed turns, each with the differences that were accepted.
  ///   - inCI: whether `CI=true`. There nothing is ever accepted, so this throws.
  package func updated(
    accepting turns: [ReplayedTurn], inCI: Bool
  ) throws(TranscriptFault) -> String {
    guard !inCI else {
      throw TranscriptFault(.refused, "\(file.path) is not updated under CI=true")
    }
    guard !file.hasErrors, let nodes = turnNodes else {
      throw TranscriptFault(.refused, "\(file.path) is not updated before its errors are mended")
    }
    var editor = TextEditor(file.text)
    for turn in turns where nodes.indices.contains(turn.number - 1) {
      accept(turn, nodes[turn.number - 1], &editor)
    }
    let text = editor.result
    guard states(turns, TranscriptFile(text, path: file.path)) else {
      throw TranscriptFault(
        .refused, "\(file.path) is laid out in a way that cannot be updated; edit it by hand")
    }
    return text
  }

  /// Writes it in the place of the file, in one step.
  package func write(
    accepting turns: [ReplayedTurn], inCI: Bool
  ) throws(TranscriptFault) {
    try FileBytes.replace(file.path, with: updated(accepting: turns, inCI: inCI))
  }

  private var turnNodes: [Node]? {
    guard
      let root = try? Parser(yaml: file.text, resolver: .basic, encoding: .utf8).singleRoot(),
      let items = root.mapping?["turns"]?.sequence
    else { return nil }
    return Array(items)
  }

  private func accept(_ turn: ReplayedTurn, _ node: Node, _ editor: inout TextEditor) {
    guard let mapping = node.mapping else { return }
    let wanted = accepted(turn)
    for key in Set(turn.differences.map(\.key)).sorted(by: { $0.rawValue < $1.rawValue }) {
      guard let pair = mapping.first(where: { $0.key.scalar?.string == key.rawValue }) else {
        continue
      }
      var edit = ValueEdit(key: pair.key, value: pair.value, editor: editor)
      switch key {
      case .intents: edit.setList(wanted.intents)
      case .guidance: edit.setList(wanted.guidance)
      case .parked: edit.setList(wanted.parked)
      case .facts: edit.setFacts(wanted.facts)
      case .coach: edit.setText(wanted.coach ?? "")
      case .exercise: edit.setText(wanted.exercise ?? "")
      case .answered: edit.setText(wanted.answered ?? "")
      case .promise: edit.setText(wanted.promise ?? "")
      default: break
      }
      editor = edit.editor
    }
  }

  /// What the turn states once its differences are accepted.
  private func accepted(_ turn: ReplayedTurn) -> Turn {
    var wanted = turn.recorded
    let isRecorded = file.transcript.isRecorded
    for key in turn.differences.map(\.key) {
      switch key {
      case .intents:
        wanted.intents =
          isRecorded ? turn.got.intents : mended(turn.recorded.intents, turn.got.intents)
      case .guidance:
        wanted.guidance =
          isRecorded ? turn.got.guidance : mended(turn.recorded.guidance, turn.got.guidance)
      case .parked: wanted.parked = turn.got.parked
      case .facts:
        wanted.facts =
          isRecorded
          ? turn.got.facts : turn.got.facts.filter { turn.recorded.facts[$0.key] != nil }
      case .coach: wanted.coach = turn.got.coach
      case .exercise: wanted.exercise = turn.got.exercise
      case .answered: wanted.answered = turn.got.answered
      case .promise: wanted.promise = turn.got.promise
      default: break
      }
    }
    return wanted
  }

  /// What an author stated and still holds, families included; in the place of the rest what is heard first.
  private func mended(_ stated: [String], _ heard: [String]) -> [String] {
    let first = heard.first.map { [$0] } ?? []
    var names = stated.filter { name in heard.contains { name.covers($0) } }
    let addsFirst = !first.isEmpty && !names.contains { $0.covers(first[0]) }
    if addsFirst { names = first + names }
    return names
  }

  /// Whether the new text says what was accepted, and otherwise the same as before.
  private func states(_ turns: [ReplayedTurn], _ new: TranscriptFile) -> Bool {
    var wanted = file.transcript
    for turn in turns where wanted.turns.indices.contains(turn.number - 1) {
      wanted.turns[turn.number - 1] = accepted(turn)
      if turn.differences.contains(where: { $0.key == .coach }) {
        wanted.turns[turn.number - 1].coach = turn.got.coach ?? ""
      }
    }
    return new.transcript == wanted
  }
}
