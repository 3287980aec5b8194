// SPDX-License-Identifier: GPL-3.0-or-later

/// A value that can be laid down in an archive and taken out again.
public protocol Archivable {
  static var form: Form<Self> { get }
  /// How many of them are kept.
  static var arrayForm: Form<[Self]> { get }
}

extension Archivable {
  public static var arrayForm: Form<[Self]> {
    Form(
      write: { values, archive in
        archive.write(values.count)
        for value in values { archive.write(value) }
      },
      read: { archive in
        let (count, form) = (archive.read(Int.self), form)
        return [Self](unsafeUninitializedCapacity: count) { values, filled in
          while filled < count {
            values.initializeElement(at: filled, to: form.read(archive))
            filled += 1
          }
        }
      })
  }
}

/// How values of a type are written and read: one list of parts serves both ways, so they cannot disagree.
///
///     extension Place: Archivable {
///       public static let form = Form(Place.init(file:line:column:), \.file, \.line, \.column)
///     }
///
/// Made once for a type and shared: it holds nothing but functions without state.
public struct Form<Value>: @unchecked Sendable {
  let write: (Value, ArchiveWriter) -> Void
  let read: (ArchiveReader) -> Value

  public init(
    write: @escaping (Value, ArchiveWriter) -> Void, read: @escaping (ArchiveReader) -> Value
  ) {
    self.write = write
    self.read = read
  }

  /// A value that is made of its parts, which are kept in this order.
  public init<each Part: Archivable>(
    _ make: @escaping (repeat each Part) -> Value,
    _ parts: repeat @escaping (Value) -> each Part
  ) {
    self.init(
      write: { value, archive in repeat archive.write((each parts)(value)) },
      read: { archive in make(repeat archive.read((each Part).self)) })
  }

  /// A value that is kept as another one.
  public init<Kept: Archivable>(
    as kept: @escaping (Value) -> Kept, _ make: @escaping (Kept) -> Value
  ) {
    self.init(
      write: { value, archive in archive.write(kept(value)) },
      read: { archive in make(archive.read(Kept.self)) })
  }
}

extension Form where Value: RawRepresentable, Value.RawValue: Archivable {
  /// One of the cases of an enumeration.
  public static var rawValue: Form {
    Form(as: \.rawValue) { raw in
      guard let value = Value(rawValue: raw) else {
        preconditionFailure("the archive was written by another program")
      }
      return value
    }
  }
}

/// A value that is nothing but its bytes, so that an array of them is copied at once.
public protocol PlainArchivable: Archivable, BitwiseCopyable {}

extension PlainArchivable {
  public static var form: Form<Self> {
    Form(
      write: { value, archive in withUnsafeBytes(of: value) { archive.write(bytes: $0) } },
      read: { archive in
        archive.bytes(MemoryLayout<Self>.size).loadUnaligned(as: Self.self)
      })
  }

  public static var arrayForm: Form<[Self]> {
    Form(
      write: { values, archive in
        archive.write(values.count)
        values.withUnsafeBytes { archive.write(bytes: $0) }
      },
      read: { archive in
        let count = archive.read(Int.self)
        let bytes = archive.bytes(count * MemoryLayout<Self>.stride)
        return [Self](unsafeUninitializedCapacity: count) { values, filled in
          UnsafeMutableRawBufferPointer(values).copyMemory(from: bytes)
          filled = count
        }
      })
  }
}
