// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The bytes of a folder's rules, read once: what is compiled, and what a cache is known by, is then the
/// same, whatever is edited meanwhile. The likeness model, which is large and needs no compiling, is no part.
struct FolderContent: Sendable {
  struct File: Sendable {
    /// As messages show it: from the folder's own name on.
    let name: String
    /// Nil where it cannot be read.
    let bytes: Data?

    init(_ path: String, as name: String) {
      self.name = name
      bytes = FileManager.default.contents(atPath: path)
    }
  }

  /// The words of a language, and the file that tells how it works.
  struct Language: Sendable {
    let rules: File
    let words: File

    init(of folder: String) {
      rules = File("\(folder)/language/en.yaml", as: "language/en.yaml")
      words = File("\(folder)/language/words.txt", as: "language/words.txt")
    }
  }

  /// Sorted by name.
  let files: [File]
  let words: File
  /// What stands in for a language file that the folder does not have.
  let fallback: Language?

  /// Changes with anything that stands in any file.
  var key: ContentKey {
    var key = ContentKey()
    for file in files + [words] + (fallback.map { [$0.rules, $0.words] } ?? []) {
      key.add(file.name)
      key.add(file.bytes)
    }
    return key
  }

  var size: Int { files.reduce(0) { $0 + ($1.bytes?.count ?? 0) } }
}

/// The bytes of a large file without a copy of them; nil where it cannot be read.
///
/// For files that are replaced rather than written over, and only until they are read.
func mappedFile(_ path: String) -> Data? {
  try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
}

/// Tells whether content is what it was, in 64 bits and eight bytes at a time.
///
/// Any two contents of one length that differ in one word have different keys; whatever else differs, has so
/// but for one chance in 2⁶⁴.
struct ContentKey: Equatable {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ text: String) { add(Data(text.utf8)) }

  mutating func add(_ bytes: Data?) {
    guard let bytes else { return add(UInt64.max) }
    bytes.withUnsafeBytes { add($0) }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(UInt64(bytes.count))
    let whole = bytes.count & ~31
    // Four sums that do not wait for each other.
    var (a, b, c, d) = (ContentKey(), ContentKey(), ContentKey(), ContentKey())
    for offset in stride(from: 0, to: whole, by: 32) {
      a.add(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      b.add(bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      c.add(bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
      d.add(bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
    }
    for sum in [a, b, c, d] { add(sum.value) }
    for offset in whole..<bytes.count { add(UInt64(bytes[offset])) }
  }

  @inline(__always)
  private mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0x9FB2_1C65_1E98_DF25
    value ^= value >> 32
  }
}
