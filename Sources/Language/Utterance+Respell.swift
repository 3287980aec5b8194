// SPDX-License-Identifier: GPL-3.0-or-later

extension Utterance {
  /// Turns words as typed into words as rules see them, and keeps what was changed.
  mutating func respell(with lexicon: Lexicon) {
    tokens.removeAll(keepingCapacity: true)
    ledger.removeAll(keepingCapacity: true)
    var index = 0
    while index < typed.count {
      let token = typed[index]
      if token.word == Lexicon.unknown {
        repair(at: index, lexicon)
        index += 1
      } else if lexicon.has(token.word, .opensSpelling),
        let spelling = lexicon.spellings(from: token.word).first(where: { applies($0, at: index) })
      {
        apply(spelling, at: index, lexicon)
        index += spelling.from.count
      } else {
        if endsInS(token) { splitPossessive(token, lexicon) } else { tokens.append(token) }
        index += 1
      }
    }
    breakAtConjunctions(lexicon)
  }

  private func applies(_ spelling: Lexicon.Spelling, at index: Int) -> Bool {
    let end = index + spelling.from.count
    guard end <= typed.count else { return false }
    for offset in 1..<max(1, spelling.from.count) {
      guard typed[index + offset].word == spelling.from[offset],
        typed[index + offset].breakBefore == .none
      else { return false }
    }
    guard spelling.isConditional else { return true }
    let before = index > 0 && typed[index].breakBefore == .none ? typed[index - 1].word : nil
    let next = end < typed.count && typed[end].breakBefore == .none ? typed[end].word : nil
    if spelling.atStart, before != nil { return false }
    if !spelling.after.isEmpty, !(before.map(spelling.after.contains) ?? false) { return false }
    if !spelling.before.isEmpty, !(next.map(spelling.before.contains) ?? false) { return false }
    if let next, spelling.notBefore.contains(next) { return false }
    return true
  }

  private mutating func apply(_ spelling: Lexicon.Spelling, at index: Int, _ lexicon: Lexicon) {
    let first = typed[index]
    let last = typed[index + spelling.from.count - 1]
    append(spelling.to, like: first, end: last.end, endsQuestion: last.endsQuestion, lexicon)
    record(spelling.kind, first.start, last.end, spelling.to, lexicon)
  }

  /// The spelling that `word` alone stands for, where one applies without conditions.
  private mutating func append(known word: WordID, like token: Token, _ lexicon: Lexicon)
    -> [WordID]
  {
    let plain = lexicon.spellings(from: word).first { $0.from.count == 1 && !$0.isConditional }
    let words = plain?.to ?? [word]
    append(words, like: token, end: token.end, endsQuestion: token.endsQuestion, lexicon)
    return words
  }

  private mutating func append(
    _ words: [WordID], like token: Token, end: Int32, endsQuestion: Bool, _ lexicon: Lexicon
  ) {
    for (offset, word) in words.enumerated() {
      var copy = token
      copy.word = word
      copy.end = end
      copy.hash = lexicon.words.hash(of: word)
      copy.breakBefore = offset == 0 ? token.breakBefore : .none
      copy.endsQuestion = endsQuestion && offset == words.count - 1
      copy.isNumber = false
      tokens.append(copy)
    }
  }

  private mutating func record(
    _ kind: Rewriting.Kind, _ start: Int32, _ end: Int32, _ words: [WordID], _ lexicon: Lexicon
  ) {
    ledger.append(
      Rewriting(
        kind: kind, start: Int(start), end: Int(end),
        to: words.map { lexicon.words[$0] }.joined(separator: " ")))
  }

  /// `wife's` is `wife` and `'s`: whether that means "is" or "of" is for templates to say.
  private mutating func splitPossessive(_ token: Token, _ lexicon: Lexicon) {
    let bytes = text[Int(token.start)..<Int(token.end)]
    guard bytes.count > 2, let quote = apostropheLength(beforeLastOf: bytes) else {
      tokens.append(token)
      return
    }
    let stem = normalised(bytes.dropLast(1 + quote), lexicon)
    appendStem(stem, token, end: token.end - Int32(1 + quote), lexicon)
    appendPossessive(token, quote, lexicon)
  }

