// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Reads and writes whole files that nobody but their owner may see.
enum FileBytes {
  static func read(_ path: String) throws(TranscriptFault) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      let reason = errno
      let kind = reason == ENOENT || reason == ENOTDIR ? TranscriptFault.Kind.missing : .unreadable
      throw TranscriptFault(kind, "cannot read \(path)", because: reason)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw TranscriptFault(.unreadable, "cannot read \(path): it is not a file")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw TranscriptFault(.unreadable, "cannot read \(path)", because: errno)
      }
      guard count > 0 else { return bytes }
      bytes += chunk.prefix(count)
    }
  }

  /// Makes the folder, and those above it, for their owner alone; existing ones stay as they are.
  static func makeFolder(_ path: String) throws(TranscriptFault) {
    var ends = path.utf8.indices.dropFirst().filter { path.utf8[$0] == UInt8(ascii: "/") }
    ends.append(path.utf8.endIndex)
    for end in ends {
      let folder = String(path[..<end])
      if mkdir(folder, 0o700) == 0 { continue }
      // Kept: looking whether the folder is there sets another reason.
      let reason = errno
      guard reason == EEXIST || access(folder, F_OK) == 0 else {
        throw TranscriptFault(
          .cannotCreate, "cannot make the folder \(folder)", because: reason)
      }
    }
  }

  /// A new file, open for appending; throws `.exists` rather than touch what is there.
  static func create(_ path: String) throws(TranscriptFault) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW
    let file = open(path, flags, 0o600)
    guard file >= 0 else {
      let reason = errno
      throw TranscriptFault(
        reason == EEXIST ? .exists : .cannotCreate, "cannot create \(path)", because: reason)
    }
    return file
  }

  /// Writes all of it and returns only when the disk has it.
  static func write(_ text: String, to file: Int32, at path: String) throws(TranscriptFault) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        throw TranscriptFault(.cannotWrite, "cannot write \(path)", because: errno)
      }
      bytes = bytes.dropFirst(count)
    }
    try synchronise(file, at: path)
  }

  /// Some file systems cannot synchronise, and say so with EINVAL; that is not a lost turn.
  private static func synchronise(_ file: Int32, at path: String) throws(TranscriptFault) {
    while fsync(file) != 0 {
      if errno == EINTR { continue }
      if errno == EINVAL || errno == ENOTSUP { return }
      throw TranscriptFault(.cannotWrite, "cannot write \(path)", because: errno)
    }
  }

  /// Makes the file's name durable, not only its content.
  static func synchroniseFolder(of path: String) {
    let folder = open(self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A whole new file with this text; if it cannot be written whole, there is none.
  static func writeNew(_ text: String, to path: String) throws(TranscriptFault) {
    let file = try create(path)
    defer { close(file) }
    do throws(TranscriptFault) {
      try write(text, to: file, at: path)
    } catch {
      unlink(path)
      throw error
    }
    synchroniseFolder(of: path)
  }

  /// Puts this text in the place of a file in one step: readers see the old or the new one, never half.
  static func replace(_ path: String, with text: String) throws(TranscriptFault) {
    let draft = "\(path).\(getpid()).new"
    unlink(draft)
    try writeNew(text, to: draft)
    keepMode(of: path, on: draft)
    guard rename(draft, path) == 0 else {
      let reason = errno
      unlink(draft)
      throw TranscriptFault(.cannotWrite, "cannot replace \(path)", because: reason)
    }
    synchroniseFolder(of: path)
  }

  private static func keepMode(of path: String, on draft: String) {
    var status = stat()
    if stat(path, &status) == 0 { chmod(draft, status.st_mode & 0o777) }
  }

  static func remove(_ path: String) throws(TranscriptFault) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw TranscriptFault(.cannotRemove, "cannot delete \(path)", because: errno)
    }
    synchroniseFolder(of: path)
  }
}
