// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// What is wrong is said in one clear line, with the status that scripts rely on.
@Suite struct BadInputTests {
  private func rules(_ text: String, named name: String = "rules.yaml") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    return folder
  }

  @Test func aMissingFolderIsNamed() throws {
    let result = try MendProcess.run(["match", "--rules", "/nowhere/at/all"])
    #expect(result.status == 66)
    #expect(result.error.contains("/nowhere/at/all"))
    #expect(result.error.split(separator: "\n").count == 1)
  }

  @Test func anEmptyFolderSaysWhatToDo() throws {
    let folder = try TemporaryFolder()
    let result = try MendProcess.run(["match", "--rules", folder.path])
    #expect(result.status == 66)
    #expect(result.error.contains("mend new rule"))
  }

  @Test(arguments: [
    ("language: en\nintents:\n\ta:\n", "3:1: error: a tab"),
    (
      "language: en\nintnets: {}\n",
      "2:1: error: \"intnets\" is no key of a rule file; did you mean intents?"
    ),
    (
      "intents:\n  a:\n    sentences: |\n      i (lied\n      he lied\n",
      "4:9: error: the ( is never closed; add )"
    ),
    (
      "intents:\n  a:\n    sentences: |\n      hi {nobdy}\nlists: {nobody: [no one]}\n",
      "did you mean {nobody}?"
    ),
    ("intents:\n  a: [\n", "error: the file is not YAML"),
    ("intents:\n  a:\n    sentences: [hi]\n  a:\n    sentences: [ho]\n", "stands twice"),
  ])
  func aBrokenFileIsReportedAtItsPlace(_ text: String, _ expected: String) throws {
    let folder = try rules(text)
    let result = try MendProcess.run(["match", "--rules", folder.path], lines: ["he lied"])
    #expect(result.error.contains(expected), "\(result.error)")
  }

  @Test func theRestOfABrokenFileStillLoads() throws {
    let folder = try rules("intents:\n  a:\n    sentences: |\n      i (lied\n      he lied\n")
    let result = try MendProcess.run(["match", "--rules", folder.path], lines: ["he lied"])
    #expect(result.output.contains("\"intent\": \"a\""))
  }

  @Test func aMissingInputFileIsNamed() throws {
    let result = try MendProcess.run(["match", "--rules", MendProcess.rules, "/no/such/file"])
    #expect(result.status == 66)
  }

  @Test func anUnknownOptionIsAUsageError() throws {
    let result = try MendProcess.run(["match", "--nonsense"])
    #expect(result.status == 64)
  }

  @Test func aTalkThatCannotBeSavedGoesOn() throws {
    let result = try MendProcess.run(
      ["chat", "--rules", MendProcess.rules, "--transcripts", "/proc/nowhere"],
      lines: ["hello", "i lied to my wife"])
    #expect(result.status == 0)
    #expect(result.lines.count == 2)
    #expect(result.error.contains("not saved"))
  }

  @Test func aReaderThatGoesAwayEndsItQuietly() throws {
    let script =
      "yes 'he lied to me' | head -20000 | '\(MendProcess.path)' match --rules '\(MendProcess.rules)' | head -1; "
      + "echo ${PIPESTATUS[2]}"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(output.split(separator: "\n").last == "0")
  }
}
