// SPDX-License-Identifier: GPL-3.0-or-later

extension StringProtocol {
  /// Its sentences, each with the mark that ends it.
  var sentences: [String] {
    var found: [String] = []
    var current = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      current.append(scalar)
      if scalar == "." || scalar == "!" || scalar == "?" {
        found.append(String(current))
        current = String.UnicodeScalarView()
      }
    }
    found.append(String(current))
    return found.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// Its words in lower case, without marks; an apostrophe inside a word stays, straight.
  var plainWords: [String] {
    var words: [String] = []
    var current = String.UnicodeScalarView()
    func end() {
      if !current.isEmpty { words.append(String(current)) }
      current = String.UnicodeScalarView()
    }
    for scalar in lowercased().unicodeScalars {
      if scalar == "'" || scalar == "’" {
        if !current.isEmpty { current.append("'") }
      } else if scalar.isWordPart {
        current.append(scalar)
      } else {
        end()
      }
    }
    end()
    return words
  }

  /// Its words between single blanks, with one at either end: where a phrase is looked for.
  var padded: String { " " + plainWords.joined(separator: " ") + " " }

  /// How many words it has for a reader.
  var wordCount: Int { split(whereSeparator: \.isWhitespace).count }
}

extension Unicode.Scalar {
  /// Whether it is a letter or a digit; the properties are asked only beyond ASCII, where they are slow.
  fileprivate var isWordPart: Bool {
    switch value {
    case 0x30...0x39, 0x61...0x7A: true
    case 0..<0x80: false
    default: properties.isAlphabetic || properties.numericType != nil
    }
  }
}
