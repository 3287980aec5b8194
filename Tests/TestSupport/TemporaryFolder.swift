// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc

/// A folder for one test, gone afterwards with all that is in it.
package final class TemporaryFolder {
  package let path: String

  package init() throws {
    var template = Array("/tmp/mend-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw PseudoTerminal.Failure(description: "no folder: \(String(cString: strerror(errno)))")
    }
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  package func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  package func write(_ bytes: [UInt8], to name: String) throws {
    guard let file = fopen("\(path)/\(name)", "w") else {
      throw PseudoTerminal.Failure(description: "cannot write \(name)")
    }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  package func read(_ name: String) throws -> String {
    guard let file = fopen("\(path)/\(name)", "r") else {
      throw PseudoTerminal.Failure(description: "cannot read \(name)")
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
