// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading

/// The likeness model as a file: made by `mend learn`, read at every start.
///
/// Flat little-endian arrays in the order in which they are used, so reading is copying.
public enum LikenessFile {
  private static let magic: [UInt8] = Array("mendlik1".utf8)

  public static func data(of model: LikenessModel) -> Data {
    var data = Data(magic)
    append(text: model.digest, to: &data)
    append(text: model.labels.joined(separator: "\n"), to: &data)
    append(UInt32(model.parts.keys.count), to: &data)
    append(UInt32(model.parts.weights.count), to: &data)
    for value in model.parts.keys { append(value, to: &data) }
    for value in model.parts.starts { append(value, to: &data) }
    data.append(contentsOf: model.parts.importance)
    data.append(contentsOf: model.parts.columns)
    data.append(contentsOf: model.parts.weights.map { UInt8(bitPattern: $0) })
    return data
  }

  /// The model, or nil where the bytes are not one.
  public static func model(from data: Data, classes: WordClasses) -> LikenessModel? {
    var source = Source(bytes: [UInt8](data))
    guard source.take(magic.count).map(Array.init) == magic, let digest = source.text(),
      let labels = source.text(), let slots = source.number(), let entries = source.number(),
      slots.nonzeroBitCount == 1, let keys = source.numbers(Int(slots)),
      let starts = source.numbers(Int(slots) + 1), let importance = source.take(Int(slots)),
      let columns = source.take(Int(entries)), let weights = source.take(Int(entries)),
      starts.last == entries, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    let names = labels.split(separator: "\n").map(String.init)
    guard columns.allSatisfy({ Int($0) < names.count }), keys.contains(0) else { return nil }
    return LikenessModel(
      labels: names, digest: digest, keys: keys, importance: Array(importance), starts: starts,
      columns: Array(columns), weights: weights.map { Int8(bitPattern: $0) }, classes: classes)
  }

  private static func append(_ value: UInt32, to data: inout Data) {
    withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
  }

  private static func append(text: String, to data: inout Data) {
    append(UInt32(text.utf8.count), to: &data)
    data.append(contentsOf: text.utf8)
  }

  private struct Source {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
      guard count >= 0, position + count <= bytes.count else { return nil }
      defer { position += count }
      return bytes[position..<(position + count)]
    }

    mutating func number() -> UInt32? {
      take(4).map { $0.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }
    }

    mutating func numbers(_ count: Int) -> [UInt32]? {
      guard let part = take(count * 4) else { return nil }
      return part.withUnsafeBytes { raw in
        (0..<count).map {
          UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
        }
      }
    }

    mutating func text() -> String? {
      guard let count = number(), let part = take(Int(count)) else { return nil }
      return String(validatingUTF8OrNil: part)
    }
  }
}
