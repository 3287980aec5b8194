// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Transcripts

@Suite struct SessionIDTests {
  @Test func namesTheMomentAndTheSeed() {
    let id = SessionID(date: Date(timeIntervalSince1970: 1_795_257_005), seed: 32570)
    #expect(id.description == "2026-11-21T10-30-05Z-7f3a")
    #expect(
      SessionID(date: Date(timeIntervalSince1970: 0), seed: 0x1_0002).description
        == "1970-01-01T00-00-00Z-0002")
    #expect(
      SessionID(date: Date(timeIntervalSince1970: 951_782_400), seed: 0).description
        == "2000-02-29T00-00-00Z-0000")
  }

  @Test func theMomentIsReadBack() {
    let date = SessionDate(sessionID: "2026-11-21T10-30-05Z-7f3a")
    #expect(date?.readable == "21 November 2026, 10:30 UTC")
    for bad in [
      "", "x", "2026-13-21T10-30-05Z-7f3a", "2026-11-21T10-30-05+7f3a", "a-b-cTd-e-fZ-7f3a",
    ] {
      #expect(SessionDate(sessionID: bad) == nil)
    }
  }
}
