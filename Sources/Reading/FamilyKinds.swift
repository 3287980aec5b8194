// SPDX-License-Identifier: GPL-3.0-or-later

import Language

/// The rules of a family that nobody speaks for as a whole: neither an intent nor replies have its own name.
///
/// Likeness learns families. What it is sure of there would be answered by nothing, so the rule that fits best
/// takes it.
struct FamilyKinds: Sendable {
  /// In the order of their names.
  private let kinds: [Intent]
  /// For each word of their examples and templates, which of them have it.
  private let owners: [WordID: Set<Int>]

  /// The families of some rules that need it, by name.
  ///
  /// - Parameter answered: names that have replies of their own.
  static func all(
    of intents: [Intent], answered: Set<String>, lexicon: Lexicon
  ) -> [String: FamilyKinds] {
    let names = Set(intents.map(\.name.description))
    return Dictionary(grouping: intents.filter { $0.tier != .safety }, by: \.name.family)
      .filter { !names.contains($0.key) && !answered.contains($0.key) }
      .mapValues { FamilyKinds($0, lexicon: lexicon) }
  }

  private init(_ intents: [Intent], lexicon: Lexicon) {
    kinds = intents.sorted { $0.name < $1.name }
    var owners: [WordID: Set<Int>] = [:]
    // Where there is no choice, nothing needs to be known of their words.
    for (number, kind) in kinds.enumerated() where kinds.count > 1 {
      for line in kind.examples + kind.sentences {
        for token in lexicon.read(line.text).tokens where token.word != Lexicon.unknown {
          owners[token.word, default: []].insert(number)
        }
      }
    }
    self.owners = owners
  }

  /// The rule whose examples and templates have most of the message's words, those that few rules have
  /// counting most; nil where each waits for something that is not known.
  func fitting(_ utterance: Utterance, knowing facts: [String: Set<String>]) -> Intent? {
    var shares = [Int](repeating: 0, count: kinds.count)
    for word in Set(utterance.tokens.map(\.word)) {
      guard let having = owners[word] else { continue }
      for number in having { shares[number] += 1_000 / having.count }
    }
    let open = kinds.indices.filter { number in
      kinds[number].conditions.allSatisfy { facts[$0]?.isDisjoint(with: $1) == false }
    }
    return open.max { (shares[$0], $1) < (shares[$1], $0) }.map { kinds[$0] }
  }
}
