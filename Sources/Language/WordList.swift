// SPDX-License-Identifier: GPL-3.0-or-later

import Archive

/// Correct words of the language, so that spelling correction leaves them alone.
///
/// The text is one lower-case word a line. It is searched where it lies, by way of a table of where each
/// word begins: most words that a message has and no rule uses are looked up here.
public struct WordList: Sendable {
  private let text: [UInt8]
  /// Where the word in each slot begins, plus one; 0 for an empty slot.
  private let slots: [UInt32]

  /// - Parameter text: lower-case words, each ended by a line feed.
  public init(lines text: [UInt8] = []) {
    self.text = text
    let words = text.reduce(0) { $1 == 10 ? $0 + 1 : $0 }
    var size = 16
    while size * 3 < words * 4 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: words == 0 ? 0 : size)
    text.withUnsafeBufferPointer { text in
      var start = 0
      var hash = StableHash()
      for index in text.indices where words > 0 {
        if text[index] != 10 {
          hash.add(text[index])
          continue
        }
        var slot = Int(hash.value) & (size - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = UInt32(start + 1)
        start = index + 1
        hash = StableHash()
      }
    }
    self.slots = slots
  }

  private init(text: [UInt8], slots: [UInt32]) {
    self.text = text
    self.slots = slots
  }

  public var isEmpty: Bool { text.isEmpty }

  public func contains(_ word: some Collection<UInt8>) -> Bool {
    Array(word).withUnsafeBufferPointer { contains($0, hash: stableHash($0)) }
  }

  /// - Parameters:
  ///   - word: letters, small or capital.
  ///   - hash: of the same word in small letters.
  func contains(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Bool {
    if slots.isEmpty { return false }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    return text.withUnsafeBufferPointer { text in
      slots.withUnsafeBufferPointer { slots in
        while slots[slot] != 0 {
          if Self.stands(word, at: Int(slots[slot]) - 1, in: text) { return true }
          slot = (slot + 1) & mask
        }
        return false
      }
    }
  }

  private static func stands(
    _ word: UnsafeBufferPointer<UInt8>, at start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard start + word.count < text.count, text[start + word.count] == 10 else { return false }
    for index in word.indices {
      let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= word[index]
      if text[start + index] != (isCapital ? word[index] | 0x20 : word[index]) { return false }
    }
    return true
  }
}

extension WordList: Archivable {
  public static let form = Form(WordList.init(text:slots:), \.text, \.slots)
}
