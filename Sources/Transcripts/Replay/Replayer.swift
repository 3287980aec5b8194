// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that can be talked to again from the beginning: the whole program, or a stand-in.
package protocol Replayer {
  /// Begins afresh, as the header says.
  mutating func start(seed: UInt64, header: Transcript)

  /// What is understood and answered now.
  mutating func answer(_ user: String) -> Turn

  /// Takes over what was recorded, after a turn that differed, so that one change is not reported
  /// with every turn that follows.
  mutating func resynchronise(with recorded: Turn)
}

/// Talks through a transcript again and compares every turn with what it states.
///
/// - Parameter resynchronises: whether it goes on from the record after a turn that differed. What is to
///   replace the record as a whole is what comes without.
package func replay(
  _ file: TranscriptFile, with replayer: inout some Replayer, resynchronises: Bool = true
) -> ReplayedTranscript {
  let transcript = file.transcript
  replayer.start(seed: transcript.seed ?? 0, header: transcript)
  var result = ReplayedTranscript(file)
  for (index, recorded) in transcript.turns.enumerated() {
    let got = replayer.answer(recorded.user)
    let comparison = Comparison(
      recorded, got, isRecorded: transcript.isRecorded, places: file.places[index],
      number: index + 1)
    result.turns.append(
      ReplayedTurn(
        number: index + 1, place: file.places[index].turn, recorded: recorded, got: got,
        differences: comparison.differences))
    if resynchronises, !comparison.differences.isEmpty { replayer.resynchronise(with: recorded) }
  }
  return result
}
