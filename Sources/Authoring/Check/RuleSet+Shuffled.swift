// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension RuleSet {
  /// The same rules in another order: what depends on the order of files shows when it is another.
  public func shuffled(seed: UInt64) -> RuleSet {
    var random = SplitMix(seed: seed)
    var copy = self
    random.shuffle(&copy.intents)
    random.shuffle(&copy.families)
    random.shuffle(&copy.facts)
    random.shuffle(&copy.lists)
    random.shuffle(&copy.rules)
    return copy
  }
}
