// SPDX-License-Identifier: GPL-3.0-or-later

/// Where words get their numbers from: learnt while rules are compiled, only looked up afterwards.
private protocol WordSource {
  mutating func number(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> WordID
}

private struct Known: WordSource {
  let words: WordTable

  @inline(__always)
  func number(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> WordID {
    words.find(word, hash: hash)
  }
}

private struct Learning: WordSource {
  var words: WordTable

  mutating func number(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> WordID {
    words.intern(word, hash: hash)
  }
}

extension Utterance {
  /// Parts text into words as typed, giving numbers to words not met before.
  mutating func scan(
    _ text: String, learningInto words: inout WordTable, characters: CharacterClasses,
    possessive: WordID
  ) {
    var source = Learning(words: words)
    words = WordTable.empty
    scan(text, characters, possessive, &source)
    words = source.words
  }

  /// Parts text into words as typed; words that no rule uses get the number 0.
  mutating func scan(_ text: String, with lexicon: Lexicon) {
    var source = Known(words: lexicon.words)
    scan(text, lexicon.characters, lexicon.possessive, &source)
    findCorrect(lexicon.correct)
  }

  /// A word list is large, and each look-up waits for memory: one right after the other, they wait together.
  private mutating func findCorrect(_ list: WordList) {
    text.withUnsafeBufferPointer { text in
      for token in typed {
        let word = text[Int(token.start)..<Int(token.end)]
        isOnlyCorrect.append(
          token.word == Lexicon.unknown
            && list.contains(UnsafeBufferPointer(rebasing: word), hash: token.hash))
      }
    }
  }

  private mutating func scan<Source: WordSource>(
    _ text: String, _ characters: CharacterClasses, _ possessive: WordID, _ source: inout Source
  ) {
    self.text.removeAll(keepingCapacity: true)
    self.text.append(contentsOf: text.utf8)
    typed.removeAll(keepingCapacity: true)
    isOnlyCorrect.removeAll(keepingCapacity: true)
    word.removeAll(keepingCapacity: true)
    var scanner = Scanner(characters: characters, possessive: possessive)
    self.text.withUnsafeBufferPointer { bytes in
      characters.ascii.withUnsafeBufferPointer { classes in
        scanner.run(bytes, classes, &typed, &word, &source)
      }
    }
  }
}

/// One pass over the bytes of a message.
private struct Scanner {
  let characters: CharacterClasses
  let possessive: WordID
  var pending = Break.none
  var start = 0
  var hash = StableHash()
  var digits = 0
  var position = 0
  /// Number of the first word after a quotation mark that nothing has closed yet.
  var quotationStart: Int?
  var quotation: UInt8 = 0

  mutating func run<Source: WordSource>(
    _ text: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<CharacterClasses.Class>,
    _ typed: inout [Token], _ word: inout [UInt8], _ source: inout Source
  ) {
    while position < text.count {
      let byte = text[position]
      switch classes[Int(byte)] {
      case .letter:
        if digits > 0, digits == word.count { finish(&typed, &word, &source) }
        add(byte | 0x20, &word)
        position += 1
      case .digit:
        add(byte, &word)
        digits += 1
        position += 1
      case .apostrophe:
        apostrophe(length: 1, text, classes, &typed, &word, &source)
      case .hyphen:
        finish(&typed, &word, &source)
        let spaced = position > 0 && isSpace(text[position - 1])
        let doubled = position + 1 < text.count && text[position + 1] == byte
        if spaced && position + 1 < text.count && isSpace(text[position + 1]) || doubled {
          pending = max(pending, .soft)
        }
        position += 1
      case .point:
        point(text, classes, &typed, &word, &source)
      case .hard:
        finish(&typed, &word, &source)
        if byte == characters.question, !typed.isEmpty {
          typed[typed.count - 1].endsQuestion = true
        }
        pending = .hard
        position += 1
      case .soft:
        if byte == UInt8(ascii: ","), isDigitGroup(text, classes, word.count) {
          position += 1
          continue
        }
        finish(&typed, &word, &source)
        pending = max(pending, .soft)
        position += 1
      case .symbol:
        finish(&typed, &word, &source)
        start = position
        word.append(byte)
        hash.add(byte)
        position += 1
        finish(&typed, &word, &source)
      case .quote:
        finish(&typed, &word, &source)
        quote(Unicode.Scalar(byte), &typed)
        position += 1
      case .foreign:
        foreign(text, classes, &typed, &word, &source)
      case .nothing:
        finish(&typed, &word, &source)
        position += 1
      }
    }
    finish(&typed, &word, &source)
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8, _ word: inout [UInt8]) {
    if word.isEmpty { start = position }
    word.append(byte)
    hash.add(byte)
  }

