// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// A file that is broken in one of the usual ways is reported at its place, and the others are checked.
@Suite struct BadRuleFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var found: String

    init(_ name: String, _ bytes: some Sequence<UInt8>, _ found: String) {
      testDescription = name
      self.bytes = Array(bytes)
      self.found = found
    }
  }

  static let open = "intents:\n  a.b:\n    sentences: |\n      hi (you\n"

  @Test(arguments: [
    Case("typo", "intnets: {}\n".utf8, "bad.yaml:1:1: error: \"intnets\" is no key"),
    Case("tab", "intents:\n\ta.b:\n".utf8, "bad.yaml:2:1: error: a tab"),
    Case(
      "duplicate key", "intents:\n  a.b: {sentences: [hi]}\n  a.b: {sentences: [ho]}\n".utf8,
      "bad.yaml:3:3: error: the key \"a.b\" stands twice"),
    Case(
      "missing quote", "intents:\n  a.b:\n    about: \"open\n    sentences: [hi]\n".utf8,
      "bad.yaml:3:12: error: a quotation mark is never closed"),
    Case(
      "bracket that is never closed",
      "intents:\n  a.b:\n    sentences: [hi\n  a.c:\n    about: x\n".utf8,
      "bad.yaml:3:16: error: the [ is never closed"),
    Case(
      "quote closed by a later one",
      "intents:\n  a.b:\n    about: \"open\n    sentences: [hi]\n  a.c:\n    about: \"ho\"\n".utf8,
      "bad.yaml:3:12: error: a quotation mark is closed only on line 6"),
    Case(
      "a line too far left", "intents:\n  a.b:\n    about: x\n   tier: topic\n".utf8,
      "bad.yaml:4:4: error: line 4 is indented less than its neighbours; begin it with 4 spaces"),
    Case(
      "a template too far left",
      "intents:\n  a.b:\n    sentences: |\n      hi\n     ho\n    tier: topic\n".utf8,
      "bad.yaml:5:6: error: line 5 is indented less than its neighbours; begin it with 6 spaces"),
    Case(
      "a key of a reply too far left",
      "replies:\n  a.b:\n    say:\n    - text: x\n     ask: y?\n".utf8,
      "bad.yaml:5:6: error: line 5 is indented less than its neighbours; begin it with 6 spaces"),
    Case(
      "a line too far right", "intents:\n  a.b:\n    about: x\n     tier: topic\n".utf8,
      "bad.yaml:4:6: error: line 4 is indented more than its neighbours; begin it with 4 spaces"),
    Case(
      "a sentence with a colon", "intents:\n  a.b:\n    about: It's me: you\n".utf8,
      "bad.yaml:3:19: error: the second colon on the line makes no sense to YAML; put the sentence in quotes: \"It's me: you\""
    ),
    Case(
      "an example with a colon", "intents:\n  a.b:\n    examples:\n    - It's me: you\n".utf8,
      "bad.yaml:4:7: error: examples is not text: the colon parts it in two; put the sentence in quotes: \"It's me: you\""
    ),
    Case(
      "Windows line ends", open.replacing("\n", with: "\r\n").utf8,
      "bad.yaml:4:10: error: the ( is never closed"),
    Case(
      "byte-order mark", "\u{FEFF}\(open)".utf8, "bad.yaml:4:10: error: the ( is never closed"),
    Case(
      "Latin-1", Array("intents:\n  a.b:\n    about: caf".utf8) + [0xE9, 10],
      "bad.yaml:3:15: error: the file is not UTF-8"),
    Case(
      "a line of 10 MB",
      "intents:\n  a.b:\n    sentences: |\n      \(String(repeating: "x", count: 10_000_000))\n"
        .utf8,
      "bad.yaml:4:1: error: the line is longer than 8 MB"),
    Case(
      "aliases as keys",
      ("a0: &a0 {k: v}\n"
        + (1...40).map { "a\($0): &a\($0) {? *a\($0 - 1) : *a\($0 - 1)}\n" }.joined()).utf8,
      "bad.yaml:1:1: error: the file has 80 aliases"),
  ])
  func aBrokenFileCostsItselfOnly(_ c: Case) throws {
    let scratch = try ScratchRules(ScratchRules.sound("lists: {thing: [text]}"))
    try scratch.write(c.bytes, to: "bad.yaml")
    let result = try scratch.mend("check")
    #expect(result.status == 1)
    #expect(result.output.contains("Rules/\(c.found)"), "\(result.output.prefix(2000))")
    #expect(result.output.contains("own.yaml:11:9: warning: nothing uses the list {thing}"))
    #expect(result.output.utf8.count < 10_000)
  }

  /// A value of a known set, or a name that stands elsewhere, is reported where it stands.
  @Test(arguments: [
    (
      "intents:\n  a.b:\n    captures: {role: victim}\n    sentences: [hi]\n",
      "bad.yaml:3:22: error: \"victim\" is no role; did you mean hurt?"
    ),
    (
      "exercises:\n  a:\n    for: breakr\n",
      "bad.yaml:3:10: error: \"breakr\" is no side; did you mean breaker?"
    ),
    (
      "families: {a: {side: victim}}\n",
      "bad.yaml:1:22: error: \"victim\" is no side; did you mean hurt?"
    ),
    (
      "knowledge:\n  a:\n    points:\n    - both: It is so.\n      sources: [couch]\n",
      "bad.yaml:5:17: error: \"couch\" is no source of a; did you mean coach?"
    ),
    (
      "intents:\n  a.b:\n    sentences: [hi]\n    guidance:\n    - \"nothing\"\n",
      "bad.yaml:5:8: error: no knowledge entry is named nothing"
    ),
    (
      "intents:\n  a.b:\n    sentences: [hi]\n    examples:\n    - “Hi.”\n",
      "bad.yaml:5:7: warning: curly quotes stand around the text"
    ),
    (
      "intents:\n  a.b:\n    sentences:\n    - \"hi {toy}\"\n",
      "bad.yaml:4:11: error: no list is named {toy}"
    ),
  ])
  func aWrongValueIsReportedWhereItStands(_ text: String, _ found: String) throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    try scratch.write(text, to: "bad.yaml")
    let result = try scratch.mend("check")
    #expect(result.output.contains("Rules/\(found)"), "\(result.output)")
  }

  /// Not broken, but other programs stumble over it.
  @Test(arguments: [
    ("\u{FEFF}lists: {}\n", "odd.yaml:1:1: warning: the file begins with a byte-order mark"),
    ("# ab\r\nlists: {}\r\n", "odd.yaml:1:5: warning: the lines end the Windows way"),
  ])
  func oddBytesAreWarnedOf(_ text: String, _ found: String) throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    try scratch.write(text, to: "odd.yaml")
    let result = try scratch.mend("check")
    #expect(result.status == 0)
    #expect(result.output.contains("Rules/\(found)"), "\(result.output)")
  }

  /// What a file that cannot be read declares is not missed elsewhere, and what nobody declares still is.
  @Test(arguments: [
    "lists:\n\tpet: [cat]\n", "lsits: {pet: [cat]}\n", "lists: {pet: [cat], pet: [dog]}\n",
  ])
  func namesInABrokenFileAreNotMissing(_ broken: String) throws {
    let scratch = try ScratchRules(
      ScratchRules.sound().replacing(
        "it was nothing\n", with: "it was nothing\n      a {pet}\n      a {toy}\n"))
    try scratch.write(broken, to: "bad.yaml")
    let output = try scratch.mend("check").output
    #expect(output.contains("no list is named {toy}"), "\(output)")
    #expect(!output.contains("no list is named {pet}"), "\(output)")
    #expect(output.contains("2 errors, 0 warnings"), "\(output)")
  }

  @Test(arguments: [
    ("    sentences: |", "    sentecnes: |", "sentences"),
    ("      ask: >-", "      aks: >-", "ask"),
    ("    - text: >-", "    - txet: >-", "text"),
  ])
  func aMisspeltKeyIsOneError(_ right: String, _ wrong: String, _ meant: String) throws {
    let scratch = try ScratchRules(ScratchRules.sound().replacing(right, with: wrong))
    let output = try scratch.mend("check").output
    #expect(output.contains("did you mean \(meant)?"), "\(output)")
    #expect(!output.contains("[missing-key]"), "\(output)")
  }

  @Test func aTranscriptOfAliasesIsRefused() throws {
    let scratch = try ScratchRules(ScratchRules.sound())
    let nested = (1...40).map { "x\($0): &a\($0) {? *a\($0 - 1) : *a\($0 - 1)}\n" }.joined()
    try scratch.writeTranscript("x0: &a0 {k: v}\n\(nested)turns:\n- user: hi\n")
    let result = try scratch.mend("replay", "Transcripts")
    #expect(result.status == 1)
    #expect(result.output.contains("one.yaml:1:1: error: the file has 80 aliases"))
  }
}
