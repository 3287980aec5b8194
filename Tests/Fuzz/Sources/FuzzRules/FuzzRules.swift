// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Foundation
import Reading
import RuleFiles

private let folder =
  NSTemporaryDirectory() + "/mend-fuzz-\(ProcessInfo.processInfo.processIdentifier)"

/// Bytes are a rule file: load, compile, read one message.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRules(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  let bytes = Data(UnsafeBufferPointer(start: start, count: count))
  FileManager.default.createFile(atPath: folder + "/rules.yaml", contents: bytes)
  guard let loaded = try? RuleFolder(path: folder).load() else { return 0 }
  var findings = loaded.findings
  let reader = Reader(CompiledRules(loaded.rules, findings: &findings))
  precondition(!reader.read("it was nothing, he said. 20 times").intents.isEmpty)
  for finding in findings { precondition(finding.place.line > 0) }
  return 0
}
