// SPDX-License-Identifier: GPL-3.0-or-later

// Types of the standard library.

extension Bool: PlainArchivable {}
extension Int: PlainArchivable {}
extension Int16: PlainArchivable {}
extension Int32: PlainArchivable {}
extension UInt8: PlainArchivable {}
extension UInt32: PlainArchivable {}
extension UInt64: PlainArchivable {}
extension Double: PlainArchivable {}
extension Unicode.Scalar: PlainArchivable {}

extension String: Archivable {
  public static let form = Form<String>(
    write: { text, archive in archive.write(text: text) }, read: { archive in archive.text() })
}

extension Optional: Archivable where Wrapped: Archivable {
  public static var form: Form<Wrapped?> {
    Form(
      write: { value, archive in
        archive.write(value != nil)
        if let value { archive.write(value) }
      },
      read: { archive in archive.read(Bool.self) ? archive.read(Wrapped.self) : nil })
  }
}

extension Array: Archivable where Element: Archivable {
  public static var form: Form<[Element]> { Element.arrayForm }
}

extension Set: Archivable where Element: Archivable {
  public static var form: Form<Set<Element>> {
    Form(
      write: { values, archive in archive.write(Array(values)) },
      read: { archive in Set(archive.read([Element].self)) })
  }
}

extension Dictionary: Archivable where Key: Archivable, Value: Archivable {
  public static var form: Form<[Key: Value]> {
    Form(
      write: { values, archive in
        archive.write(Array(values.keys))
        archive.write(Array(values.values))
      },
      read: { archive in
        let (keys, values) = (archive.read([Key].self), archive.read([Value].self))
        return Dictionary(uniqueKeysWithValues: zip(keys, values))
      })
  }
}
