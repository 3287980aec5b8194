// SPDX-License-Identifier: GPL-3.0-or-later

import Archive

/// Numbers words: the same bytes always give the same number.
///
/// Open addressing over one array of bytes, so that a look-up allocates nothing and a table of many
/// thousand words is a handful of arrays.
public struct WordTable: Sendable {
  private var slots: [Slot]
  private var mask: Int
  private var hashes: [UInt32] = [0]
  private var offsets: [Int32] = [0, 0]
  private var bytes: [UInt8] = []

  /// Stands in for a table while that is taken out to be changed: made once, so that it costs nothing.
  static let empty = WordTable(capacity: 0)

  public init(capacity: Int = 512) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
  }

  private init(slots: [Slot], hashes: [UInt32], offsets: [Int32], bytes: [UInt8]) {
    self.slots = slots
    self.hashes = hashes
    self.offsets = offsets
    self.bytes = bytes
    mask = slots.count - 1
  }

  /// The hash stands beside the number, so that a word that is not there costs one look at memory.
  private struct Slot: PlainArchivable {
    var id: Int32 = 0
    var hash: UInt32 = 0
  }

  /// How many numbers are taken, counting 0, which is never a word.
  public var count: Int { hashes.count }

  @inline(__always)
  public func find(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> WordID {
    var slot = Int(hash) & mask
    return slots.withUnsafeBufferPointer { slots in
      while true {
        let entry = slots[slot]
        if entry.id == 0 { return 0 }
        if entry.hash == hash, equals(Int(entry.id), word) { return entry.id }
        slot = (slot + 1) & mask
      }
    }
  }

  public func find(_ word: String) -> WordID {
    var copy = word
    return copy.withUTF8 { find($0, hash: stableHash($0)) }
  }

  /// The word's number, given out now if it is new.
  public mutating func intern(_ word: String) -> WordID {
    var copy = word
    return copy.withUTF8 { intern($0, hash: stableHash($0)) }
  }

  public mutating func intern(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> WordID {
    let known = find(word, hash: hash)
    if known != 0 { return known }
    let id = Int32(hashes.count)
    hashes.append(hash)
    bytes.append(contentsOf: word)
    offsets.append(Int32(bytes.count))
    if hashes.count * 2 > slots.count { grow() } else { place(id) }
    return id
  }

  public func hash(of id: WordID) -> UInt32 { hashes[Int(id)] }

  public subscript(id: WordID) -> String {
    String(decoding: utf8(of: id), as: UTF8.self)
  }

  func utf8(of id: WordID) -> ArraySlice<UInt8> {
    bytes[Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])]
  }

  @inline(__always)
  private func equals(_ id: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(offsets[id])
    guard Int(offsets[id + 1]) - start == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for i in 0..<word.count where bytes[start + i] != word[i] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    mask = slots.count - 1
    for id in 1..<hashes.count { place(Int32(id)) }
  }

  private mutating func place(_ id: Int32) {
    var slot = Int(hashes[Int(id)]) & mask
    while slots[slot].id != 0 { slot = (slot + 1) & mask }
    slots[slot] = Slot(id: id, hash: hashes[Int(id)])
  }
}

extension WordTable: Archivable {
  public static let form = Form(
    WordTable.init(slots:hashes:offsets:bytes:), \.slots, \.hashes, \.offsets, \.bytes)
}

/// FNV-1a with a final mix: not secret, but the same in every process and on every machine, which
/// Swift's own hashing is not.
public func stableHash(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var hash = StableHash()
  for byte in bytes { hash.add(byte) }
  return hash.value
}

/// The running form of `stableHash`.
public struct StableHash {
  private var state: UInt32 = 2_166_136_261

  @inline(__always)
  public init() {}

  @inline(__always)
  public mutating func add(_ byte: UInt8) {
    state = (state ^ UInt32(byte)) &* 16_777_619
  }

  @inline(__always)
  public var value: UInt32 {
    var mixed = state
    mixed ^= mixed >> 15
    mixed = mixed &* 0x2c1b_3c6d
    mixed ^= mixed >> 13
    return mixed
  }
}
