// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Foundation
import Language
import Reading
import RuleFiles

/// The shipped rules, or those of `MEND_RULES`.
private nonisolated(unsafe) let reader: Reader = {
  let path = ProcessInfo.processInfo.environment["MEND_RULES"] ?? "Rules"
  guard let loaded = try? RuleFolder(path: path).load() else { fatalError("no rules at \(path)") }
  var findings: [Finding] = []
  return Reader(CompiledRules(loaded.rules, findings: &findings))
}()

/// Bytes are a message, read with the shipped rules.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReading(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let reading = reader.read(text)
  precondition(!reading.intents.isEmpty)
  for heard in reading.intents { _ = reading.utterance.typed(heard.tokens) }
  for change in reading.utterance.ledger {
    precondition(change.start <= change.end && change.end <= reading.utterance.text.count)
  }
  return 0
}
