// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes something personal for its owner's eyes alone.
package enum PrivateFile {
  /// Writes a new file that only its owner can read; an existing one is never overwritten.
  package static func write(_ text: String, to path: String) throws(TranscriptFault) {
    try FileBytes.writeNew(text, to: path)
  }
}
