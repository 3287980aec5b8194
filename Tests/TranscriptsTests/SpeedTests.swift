// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Transcripts

@Suite struct SpeedTests {
  /// Doubling the file must about double the time; a quadratic reader shows here.
  @Test func timeGrowsWithTheLength() {
    func seconds(_ turns: Int) -> Double {
      var transcript = header
      transcript.turns = Array(repeating: fullTurn, count: turns)
      let text = transcript.yaml
      return (0..<3).map { _ in
        let clock = ContinuousClock()
        let time = clock.measure { _ = TranscriptFile(text, path: "t.yaml") }
        return time / .seconds(1)
      }.min() ?? 0
    }
    let (short, long) = (seconds(500), seconds(2000))
    #expect(long < short * 12, "\(short) s, then \(long) s for four times as much")
  }
}