  private mutating func finish<Source: WordSource>(
    _ typed: inout [Token], _ word: inout [UInt8], _ source: inout Source
  ) {
    guard !word.isEmpty else { return }
    let value = hash.value
    let number = word.withUnsafeBufferPointer { source.number($0, hash: value) }
    typed.append(
      Token(
        word: number, start: Int32(start), end: Int32(position), hash: value,
        breakBefore: typed.isEmpty ? .none : pending, isNumber: digits > 0 && digits == word.count))
    pending = .none
    word.removeAll(keepingCapacity: true)
    hash = StableHash()
    digits = 0
  }

  /// An apostrophe belongs to a word between letters; `'s` after a word that is no contraction is a
  /// word of its own.
  private mutating func apostrophe<Source: WordSource>(
    length: Int, _ text: UnsafeBufferPointer<UInt8>,
    _ classes: UnsafeBufferPointer<CharacterClasses.Class>, _ typed: inout [Token],
    _ word: inout [UInt8], _ source: inout Source
  ) {
    let next = position + length
    let isSuffix =
      word.isEmpty && next < text.count && text[next] | 0x20 == UInt8(ascii: "s")
      && (next + 1 == text.count || classes[Int(text[next + 1])] == .nothing)
    if isSuffix { start = position }
    guard isSuffix || !word.isEmpty, next < text.count, classes[Int(text[next])] == .letter else {
      finish(&typed, &word, &source)
      position += length
      return
    }
    word.append(UInt8(ascii: "'"))
    hash.add(UInt8(ascii: "'"))
    position = next
  }

  private mutating func point<Source: WordSource>(
    _ text: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<CharacterClasses.Class>,
    _ typed: inout [Token], _ word: inout [UInt8], _ source: inout Source
  ) {
    let next = position + 1 < text.count ? classes[Int(text[position + 1])] : .nothing
    if digits > 0, digits == word.count, next == .digit {
      word.append(text[position])
      hash.add(text[position])
      digits += 1
      position += 1
      return
    }
    let abbreviation = word.count == 1 && next == .letter
    finish(&typed, &word, &source)
    if next == .point {
      while position < text.count, classes[Int(text[position])] == .point { position += 1 }
      pending = max(pending, .soft)
    } else {
      if !abbreviation { pending = .hard }
      position += 1
    }
  }

  /// Words are marked when the quotation is closed, so that a lone mark (inches, a slip) marks nothing.
  private mutating func quote(_ mark: Unicode.Scalar, _ typed: inout [Token]) {
    guard let opened = quotationStart, characters.closesQuotation(mark) else {
      if characters.opensQuotation(mark) { quotationStart = typed.count }
      return
    }
    quotation = quotation == .max ? 1 : quotation + 1
    for index in opened..<typed.count { typed[index].quotation = quotation }
    quotationStart = nil
  }

  private func isDigitGroup(
    _ text: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<CharacterClasses.Class>,
    _ length: Int
  ) -> Bool {
    guard digits > 0, digits == length, position + 3 < text.count else { return false }
    return (1...3).allSatisfy { classes[Int(text[position + $0])] == .digit }
  }

  private mutating func foreign<Source: WordSource>(
    _ text: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<CharacterClasses.Class>,
    _ typed: inout [Token], _ word: inout [UInt8], _ source: inout Source
  ) {
    let (scalar, length) = decode(text)
    switch characters.classify(scalar) {
    case .letter, .digit:
      if word.isEmpty { start = position }
      for byte in characters.folded(scalar).utf8 {
        word.append(byte)
        hash.add(byte)
      }
      position += length
    case .apostrophe:
      apostrophe(length: length, text, classes, &typed, &word, &source)
    case .hard:
      finish(&typed, &word, &source)
      pending = .hard
      position += length
    case .soft:
      finish(&typed, &word, &source)
      pending = max(pending, .soft)
      position += length
    case .symbol:
      finish(&typed, &word, &source)
      start = position
      for offset in 0..<length {
        word.append(text[position + offset])
        hash.add(text[position + offset])
      }
      position += length
      finish(&typed, &word, &source)
    case .quote:
      finish(&typed, &word, &source)
      quote(scalar, &typed)
      position += length
    case .nothing, .hyphen, .point, .foreign:
      finish(&typed, &word, &source)
      position += length
    }
  }

  /// The text of a `String` is always well-formed, so lengths can be read off the first byte.
  private func decode(_ text: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int) {
    let first = UInt32(text[position])
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard position + length <= text.count else { return ("\u{FFFD}", text.count - position) }
    var value = first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { value = value << 6 | UInt32(text[position + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
}
