// SPDX-License-Identifier: GPL-3.0-or-later

/// Lays values down one after the other, as one flat run of bytes.
///
/// Each text is kept once, however often it stands in the values. Numbers are kept as the machine has them:
/// an archive is for the program that wrote it, and whoever keeps one must see to it that no other reads it.
public final class ArchiveWriter {
  private var body: [UInt8] = []
  private var texts: [String] = []
  private var numbers: [String: Int32] = [:]

  public static func archive(of value: some Archivable) -> [UInt8] {
    let archive = ArchiveWriter()
    archive.write(value)
    let head = ArchiveWriter()
    head.write(archive.texts.map { Int32($0.utf8.count) })
    for text in archive.texts { head.body += text.utf8 }
    return head.body + archive.body
  }

  public func write<Value: Archivable>(_ value: Value) { Value.form.write(value, self) }

  public func write(bytes: UnsafeRawBufferPointer) { body += bytes }

  func write(text: String) {
    let number = numbers[text] ?? Int32(texts.count)
    if number == texts.count {
      texts.append(text)
      numbers[text] = number
    }
    write(number)
  }
}

/// Takes out again what an `ArchiveWriter` laid down.
public final class ArchiveReader {
  private let archive: UnsafeRawBufferPointer
  private var position = 0
  private var texts: [String] = []

  /// - Parameter bytes: what the writer gave, whole and unchanged.
  public static func value<Value: Archivable>(
    of type: Value.Type, in bytes: UnsafeRawBufferPointer
  ) -> Value {
    let archive = ArchiveReader(bytes)
    archive.texts = archive.read([Int32].self).map { length in
      String(decoding: archive.bytes(Int(length)), as: UTF8.self)
    }
    return archive.read(Value.self)
  }

  private init(_ archive: UnsafeRawBufferPointer) { self.archive = archive }

  public func read<Value: Archivable>(_ type: Value.Type) -> Value { Value.form.read(self) }

  /// The next bytes.
  public func bytes(_ count: Int) -> UnsafeRawBufferPointer {
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: archive[position..<(position + count)])
  }

  func text() -> String { texts[Int(read(Int32.self))] }
}
