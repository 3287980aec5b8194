// SPDX-License-Identifier: GPL-3.0-or-later

/// A transcript as something to keep or to give to somebody.
package enum Export: String, CaseIterable, Sendable {
  case markdown, text, html

  package func render(_ transcript: Transcript) -> String {
    switch self {
    case .markdown: markdown(transcript)
    case .text: text(transcript)
    case .html: html(transcript)
    }
  }
}

extension Transcript {
  /// The first line of an export.
  var heading: String { saved ?? name ?? "A talk with mend" }

  /// When it began, where that is known.
  var began: String? {
    session.flatMap(SessionDate.init(sessionID:))?.readable
  }
}
