// SPDX-License-Identifier: GPL-3.0-or-later

extension StringProtocol {
  /// Its sentences, each with the mark that ends it.
  var sentences: [String] {
    var found: [String] = []
    var current = ""
    for character in self {
      current.append(character)
      if ".!?".contains(character) {
        found.append(current)
        current = ""
      }
    }
    found.append(current)
    return found.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// Its words in lower case, without marks; an apostrophe inside a word stays, straight.
  var plainWords: [String] {
    lowercased().replacing("’", with: "'").split { !($0.isLetter || $0.isNumber || $0 == "'") }
      .map { word in String(word.drop { $0 == "'" }) }.filter { !$0.isEmpty }
  }

  /// Its words between single blanks, with one at either end: where a phrase is looked for.
  var padded: String { " " + plainWords.joined(separator: " ") + " " }

  /// How many words it has for a reader.
  var wordCount: Int { split(whereSeparator: \.isWhitespace).count }
}
