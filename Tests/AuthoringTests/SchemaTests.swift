// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The JSON Schema accepts every shipped file, by the word of an independent validator.
struct SchemaTests {
  private static func python(_ arguments: [String]) -> (status: Int32, output: String)? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  private static let isInstalled = python(["-c", "import jsonschema, yaml"])?.status == 0

  @Test(.enabled(if: isInstalled, "needs python3 with jsonschema and PyYAML"))
  func shippedFilesFitTheSchema() throws {
    let script = "\(Checked.checkout)/Tests/AuthoringTests/Support/validate.py"
    let result = try #require(Self.python([script, "\(Checked.checkout)/Rules"]))
    #expect(result.status == 0, "\(result.output)")
  }
}
