// SPDX-License-Identifier: GPL-3.0-or-later

extension Policy {
  /// Goes on as if a turn had been answered so, after a replay differed from its record.
  ///
  /// What was said instead is forgotten, what was recorded is remembered, with the question or the step that it
  /// ended with. So one change is not met again in every turn that follows.
  ///
  /// - Parameters:
  ///   - text: the reply as it was recorded.
  ///   - parked: labels that waited to be answered after the turn; nil where that is not recorded.
  ///   - before: the state before the turn.
  public func takeOver(
    _ text: String, parked: [String]?, in state: inout State, since before: State
  ) {
    state.freshness = before.freshness
    state.freshness.note(text)
    state.usedFrames = before.usedFrames
    state.lastReply = text
    if let parked {
      let waiting = before.parked + state.parked.filter { !before.parked.contains($0) }
      state.parked = parked.compactMap { label in waiting.first { $0.label == label } }
    }
    if let question = state.question, text.hasSuffix(question.text) { return }
    let wording = Wording(memory: state.memory)
    for (label, replies) in coach.replies.sorted(by: { $0.key < $1.key }) {
      for variant in replies.variants where text.hasSuffix(wording.filled(variant.ending)) {
        end(with: variant, of: label, wording, &state)
        return
      }
    }
    guard text.hasSuffix("?") else { return }
    let last = text.dropLast().lastIndex { ".?!".contains($0) }.map { text.index(after: $0) }
    state.question = Question(
      kind: .open, text: text[(last ?? text.startIndex)...].drop { $0 == " " }.description,
      label: state.topic?.label ?? "")
  }

  private func end(
    with variant: ReplyVariant, of label: String, _ wording: Wording, _ state: inout State
  ) {
    if let ask = variant.ask {
      let kind = variant.questionKind { wording.filled($0) }
      state.question = Question(kind: kind, text: wording.filled(ask.text), label: label)
    } else {
      state.suggestion = wording.filled(variant.ending)
    }
  }
}

extension ReplyVariant {
  /// The question or the step that it ends with, else the text itself.
  fileprivate var ending: String { (ask ?? step ?? text).text }
}
