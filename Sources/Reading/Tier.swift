// SPDX-License-Identifier: GPL-3.0-or-later

import Archive

/// How pressing an intent is. What stands higher is answered first.
public enum Tier: String, Sendable, CaseIterable, Comparable {
  case safety, pitfall, disclosure, topic, feeling, conversation, fallback

  /// 6 for safety down to 0 for fallback.
  public var rank: Int {
    switch self {
    case .safety: 6
    case .pitfall: 5
    case .disclosure: 4
    case .topic: 3
    case .feeling: 2
    case .conversation: 1
    case .fallback: 0
    }
  }

  public static func < (left: Tier, right: Tier) -> Bool { left.rank < right.rank }
}

extension Tier: Archivable {
  public static let form = Form<Self>.rawValue
}
