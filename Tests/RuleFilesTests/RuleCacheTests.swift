// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Foundation
import Reading
import RuleFiles
import TestSupport
import Testing

/// Compiled rules that are kept must be as good as none: never wrong, never missed.
@Suite struct RuleCacheTests {
  private let folder: TemporaryFolder
  private let cacheFolder: TemporaryFolder
  private let cache: RuleCache

  init() throws {
    folder = try TemporaryFolder()
    cacheFolder = try TemporaryFolder()
    cache = RuleCache(path: "\(cacheFolder.path)/mend/rules")
    try write(heard: "apples")
  }

  private func write(heard word: String) throws {
    try folder.write(
      """
      language: en
      spellings:
        u: you
      intents:
        fruit:
          sentences: i like \(word)
        fruit.much: {sentences: "i (so much|really) like {sweet}"}
      lists:
        sweet: [jam, honey]
      replies:
        fruit:
          say:
            - text: Good.
              ask: Which \(word)?
      """, to: "rules.yaml")
  }

  private func ready(_ cache: RuleCache? = nil) throws -> ReadyRules {
    try RuleFolder(path: folder.path).ready(cache: cache ?? self.cache)
  }

  private func isHeard(_ text: String, by ready: ReadyRules) -> Bool {
    Reader(ready.rules).read(text).best.intent.family == "fruit"
  }

  /// Another one after each time that the cache was written.
  private func cacheFile() throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(
      atPath: "\(cacheFolder.path)/mend/rules")
    return attributes[.systemFileNumber] as? Int
  }

  @Test func theShippedRulesAreTheSameFromTheCache() throws {
    let shipped = RuleFolder(path: RuleFolderTests.shipped)
    let (fresh, kept) = (try shipped.ready(cache: cache), try shipped.ready(cache: cache))
    #expect(kept.digest == fresh.digest)
    #expect(kept.findings == fresh.findings)
    #expect(kept.rules.intents.map(\.examples) == fresh.rules.intents.map(\.examples))
    let policies = [fresh, kept].map { Policy(coach: $0.coach, rules: $0.rules) }
    let said = [
      "i cheated on my wife three weeks ago and she wont stop asking about it",
      "it was nothing, everyone does it. how do i get her to forgive me by friday?",
      "he says if i leave he will kill himself", "yes", "i don't know", "teh same agian",
    ]
    let talks = policies.map { policy in
      var state = State(seed: 7)
      let reader = Reader(policy.rules)
      return said.map { policy.reply(to: $0, in: &state, using: reader).text }
    }
    #expect(talks[0] == talks[1])
  }

  @Test func whatIsUnchangedIsTakenFromTheCache() throws {
    _ = try ready()
    let before = try cacheFile()
    #expect(isHeard("i really like honey", by: try ready()))
    #expect(try cacheFile() == before)
  }

  /// Neither its size nor its time tells that the file was edited.
  @Test func anEditCountsAtOnce() throws {
    #expect(isHeard("i like apples", by: try ready()))
    let path = "\(folder.path)/rules.yaml"
    let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as Any
    try write(heard: "grapes")
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    for _ in 1...2 {
      let edited = try ready()
      #expect(isHeard("i like grapes", by: edited))
      #expect(!isHeard("i like apples", by: edited))
      #expect(edited.coach.replies["fruit"]?.variants.first?.ask?.text == "Which grapes?")
    }
  }

  @Test func aNewFileAndAnotherNameCount() throws {
    let first = try ready().digest
    try folder.write("intents: {tea: {sentences: more tea}}\n", to: "tea.yaml")
    let second = try ready()
    #expect(second.rules.intents.contains { $0.name.family == "tea" })
    rename("\(folder.path)/tea.yaml", "\(folder.path)/teas.yaml")
    let third = try ready()
    #expect(Set([first, second.digest, third.digest]).count == 3)
    let places = third.rules.intents.map(\.place.file)
    #expect(places.contains("teas.yaml") && !places.contains("tea.yaml"))
  }

  @Test func aDamagedCacheIsWrittenAnew() throws {
    _ = try ready()
    let path = "\(cacheFolder.path)/mend/rules"
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let spots = [0, 8, 15, 16, 24, whole.count / 2, whole.count - 1]
    var damaged = spots.map { spot in
      var copy = whole
      copy[spot] ^= 64
      return copy
    }
    damaged += [Data(), whole.prefix(16), whole.prefix(100), whole.dropLast(), whole + [0]]
    for bytes in damaged {
      try bytes.write(to: URL(fileURLWithPath: path))
      let before = try cacheFile()
      #expect(isHeard("i like apples", by: try ready()))
      #expect(try cacheFile() != before)
    }
  }

  /// In `/sys` nobody may write, whoever runs the test; and `/dev/null` is no folder.
  @Test(arguments: ["/sys/mend/rules", "/dev/null/mend/rules"])
  func whereNothingCanBeKeptNothingIsSaid(_ path: String) throws {
    for _ in 1...2 { #expect(isHeard("i like apples", by: try ready(RuleCache(path: path)))) }
  }

  /// The likeness model is no part of what is kept.
  @Test func aBrokenModelIsSaidAsLongAsItIsThere() throws {
    #expect(try ready().findings == [])
    try folder.write("no model", to: "likeness.model")
    for _ in 1...2 { #expect(try ready().findings.map(\.code) == ["broken-model"]) }
    try FileManager.default.removeItem(atPath: "\(folder.path)/likeness.model")
    #expect(try ready().findings == [])
  }

  @Test func faultsOfRuleFilesAreSaidEveryTime() throws {
    try folder.write("intents: {tea: {sentences: more <tea>}}\n", to: "tea.yaml")
    let fresh = try ready().findings
    #expect(fresh.map(\.code) == ["unknown-rule"])
    #expect(try ready().findings == fresh)
  }
}
