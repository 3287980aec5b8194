// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Language

/// A template as a set of places, one for each thing that it can consume, and which may follow which
/// (Glushkov's construction): as long as the template, however many sentences it stands for.
///
/// A gap keeps what stands on either side of it in one clause, also where it takes no word. So each way
/// from place to place either may cross the border of a clause or must not; anchors ask for borders
/// themselves and leave both sides free.
struct Automaton {
  enum Kind: UInt8 {
    case word, list, wildcard, range, gap, clauseStart, clauseEnd
  }

  struct Spot: PlainArchivable {
    /// Word, list or range number.
    var argument: Int32
    /// Index into `slots`, or -1.
    var slot: Int16
    var kind: Kind
  }

  /// Larger templates are refused.
  static let mostSpots = 4_096

  let spots: [Spot]
  let slots: [Slot]
  /// Machine words for a set of places.
  let setWords: Int
  /// The places that a match can begin with, those that it can end with, and then for each place what
  /// may follow it.
  let sets: [UInt64]
  /// For each place what may follow where a new clause begins between the two; empty where that is the
  /// same.
  let across: [UInt64]

  /// - Parameter size: of the element; see `Element.size`.
  init(_ element: Element, size: Int) {
    self =
      size <= SmallPlaceSet.most
      ? AutomatonBuilder<SmallPlaceSet>.automaton(element)
      : AutomatonBuilder<LargePlaceSet>.automaton(element)
  }

  init(spots: [Spot], slots: [Slot], setWords: Int, sets: [UInt64], across: [UInt64]) {
    self.spots = spots
    self.slots = slots
    self.setWords = setWords
    self.sets = sets
    self.across = across
  }
}
