// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The lines typed in earlier sessions, one a line, oldest first, readable by their owner alone.
///
/// What is typed here is intimate: the file is 0600, folders made for it 0700, a symbolic link or
/// somebody else's file is refused. Each line is appended as it is entered, so a crash loses
/// nothing and two sessions at once do not overwrite each other.
package struct HistoryFile: Sendable {
  /// More is forgotten, oldest first.
  package static let limit = 1000

  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// The entries kept so far. Makes the file, and its folders, if there is none; shortens one that
  /// has grown past the limit.
  package func load() throws(HistoryFault) -> [String] {
    try makeFolders()
    let all = try entries()
    let kept = Array(all.suffix(Self.limit))
    if kept.count < all.count { try replace(with: kept) }
    return kept
  }

  package func append(_ entry: String) throws(HistoryFault) {
    let file = try open()
    defer { close(file) }
    try write([entry], to: file)
  }

  /// Takes back these entries, each once, the latest first.
  package func remove(_ unwanted: [String]) throws(HistoryFault) {
    guard !unwanted.isEmpty else { return }
    var left = unwanted.map(oneLine).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let kept = try entries().reversed().filter { entry in
      guard let count = left[entry], count > 0 else { return true }
      left[entry] = count - 1
      return false
    }
    try replace(with: kept.reversed())
  }

  /// The folders above the file; those that exist already stay as they are.
  private func makeFolders() throws(HistoryFault) {
    for (index, byte) in path.utf8.enumerated().dropFirst() where byte == UInt8(ascii: "/") {
      let folder = String(decoding: path.utf8.prefix(index), as: UTF8.self)
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST || access(folder, F_OK) == 0 else {
        throw HistoryFault("cannot make the folder \(folder)")
      }
    }
  }

  /// The file, opened or exclusively created, after making sure that it is private.
  private func open() throws(HistoryFault) -> Int32 {
    let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    var file = Glibc.open(path, flags | O_CREAT | O_EXCL, 0o600)
    if file < 0 && errno == EEXIST { file = Glibc.open(path, flags) }
    guard file >= 0 else { throw HistoryFault("cannot open \(path)") }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid()
    else {
      close(file)
      throw HistoryFault("\(path) is not a file of your own", because: 0)
    }
    guard status.st_mode & 0o077 == 0 || fchmod(file, 0o600) == 0 else {
      let reason = errno
      close(file)
      throw HistoryFault("cannot make \(path) private", because: reason)
    }
    return file
  }

  private func entries() throws(HistoryFault) -> [String] {
    let file = try open()
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw HistoryFault("cannot read \(path)") }
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
    }
    return bytes.split(separator: UInt8(ascii: "\n"))
      .map { sanitized(String(decoding: $0, as: UTF8.self)) }
      .filter { !$0.isEmpty }
  }

  /// Writes beside the file and renames, so that there is always a whole one.
  private func replace(with entries: [String]) throws(HistoryFault) {
    let draft = "\(path).\(getpid())"
    unlink(draft)
    let file = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw HistoryFault("cannot create \(draft)") }
    do throws(HistoryFault) {
      defer { close(file) }
      try write(entries, to: file)
    } catch {
      unlink(draft)
      throw error
    }
    guard rename(draft, path) == 0 else {
      let reason = errno
      unlink(draft)
      throw HistoryFault("cannot replace \(path)", because: reason)
    }
  }

  private func write(_ entries: [String], to file: Int32) throws(HistoryFault) {
    var bytes = Array(entries.map { oneLine($0) + "\n" }.joined().utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw HistoryFault("cannot write \(path)") }
      bytes = bytes.dropFirst(count)
    }
  }

  private func oneLine(_ entry: String) -> String {
    sanitized(entry)
  }
}

/// Why the history cannot be kept. The talk goes on without.
package struct HistoryFault: Error, CustomStringConvertible, Equatable {
  package let description: String

  init(_ what: String, because reason: Int32 = errno) {
    let why = reason == 0 ? "" : ": \(String(cString: strerror(reason)))"
    description = sanitized(what + why)
  }
}
