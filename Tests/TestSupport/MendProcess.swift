// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The program itself, run as a person or a script would run it.
package struct MendProcess {
  package struct Result {
    package var output: String
    package var error: String
    package var status: Int32

    package var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The built program, which stands beside the tests.
  package static var path: String {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("mend").path
  }

  /// The folder of the checkout.
  package static let checkout: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.path
  }()

  package static var rules: String { "\(checkout)/Rules" }

  /// Runs the program to its end.
  package static func run(
    _ arguments: [String], input: Data = Data(), in folder: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"]
      .merging(environment) { _, given in given }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    let writer = Thread { stdin.fileHandleForWriting.writeAll(input) }
    writer.start()
    let errors = Collected(stderr.fileHandleForReading)
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      output: String(decoding: output, as: UTF8.self),
      error: String(decoding: errors.data, as: UTF8.self),
      status: process.terminationStatus)
  }

  package static func run(
    _ arguments: [String], lines: [String], in folder: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let text = lines.map { $0 + "\n" }.joined()
    return try run(arguments, input: Data(text.utf8), in: folder, environment: environment)
  }
}

/// Reads a pipe to its end on a thread of its own, so that neither side waits for the other.
private final class Collected: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var bytes = Data()

  init(_ handle: FileHandle) {
    Thread.detachNewThread { [self] in
      bytes = handle.readDataToEndOfFile()
      done.signal()
    }
  }

  var data: Data {
    done.wait()
    return bytes
  }
}

extension FileHandle {
  /// Writes and closes; a reader that has gone away is no fault of the test.
  fileprivate func writeAll(_ data: Data) {
    signal(SIGPIPE, SIG_IGN)
    try? write(contentsOf: data)
    try? close()
  }
}
