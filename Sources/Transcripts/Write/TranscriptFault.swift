// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Why a transcript could not be read, written or found. The talk goes on without.
package struct TranscriptFault: Error, Equatable, CustomStringConvertible {
  /// What kind of trouble, so that one place can choose the exit status.
  package enum Kind: Sendable {
    case missing, unreadable, exists, cannotCreate, cannotWrite, cannotRemove, refused
  }

  package let kind: Kind
  /// One sentence without a full stop; names the file, never what was said.
  package let description: String

  init(_ kind: Kind, _ what: String, because reason: Int32 = 0) {
    self.kind = kind
    let why = reason == 0 ? "" : ": \(String(cString: strerror(reason)))"
    description = (what + why).withoutControls
  }
}
