// SPDX-License-Identifier: GPL-3.0-or-later

/// A set of places of one template.
///
/// Two kinds, because nearly all templates have few places, and their sets should be plain numbers.
protocol PlaceSet {
  init()
  init(_ place: Int)
  var isEmpty: Bool { get }
  mutating func formUnion(_ other: Self)
  func intersection(_ other: Self) -> Self
  /// Calls `body` with each place, in order.
  func visit(_ body: (Int) -> Void)
  /// Adds the bits to `bits`, in `words` machine words.
  func append(to bits: inout [UInt64], words: Int)
}

/// Places of a template that has at most 64.
struct SmallPlaceSet: PlaceSet {
  static let most = UInt64.bitWidth

  private var bits: UInt64 = 0

  init() {}

  init(_ place: Int) { bits = 1 << UInt64(place) }

  var isEmpty: Bool { bits == 0 }

  mutating func formUnion(_ other: SmallPlaceSet) { bits |= other.bits }

  func intersection(_ other: SmallPlaceSet) -> SmallPlaceSet {
    var both = SmallPlaceSet()
    both.bits = bits & other.bits
    return both
  }

  func visit(_ body: (Int) -> Void) {
    var rest = bits
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  func append(to bits: inout [UInt64], words: Int) { bits.append(self.bits) }
}

/// Places of any template.
struct LargePlaceSet: PlaceSet {
  private var words: [UInt64] = []

  init() {}

  init(_ place: Int) {
    words = [UInt64](repeating: 0, count: place / 64 + 1)
    words[place / 64] = 1 << UInt64(place % 64)
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  mutating func formUnion(_ other: LargePlaceSet) {
    // Most sets are filled once, and then many share the same words.
    if words.isEmpty {
      words = other.words
      return
    }
    for word in other.words.indices {
      if word == words.count { words.append(0) }
      words[word] |= other.words[word]
    }
  }

  func intersection(_ other: LargePlaceSet) -> LargePlaceSet {
    var both = LargePlaceSet()
    if !words.isEmpty, !other.words.isEmpty { both.words = zip(words, other.words).map { $0 & $1 } }
    return both
  }

  func visit(_ body: (Int) -> Void) {
    for word in words.indices {
      var rest = words[word]
      while rest != 0 {
        body(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  func append(to bits: inout [UInt64], words count: Int) {
    for word in 0..<count { bits.append(word < words.count ? words[word] : 0) }
  }
}
