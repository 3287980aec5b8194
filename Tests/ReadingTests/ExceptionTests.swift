// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing

/// How far an `unless` reaches: its clause, its sentence, or the whole message.
@Suite struct ExceptionTests {
  struct Case: CustomTestStringConvertible {
    let message: String
    let reach: ExceptionReach
    let isHeard: Bool

    var testDescription: String { "\(reach.rawValue): \(message)" }
  }

  private static func reader(_ reach: ExceptionReach) -> Reader {
    var intent = Intent("fear", "he will kill me", tier: .safety)
    let line = Intent.Line("joking", at: nowhere)
    switch reach {
    case .clause: intent.unless = [line]
    case .sentence: intent.unlessInSentence = [line]
    case .message: intent.unlessAnywhere = [line]
    }
    return Shipped.language(with: [intent, Intent("other", "he is late")])
  }

  @Test(arguments: [
    Case(message: "he will kill me", reach: .clause, isHeard: true),
    Case(message: "joking he will kill me", reach: .clause, isHeard: false),
    Case(message: "he will kill me, joking", reach: .clause, isHeard: true),
    Case(message: "he will kill me, joking", reach: .sentence, isHeard: false),
    Case(message: "joking, as he does, he will kill me", reach: .sentence, isHeard: false),
    Case(message: "he will kill me. joking", reach: .sentence, isHeard: true),
    Case(message: "he will kill me. joking", reach: .message, isHeard: false),
    Case(message: "joking. he is late. he will kill me", reach: .message, isHeard: false),
    Case(message: "he is late. he will kill me", reach: .message, isHeard: true),
  ])
  func reach(_ c: Case) {
    let reading = Self.reader(c.reach).read(c.message)
    #expect(reading.names.contains("fear") == c.isHeard)
    #expect(
      reading.putAside.contains { $0.reason.hasSuffix("the same \(c.reach.rawValue)") } != c.isHeard
    )
  }

  @Test func anExceptionIsItsOwnIntentsAlone() {
    var quiet = Intent("quiet", "he will kill me")
    quiet.unlessAnywhere = [Intent.Line("joking", at: nowhere)]
    let reader = Shipped.language(with: [quiet, Intent("loud", "he will kill me", tier: .safety)])
    #expect(reader.read("joking. he will kill me").names == ["loud"])
  }
}
