// SPDX-License-Identifier: GPL-3.0-or-later

import Language
import Templates
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The engine against the obviously right matcher, on made-up templates and utterances.
///
/// `MEND_PAIRS=20000000 swift test -c release --filter ReferenceTests` runs as many pairs as one likes.
@Suite struct ReferenceTests {
  static let pairs = getenv("MEND_PAIRS").flatMap { Int(String(cString: $0)) } ?? 150_000
  static let templatesPerSet = 60
  static let utterancesPerSet = 50

  @Test(arguments: [false, true])
  func engineAndReferenceAgree(whole: Bool) {
    var dice = Dice(whole ? 2 : 1)
    var done = 0
    var matched = 0
    while done < Self.pairs / 2 {
      let round = Round(&dice, whole: whole)
      for _ in 0..<Self.utterancesPerSet {
        matched += round.compare(dice.utterance())
        done += round.forms.count
      }
    }
    #expect(
      matched * 100 > done, "too few of the pairs match to prove anything: \(matched) of \(done)")
  }

  @Test func sampledSentencesMatchAndAreCaptured() {
    var dice = Dice(3)
    var sampled = 0
    while sampled < 4_000 {
      let forms = (0..<Self.templatesPerSet).map { _ in dice.form() }.filter(\.isPlain)
      for whole in [false, true] {
        let engine = Engine.stocked(forms.map(\.written), whole: whole)
        for form in forms where engine.errors[form.written] == nil {
          let sentence = dice.sentence(form)
          guard !sentence.isEmpty else { continue }
          let text = sentence.joined(separator: " ")
          let found = engine.matches(text).filter { engine.name($0) == form.written }
          #expect(!found.isEmpty, "\(form.written) does not match \(text)")
          for capture in found.flatMap(\.captures) where capture.slot.hasPrefix("list") {
            let words = sentence[capture.tokens]
            let list = Stock.lists[Int(capture.slot.dropFirst(4))!]
            #expect(list.contains(Array(words)), "\(form.written) captured \(words) from \(text)")
          }
          sampled += 1
        }
      }
    }
  }
}

/// One compiled set of made-up templates.
private struct Round {
  let forms: [Form]
  let engine: Engine
  let whole: Bool

  init(_ dice: inout Dice, whole: Bool) {
    self.whole = whole
    let made = (0..<ReferenceTests.templatesPerSet).map { _ in dice.form() }
    let engine = Engine.stocked(made.map(\.written), whole: whole)
    self.engine = engine
    forms = made.filter { engine.errors[$0.written] == nil }
  }

  /// Compares all templates on one utterance, and gives how many match.
  func compare(_ text: String) -> Int {
    let utterance = engine.read(text)
    guard utterance.tokens.count <= Reference.longest else { return 0 }
    let reference = Reference(
      words: utterance.tokens.map { token in
        token.isNumber ? utterance.typed(text: token) : engine.set.lexicon.words[token.word]
      },
      breaks: utterance.tokens.map(\.breakBefore), whole: whole)
    var found: [Int: [TemplateMatch]] = [:]
    for match in engine.matcher.matches(in: utterance) {
      found[match.template, default: []].append(match)
    }
    var matched = 0
    for (number, form) in forms.enumerated() {
      let mine = found[number] ?? []
      // No template can match at the end of the message without taking a word before it.
      let starts = utterance.tokens.indices.filter { !reference.ends(of: form, from: $0).isEmpty }
      if mine.isEmpty != starts.isEmpty {
        Issue.record("\(form.written) on \"\(text)\": engine \(mine), reference at \(starts)")
      }
      for match in mine {
        let ends = reference.ends(of: form, from: match.tokens.lowerBound)
        if !ends.contains(match.tokens.upperBound) {
          Issue.record("\(form.written) on \"\(text)\": \(match.tokens), but it ends at \(ends)")
        }
      }
      if let first = mine.map(\.tokens.lowerBound).min(), first != starts.first {
        Issue.record("\(form.written) on \"\(text)\": begins at \(first), not \(starts)")
      }
      matched += mine.isEmpty ? 0 : 1
    }
    return matched
  }
}

extension Utterance {
  fileprivate func typed(text token: Token) -> String {
    String(decoding: text[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }
}

extension Engine {
  /// Templates over the words, lists and rules of `Stock`.
  static func stocked(_ templates: [String], whole: Bool) -> Engine {
    let lists =
      Stock.lists.enumerated().map { number, phrases in
        ListDefinition("list\(number)", phrases.map { $0.joined(separator: " ") })
      } + [
        .wildcard("anything"),
        .range("count", .init(from: Stock.range.lowerBound, to: Stock.range.upperBound)),
      ]
    let rules = Stock.rules.enumerated().map { number, form in
      RuleDefinition(name: "rule\(number)", template: form.written, place: nowhere)
    }
    return Engine(templates, whole: whole, lists: lists, rules: rules)
  }
}