  @inline(__always)
  private func endsInS(_ token: Token) -> Bool {
    text[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s")
  }

  private mutating func appendPossessive(_ token: Token, _ quote: Int, _ lexicon: Lexicon) {
    var suffix = token
    suffix.word = lexicon.possessive
    suffix.hash = lexicon.words.hash(of: lexicon.possessive)
    suffix.start = token.end - Int32(1 + quote)
    suffix.breakBefore = .none
    tokens.append(suffix)
  }

  private mutating func appendStem(
    _ stem: [UInt8], _ token: Token, end: Int32, _ lexicon: Lexicon
  ) {
    var first = token
    first.hash = stableHash(stem)
    first.word = stem.withUnsafeBufferPointer { lexicon.words.find($0, hash: first.hash) }
    first.end = end
    first.endsQuestion = false
    tokens.append(first)
  }

  /// The byte length of the apostrophe before the last letter, if there is one.
  private func apostropheLength(beforeLastOf bytes: ArraySlice<UInt8>) -> Int? {
    let before = bytes.dropLast()
    if before.last == UInt8(ascii: "'") || before.last == UInt8(ascii: "`") { return 1 }
    return before.suffix(3).elementsEqual([0xE2, 0x80, 0x99]) ? 3 : nil
  }

  /// The letters as the scanner read them.
  private func normalised(_ bytes: ArraySlice<UInt8>, _ lexicon: Lexicon) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 128 }) { return bytes.map { isUpper($0) ? $0 | 0x20 : $0 } }
    var letters: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        letters.append(isUpper(byte) ? byte | 0x20 : byte)
      } else if lexicon.characters.classify(scalar) == .apostrophe {
        letters.append(UInt8(ascii: "'"))
      } else {
        letters += lexicon.characters.folded(scalar).utf8
      }
    }
    return letters
  }

  private func isUpper(_ byte: UInt8) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte }

  /// A word that no rule knows: a possessive, a word with stretched letters, a slip of the keyboard, or
  /// simply another word.
  private mutating func repair(at index: Int, _ lexicon: Lexicon) {
    let token = typed[index]
    let bytes = text[Int(token.start)..<Int(token.end)]
    if token.isNumber || bytes.count < 3 || isOnlyCorrect[index] {
      tokens.append(token)
      return
    }
    if endsInS(token), apostropheLength(beforeLastOf: bytes) != nil {
      splitPossessive(token, lexicon)
      return
    }
    let letters = normalised(bytes, lexicon).filter { $0 != UInt8(ascii: "'") }
    if let found = unstretched(letters, lexicon) {
      let words = append(known: found, like: token, lexicon)
      record(.stretched, token.start, token.end, words, lexicon)
    } else if let found = correction(of: letters, at: index, lexicon) {
      let words = append(known: found, like: token, lexicon)
      record(.typo, token.start, token.end, words, lexicon)
    } else {
      tokens.append(token)
    }
  }

  private func find(_ letters: [UInt8], _ lexicon: Lexicon) -> WordID {
    letters.withUnsafeBufferPointer { lexicon.words.find($0, hash: stableHash($0)) }
  }

  /// `soooo` as `so`: a run of three or more letters stands for two of them or for one.
  private func unstretched(_ letters: [UInt8], _ lexicon: Lexicon) -> WordID? {
    let runs = longRuns(letters)
    guard !runs.isEmpty, runs.count <= Self.mostStretched else { return nil }
    // Counting down from all ones, two letters are tried before one, the last run first to lose one.
    for doubled in (0..<(1 << runs.count)).reversed() {
      var short: [UInt8] = []
      var position = 0
      for (number, run) in runs.enumerated() {
        let kept = doubled & (1 << (runs.count - 1 - number)) != 0 ? 2 : 1
        short += letters[position..<(run.lowerBound + kept)]
        position = run.upperBound
      }
      short += letters[position...]
      let found = find(short, lexicon)
      if found != Lexicon.unknown { return found }
    }
    return nil
  }

  /// A word with more stretched places than this is left as it is.
  private static let mostStretched = 4

  /// Where three or more of the same letter stand together: the two `l` of `hellooo` are left alone.
  private func longRuns(_ letters: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < letters.count {
      var end = start + 1
      while end < letters.count, letters[end] == letters[start] { end += 1 }
      if end - start > 2 { runs.append(start..<end) }
      start = end
    }
    return runs
  }

  /// The one rule word that this is a slip of. Correct words, names, ties and pairs of opposite meaning
  /// are left alone: a wrong guess is worse than none.
  private func correction(of letters: [UInt8], at index: Int, _ lexicon: Lexicon) -> WordID? {
    guard letters.count >= SpellingIndex.shortestWord,
      letters.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }), !isName(at: index),
      !lexicon.isInflected(letters)
    else { return nil }
    let found = lexicon.corrections.nearest(to: letters, in: lexicon.words)
    guard found.count == 1, !lexicon.isNearOpposite(of: found[0], letters),
      !lexicon.differsByPrefix(letters, from: found[0])
    else { return nil }
    return found[0]
  }

  /// A capital inside a sentence marks a name.
  private func isName(at index: Int) -> Bool {
    if index == 0 || typed[index].breakBefore == .hard { return false }
    let start = Int(typed[index].start)
    let isShouted = start + 1 < text.count && isUpper(text[start + 1])
    return isUpper(text[start]) && !isShouted
  }

  private mutating func breakAtConjunctions(_ lexicon: Lexicon) {
    for index in tokens.indices where tokens[index].breakBefore == .none && index > 0 {
      guard lexicon.has(tokens[index].word, .opensClause) else { continue }
      let next = index + 1 < tokens.count ? tokens[index + 1].word : nil
      if lexicon.opensClause(tokens[index].word, before: next) { tokens[index].breakBefore = .soft }
    }
  }
}

extension Lexicon {
  /// Reads a message into `utterance`, whose memory is used again.
  public func read(_ text: String, into utterance: inout Utterance) {
    utterance.scan(text, with: self)
    utterance.respell(with: self)
  }

  public func read(_ text: String) -> Utterance {
    var utterance = Utterance()
    read(text, into: &utterance)
    return utterance
  }
}
