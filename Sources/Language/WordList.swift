// SPDX-License-Identifier: GPL-3.0-or-later

/// Correct words of the language, so that spelling correction leaves them alone.
///
/// The text is one lower-case word a line, sorted by bytes; it is searched where it lies, so opening it
/// costs nothing however long it is.
public struct WordList: Sendable {
  private let text: [UInt8]

  /// - Parameter text: sorted lower-case words, each ended by a line feed.
  public init(sortedLines text: [UInt8] = []) {
    self.text = text
  }

  public var isEmpty: Bool { text.isEmpty }

  public func contains(_ word: some Collection<UInt8>) -> Bool {
    var low = 0
    var high = text.count
    while low < high {
      var start = (low + high) / 2
      while start > low, text[start - 1] != 10 { start -= 1 }
      var end = start
      while end < high, text[end] != 10 { end += 1 }
      let line = text[start..<end]
      if line.elementsEqual(word) { return true }
      if line.lexicographicallyPrecedes(word) { low = end + 1 } else { high = start }
    }
    return false
  }
}
