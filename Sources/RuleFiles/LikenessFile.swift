// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Foundation
import Reading

/// The likeness model of a folder, and what is wrong with it.
struct LearntModel: Sendable {
  /// Without the word classes, which the language file gives.
  private let model: LikenessModel?
  let findings: [Finding]

  /// No model, and nothing wrong, where there is no such file.
  init(at path: String) {
    let data = mappedFile(path)
    model = data.flatMap { LikenessFile.model(from: $0, classes: WordClasses()) }
    findings =
      data == nil || model != nil
      ? []
      : [
        .error(
          "broken-model", "the likeness model cannot be read", at: Place(file: "likeness.model"),
          help: "make it anew with mend learn")
      ]
  }

  func model(with classes: WordClasses) -> LikenessModel? {
    var model = model
    model?.features = classes
    return model
  }
}

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
    data.withUnsafeBytes { model(from: Source(bytes: $0), classes: classes) }
  }

  private static func model(from source: Source, classes: WordClasses) -> LikenessModel? {
    var source = source
    guard source.take(magic.count)?.elementsEqual(magic) == true, let digest = source.text(),
      let labels = source.text(), let slots = source.number(), let entries = source.number(),
      slots.nonzeroBitCount == 1, let keys = source.numbers(Int(slots)),
      let starts = source.numbers(Int(slots) + 1), let importance = source.take(Int(slots)),
      let columns = source.take(Int(entries)), let weights = source.take(Int(entries)),
      starts.last == entries, isRising(starts)
    else { return nil }
    let names = labels.split(separator: "\n").map(String.init)
    guard columns.reduce(0, max) < names.count || columns.isEmpty, keys.contains(0) else {
      return nil
    }
    return LikenessModel(
      labels: names, digest: digest, keys: keys, importance: Array(importance), starts: starts,
      columns: Array(columns), weights: Array(weights.assumingMemoryBound(to: Int8.self)),
      classes: classes)
  }

  private static func isRising(_ numbers: [UInt32]) -> Bool {
    var falls = false
    // To the end whatever is found, so that several are compared at a time.
    for index in numbers.indices.dropFirst() {
      falls = falls || numbers[index] < numbers[index - 1]
    }
    return !falls
  }

  private static func append(_ value: UInt32, to data: inout Data) {
    withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
  }

  private static func append(text: String, to data: inout Data) {
    append(UInt32(text.utf8.count), to: &data)
    data.append(contentsOf: text.utf8)
  }

  private struct Source {
    let bytes: UnsafeRawBufferPointer
    var position = 0

    mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
      guard count >= 0, position + count <= bytes.count else { return nil }
      defer { position += count }
      return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)])
    }

    mutating func number() -> UInt32? { numbers(1)?.first }

    mutating func numbers(_ count: Int) -> [UInt32]? {
      guard let part = take(count * 4) else { return nil }
      return [UInt32](unsafeUninitializedCapacity: count) { numbers, filled in
        for index in 0..<count {
          let number = part.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
          numbers.initializeElement(at: index, to: UInt32(littleEndian: number))
        }
        filled = count
      }
    }

    mutating func text() -> String? {
      guard let count = number(), let part = take(Int(count)) else { return nil }
      return String(validatingUTF8OrNil: part)
    }
  }
}
