// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Foundation

/// Keeps the rules that were compiled last, so that the next start finds them ready.
///
/// One file, which holds nothing but rules and can be thrown away at any time. It is believed only where it
/// was written by this very program from these very bytes, and is whole; otherwise it is as if it were not
/// there. Where it cannot be written, nothing is said: the next start takes longer.
public struct RuleCache: Sendable {
  /// Rules of more bytes than this are not kept: they would fill the disk of somebody who tries them once.
  static let largest = 16 << 20

  private let path: String

  public init(path: String) { self.path = path }

  /// What stands before the archive.
  private struct Head: Equatable {
    /// Of the rules and of the program.
    var key: UInt64
    /// Of the archive.
    var sum: UInt64

    static let size = MemoryLayout<Head>.size
  }

  func rules(compiledFrom content: FolderContent) -> KeptRules? {
    guard let key = Self.key(of: content), let file = mappedFile(path),
      file.count > Head.size
    else { return nil }
    return file.withUnsafeBytes { bytes in
      let archive = UnsafeRawBufferPointer(rebasing: bytes[Head.size...])
      let head = bytes.loadUnaligned(as: Head.self)
      guard head.key == key, head == Head(key: key, sum: Self.sum(of: archive)) else { return nil }
      return ArchiveReader.value(of: KeptRules.self, in: archive)
    }
  }

  func keep(_ rules: KeptRules, compiledFrom content: FolderContent) {
    guard content.size <= Self.largest, let key = Self.key(of: content), makeFolder() else {
      return
    }
    let archive = ArchiveWriter.archive(of: rules)
    let head = Head(key: key, sum: archive.withUnsafeBytes(Self.sum))
    let file = withUnsafeBytes(of: head) { Data($0) } + archive
    // A file beside it that takes its place: no other program ever sees half of it.
    try? file.write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  /// The cache's folder and the one that it stands in; those above are for others to make.
  private func makeFolder() -> Bool {
    let folder = (path as NSString).deletingLastPathComponent
    mkdir((folder as NSString).deletingLastPathComponent, 0o700)
    mkdir(folder, 0o700)
    return access(folder, W_OK) == 0
  }

  private static func sum(of archive: UnsafeRawBufferPointer) -> UInt64 {
    var sum = ContentKey()
    sum.add(archive)
    return sum.value
  }

  /// Nil where it cannot be told which program this is.
  private static func key(of content: FolderContent) -> UInt64? {
    // The inode changes with the file, and its time of change cannot be set back.
    var program = stat()
    guard stat("/proc/self/exe", &program) == 0 else { return nil }
    var key = content.key
    key.add(
      "\(program.st_dev) \(program.st_ino) \(program.st_size) "
        + "\(program.st_ctim.tv_sec).\(program.st_ctim.tv_nsec)")
    return key.value
  }
}
