// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language
import Templates

/// Bytes are templates, one a line, and after an empty line a message: parse, compile, match.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTemplates(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let message = lines.firstIndex(of: "") ?? lines.endIndex
  let place = Place(file: "fuzz")
  var language = LanguageDefinition()
  language.numberWords = ["one": 1, "two": 2, "twenty": 20, "hundred": 100, "thousand": 1000]
  language.roles = [.init(speaker: "i", other: "they")]
  var builder = TemplateSetBuilder(
    lexicon: Lexicon(language),
    lists: [
      ListDefinition(
        name: "l",
        content: .values([
          .init(template: "a", place: place), .init(template: "a [b] c", output: "x", place: place),
        ]), place: place),
      ListDefinition(name: "w", content: .wildcard, place: place),
      ListDefinition(
        name: "n", content: .range(.init(from: 0, to: 100, step: 5, halves: true)), place: place),
    ],
    rules: [
      RuleDefinition(name: "i", template: "i", place: place),
      RuleDefinition(name: "they", template: "(he|she|they)", place: place),
      RuleDefinition(name: "r", template: lines.first.map(String.init) ?? "", place: place),
    ])
  for (number, line) in lines[..<message].prefix(20).enumerated() {
    _ = builder.add(String(line), at: place, whole: number % 3 == 2, rolesTurned: number % 4 == 3)
  }
  let set = builder.build()
  let utterance = set.lexicon.read(lines[message...].joined(separator: "\n"))
  let matches = Matcher(set).matches(in: utterance)
  for match in matches {
    precondition(match.tokens.upperBound <= utterance.tokens.count && !match.tokens.isEmpty)
    for capture in match.captures { _ = utterance.typed(capture.tokens) }
  }
  return 0
}
