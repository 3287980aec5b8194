// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite struct MatchCommandTests {
  private func match(_ lines: [String], _ extra: [String] = []) throws -> [[String: Any]] {
    let result = try MendProcess.run(["match", "--rules", MendProcess.rules] + extra, lines: lines)
    #expect(result.status == 0)
    #expect(result.error == "")
    return try result.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func oneObjectALineInOrder() throws {
    let lines = ["it was one text, come on", "", "asdkjh", "  hello  "]
    let objects = try match(lines)
    #expect(objects.map { $0["utterance"] as? String } == lines)
    for object in objects {
      let intents = try #require(object["intents"] as? [[String: Any]])
      #expect(!intents.isEmpty)
      for key in ["intent", "template", "at", "matched", "holder"] {
        #expect(intents[0][key] is String)
      }
      #expect(intents[0]["captures"] is [String: Any])
      #expect(object["fallback"] is Bool)
      #expect(object["guidance"] is [Any])
    }
  }

  @Test func noiseFallsBack() throws {
    let objects = try match([""])
    #expect(objects[0]["fallback"] as? Bool == true)
  }

  @Test func replyIsAddedOnRequest() throws {
    let objects = try match(["i read her diary and now she knows"], ["--reply"])
    #expect((objects[0]["reply"] as? String)?.isEmpty == false)
  }

  @Test func statisticsGoToStandardError() throws {
    let result = try MendProcess.run(
      ["match", "--rules", MendProcess.rules, "--stats"], lines: ["hello", "he lied to me"])
    let last = try #require(result.error.split(separator: "\n").last)
    let numbers = try #require(
      try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
    for key in [
      "rules", "templates", "load_ms", "utterances", "match_median_us", "match_p99_us",
      "peak_rss_kb",
    ] { #expect(numbers[key] is NSNumber) }
    #expect(numbers["utterances"] as? Int == 2)
  }

  @Test func badBytesAndLongLinesAreRead() throws {
    var input = Data([0x66, 0xFF, 0x00, 0x6F, 0x0A])
    input.append(Data(String(repeating: "she lied to me ", count: 70_000).utf8))
    input.append(10)
    let result = try MendProcess.run(["match", "--rules", MendProcess.rules], input: input)
    #expect(result.status == 0)
    #expect(result.lines.count == 2)
  }

  @Test func rulesFromHassilAreUnderstood() throws {
    let folder = try TemporaryFolder()
    try Data(
      """
      language: en
      intents:
        HassTurnOn:
          data:
          - sentences:
            - "turn on [the] {area} light[s]"
      lists:
        area:
          values:
          - in: "(lounge|living room)"
            out: living_room
      """.utf8
    ).write(to: URL(fileURLWithPath: folder.path + "/lights.yaml"))
    let result = try MendProcess.run(
      ["match", "--rules", folder.path], lines: ["please turn on the lounge lights"])
    #expect(result.output.contains("\"intent\": \"HassTurnOn\""))
    #expect(result.output.contains("\"captures\": {\"area\": \"living_room\"}"))
  }
}
