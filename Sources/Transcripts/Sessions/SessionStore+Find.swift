// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

extension SessionStore {
  /// What a person may have meant by a few letters.
  package enum Lookup: Sendable {
    case found(SessionEntry)
    case several([SessionEntry])
    /// Nothing; perhaps there is something near.
    case none(didYouMean: String?)
  }

  /// The session with this id, this name, or an id or name that begins so; `latest` is the newest.
  package func find(_ wanted: String) throws(TranscriptFault) -> Lookup {
    let all = try list()
    if wanted == "latest", let newest = all.first { return .found(newest) }
    let typed = wanted.lowercased()
    let tests: [(SessionEntry) -> Bool] = [
      { $0.id.lowercased() == typed },
      { $0.name?.lowercased() == typed },
      { $0.id.lowercased().hasPrefix(typed) || $0.name?.lowercased().hasPrefix(typed) == true },
    ]
    for test in tests where !typed.isEmpty {
      let hits = all.filter(test)
      if hits.count == 1 { return .found(hits[0]) }
      if hits.count > 1 { return .several(hits) }
    }
    return .none(didYouMean: nearest(to: wanted, among: all.flatMap { [$0.id, $0.name ?? $0.id] }))
  }
}
