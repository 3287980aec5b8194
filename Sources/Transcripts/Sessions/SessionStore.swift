// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Foundation

/// The saved sessions of one folder.
///
/// The files are all there is: no index that could disagree with them or outlive a deleted one. A file that
/// is broken is an entry with findings, never a reason not to show the others.
package struct SessionStore: Sendable {
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// All sessions, newest first; none where there is no folder yet.
  package func list() throws(TranscriptFault) -> [SessionEntry] {
    try files().map { path, id in
      do throws(TranscriptFault) {
        let bytes = try FileBytes.read(path)
        return SessionEntry(TranscriptFile(bytes, path: path), id: id, bytes: bytes.count)
      } catch {
        return SessionEntry(unreadable: path, id: id, because: error)
      }
    }
  }

  package func load(_ entry: SessionEntry) throws(TranscriptFault) -> TranscriptFile {
    try TranscriptFile(reading: entry.path)
  }

  /// Deletes the file, and its id from the sessions that went on from it: these begin afresh now.
  package func delete(_ entry: SessionEntry) throws(TranscriptFault) {
    try FileBytes.remove(entry.path)
    for other in try list() {
      guard let file = try? load(other), file.transcript.continues == entry.id,
        let text = HeaderEdit(file.text).removing(.continues)
      else { continue }
      try FileBytes.replace(other.path, with: text)
    }
  }

  /// Calls the session by another name, and leaves all else in its file as it stands.
  package func rename(_ entry: SessionEntry, to name: String) throws(TranscriptFault) {
    let taken = try list().contains {
      $0.id != entry.id && ($0.id == name || $0.name?.lowercased() == name.lowercased())
    }
    guard !taken else {
      throw TranscriptFault(.exists, "another session is called \(name.quoted)")
    }
    let file = try load(entry)
    guard let text = HeaderEdit(file.text).setting(.saved, to: YAMLText.inline(name)),
      TranscriptFile(text, path: entry.path).transcript.saved == name
    else {
      throw TranscriptFault(.refused, "cannot rename \(entry.path): its header is not plain enough")
    }
    try FileBytes.replace(entry.path, with: text)
  }

  /// The files and their ids, newest first.
  private func files() throws(TranscriptFault) -> [(path: String, id: String)] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      guard FileManager.default.fileExists(atPath: folder) else { return [] }
      throw TranscriptFault(.unreadable, "cannot read the folder \(folder)")
    }
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
      .sorted(by: >)
      .map { ("\(folder)/\($0)", String($0.dropLast(5))) }
  }
}
