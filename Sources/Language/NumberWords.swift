// SPDX-License-Identifier: GPL-3.0-or-later

import Archive

/// Numbers as they are spoken: `twenty one`, `two hundred and five`, `two and a half`, `3.5`, `1,000`.
struct NumberWords: Sendable {
  private var values: [WordID: Int] = [:]
  private var and: WordID = 0
  private var a: WordID = 0
  private var half: WordID = 0
  private var minus: WordID = 0

  init(_ words: [String: Int], interning table: inout WordTable) {
    guard !words.isEmpty else { return }
    for (word, value) in words.sorted(by: { $0.key < $1.key }) {
      values[table.intern(word)] = value
    }
    and = table.intern("and")
    a = table.intern("a")
    half = table.intern("half")
    minus = table.intern("minus")
  }

  private init(values: [WordID: Int], and: WordID, a: WordID, half: WordID, minus: WordID) {
    self.values = values
    self.and = and
    self.a = a
    self.half = half
    self.minus = minus
  }

  /// Words that a number can begin with.
  var starters: [WordID] { values.isEmpty ? [] : values.keys + [half, minus] }

  /// The numbers that begin at `start`, each with the token after it; longest first.
  func numbers(in tokens: ArraySlice<Token>, text: some RandomAccessCollection<UInt8>)
    -> [(value: Double, end: Int)]
  {
    guard let first = tokens.first else { return [] }
    if first.word == minus, minus != 0 {
      let rest = tokens.dropFirst()
      guard let next = rest.first, next.word != minus, next.breakBefore == .none else { return [] }
      return numbers(in: rest, text: text).map { (-$0.value, $0.end) }
    }
    if first.isNumber {
      guard let value = decimal(first, text) else { return [] }
      return withHalf(value, tokens.startIndex + 1, tokens)
    }
    if first.word == half, half != 0 { return [(0.5, tokens.startIndex + 1)] }
    var total = 0
    var current = 0
    var last = Int.max
    var scale = Int.max
    var found: [(value: Double, end: Int)] = []
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let token = tokens[index]
      if index > tokens.startIndex, token.breakBefore == .hard { break }
      if token.word == and, !found.isEmpty, index + 1 < tokens.endIndex,
        let next = values[tokens[index + 1].word], next < 100, current >= 100 || total > 0
      {
        index += 1
        continue
      }
      guard let value = values[token.word] else { break }
      if value >= 1000 {
        // Scales only fall ("two million three thousand"), so a number has a handful of words.
        guard value < scale else { break }
        scale = value
        total += max(current, 1) * value
        current = 0
        last = Int.max
      } else if value == 100 {
        guard current < 10, last != 100 else { break }
        current = max(current, 1) * 100
        last = 100
      } else {
        guard value < last, last == Int.max || last >= 20 || last == 100 else { break }
        guard last == Int.max || last == 100 || value < 10 else { break }
        current += value
        last = value
      }
      index += 1
      found += withHalf(Double(total + current), index, tokens)
    }
    return found.sorted { $0.end > $1.end }
  }

  private func withHalf(_ value: Double, _ end: Int, _ tokens: ArraySlice<Token>)
    -> [(value: Double, end: Int)]
  {
    if half != 0, end + 2 < tokens.endIndex, tokens[end].word == and, tokens[end + 1].word == a,
      tokens[end + 2].word == half
    {
      return [(value + 0.5, end + 3), (value, end)]
    }
    return [(value, end)]
  }

  private func decimal(_ token: Token, _ text: some RandomAccessCollection<UInt8>) -> Double? {
    let start = text.index(text.startIndex, offsetBy: Int(token.start))
    let end = text.index(text.startIndex, offsetBy: Int(token.end))
    let digits = text[start..<end].filter { $0 != UInt8(ascii: ",") }
    guard digits.count <= 18 else { return nil }
    return Double(String(decoding: digits, as: UTF8.self))
  }
}

extension NumberWords: Archivable {
  static let form = Form(
    NumberWords.init(values:and:a:half:minus:), \.values, \.and, \.a, \.half, \.minus)
}
