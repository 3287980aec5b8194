// SPDX-License-Identifier: GPL-3.0-or-later

/// How many times a text uses a name that it declares itself (`&a` and then `*a`): at least as many as it
/// has YAML aliases.
struct AliasUses {
  /// More than these, nested, could stand for more than any memory holds.
  static let most = 24

  let count: Int

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let declared = Set(Self.names(after: UInt8(ascii: "&"), in: bytes))
    count =
      declared.isEmpty
      ? 0 : Self.names(after: UInt8(ascii: "*"), in: bytes).count(where: declared.contains)
  }

  private static func names(after mark: UInt8, in text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.indices.compactMap { index in
      guard text[index] == mark else { return nil }
      let name = text[(index + 1)...].prefix { !" ,:[]{}\t\r\n".utf8.contains($0) }
      return name.isEmpty ? nil : name
    }
  }
}
