// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// The findings sorted, each cause once: what two readers say of the same spot under the same code is one.
public func merged(_ findings: [Finding]) -> [Finding] {
  struct Spot: Hashable {
    var place: Place
    var code: String
    var message: String
  }
  var seen: Set<Spot> = []
  return findings.sorted().filter {
    seen.insert(Spot(place: $0.place, code: $0.code, message: $0.message)).inserted
  }
}
