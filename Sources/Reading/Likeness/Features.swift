// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// What the likeness stage looks at in a message: words, their stems with people reduced to their role,
/// neighbours, who does what, what is denied, and runs of letters.
///
/// Everything is a stable hash of text, so a model learnt on one machine serves on any other, and does
/// not depend on which words the templates of a rule set happen to use.
struct Features {
  /// Word classes of the language file, as hashes: `he`, `she` and `they` count as one word, and so on.
  let classes: WordClasses
  private var spelled: [UInt8] = []
  private var bounds: [Int] = []
  private var stems: [UInt32] = []

  init(classes: WordClasses) { self.classes = classes }

  private enum Kind: UInt8 {
    case word = 117
    case stem = 115
    case pair = 98
    case triple = 116
    case skip = 107
    case does = 99
    case denied = 110
    case letters = 103
    case shape = 63
  }

  /// Calls `visit` with each feature's hash, and with a description of it.
  ///
  /// - Parameter part: the words to look at, as if nothing else had been written; all of them by default.
  mutating func visit(
    _ utterance: Utterance, in lexicon: Lexicon, part: Range<Int>? = nil,
    _ visit: (UInt32, () -> String) -> Void
  ) {
    spell(utterance, lexicon)
    let tokens = utterance.tokens
    let part = part ?? 0..<tokens.count
    stems.removeAll(keepingCapacity: true)
    for index in tokens.indices { stems.append(part.contains(index) ? stemHash(index) : 0) }

    var subject: UInt32 = 0
    var subjectIndex = -1
    var deniedUntil = -1
    for index in part {
      let word = spelledHash(index)
      visit(Self.hash(.word, word), { self.text(index) })
      visit(Self.hash(.stem, stems[index]), { self.text(index) })
      for start in letterRuns(index) {
        visit(Self.hash(.letters, start), { "…\(self.text(index))…" })
      }
      let before =
        tokens[index].breakBefore == .none && index > part.lowerBound ? stems[index - 1] : 1
      visit(
        Self.hash(.pair, before, stems[index]),
        { self.text(max(part.lowerBound, index - 1)...index) })
      if index + 1 == part.upperBound || tokens[index + 1].breakBefore != .none {
        visit(Self.hash(.pair, stems[index], 2), { self.text(index) })
      }
      if index >= part.lowerBound + 2 {
        visit(
          Self.hash(.triple, stems[index - 2], stems[index - 1], stems[index]),
          { self.text((index - 2)...index) })
        visit(
          Self.hash(.skip, stems[index - 2], stems[index]),
          { "\(self.text(index - 2)) … \(self.text(index))" })
      }
      if tokens[index].breakBefore != .none { subject = 0 }
      if tokens[index].breakBefore == .hard { deniedUntil = -1 }
      if classes.subjects.contains(word) {
        subject = stems[index]
        subjectIndex = index
      } else if subject != 0 {
        let of = subjectIndex
        visit(
          Self.hash(.does, subject, stems[index]), { "\(self.text(of)) … \(self.text(index))" })
      }
      if lexicon.isNegator(tokens[index].word) {
        deniedUntil = index + 4
      } else if index <= deniedUntil {
        visit(Self.hash(.denied, stems[index]), { "not … \(self.text(index))" })
      }
    }
    if tokens[part].contains(where: \.endsQuestion) { visit(Self.hash(.shape, 1), { "?" }) }
    visit(Self.hash(.shape, UInt32(10 + min(6, part.count / 6))), { "length" })
    visit(Self.hash(.shape, 0), { "" })
  }

  // MARK: - Words

  private mutating func spell(_ utterance: Utterance, _ lexicon: Lexicon) {
    spelled.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
    bounds.append(0)
    for token in utterance.tokens {
      if token.word != Lexicon.unknown {
        spelled.append(contentsOf: lexicon.spelling(of: token.word))
      } else {
        for byte in utterance.text[Int(token.start)..<Int(token.end)] {
          let upper = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
          spelled.append(upper ? byte | 0x20 : byte)
        }
      }
      bounds.append(spelled.count)
    }
  }

  private func text(_ index: Int) -> String {
    String(decoding: spelled[bounds[index]..<bounds[index + 1]], as: UTF8.self)
  }

  private func text(_ range: ClosedRange<Int>) -> String {
    range.map { text($0) }.joined(separator: " ")
  }

  private func spelledHash(_ index: Int) -> UInt32 {
    stableHash(spelled[bounds[index]..<bounds[index + 1]])
  }

  private func stemHash(_ index: Int) -> UInt32 {
    let word = spelledHash(index)
    if let kind = classes.classes[word] { return kind }
    let bytes = spelled[bounds[index]..<bounds[index + 1]]
    guard
      let ending = classes.endings.first(where: { ending in
        bytes.count - ending.count >= classes.shortestStem
          && bytes.suffix(ending.count).elementsEqual(ending)
      })
    else { return word }
    return stableHash(bytes.dropLast(ending.count))
  }

  /// Hashes of every run of four letters, the word's ends counting as letters.
  private func letterRuns(_ index: Int) -> [UInt32] {
    let word = [95] + spelled[bounds[index]..<bounds[index + 1]] + [95]
    guard word.count > 4 else { return [] }
    return (0...(word.count - 4)).map { stableHash(word[$0..<($0 + 4)]) }
  }

  private static func hash(_ kind: Kind, _ parts: UInt32...) -> UInt32 {
    var value = UInt32(kind.rawValue) &* 0x9E37_79B1
    for part in parts {
      value = (value ^ part) &* 0x85EB_CA6B
      value ^= value >> 15
    }
    return value == 0 ? 1 : value
  }
}

/// Words that count as one in the likeness stage, and endings that do not count.
public struct WordClasses: Sendable {
  let classes: [UInt32: UInt32]
  let subjects: Set<UInt32>
  let endings: [[UInt8]]
  let shortestStem: Int

  /// - Parameters:
  ///   - classes: name of a class to its words.
  ///   - subjects: words that can be who does something.
  ///   - endings: endings that are cut off, tried in this order.
  public init(
    classes: [String: [String]] = [:], subjects: [String] = [], endings: [String] = [],
    shortestStem: Int = 3
  ) {
    var numbers: [UInt32: UInt32] = [:]
    for (name, words) in classes.sorted(by: { $0.key < $1.key }) {
      for word in words { numbers[stableHash(word.utf8)] = stableHash("<\(name)>".utf8) }
    }
    self.classes = numbers
    self.subjects = Set(subjects.map { stableHash($0.utf8) })
    self.endings = endings.map { Array($0.utf8) }
    self.shortestStem = shortestStem
  }
}
