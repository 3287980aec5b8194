// SPDX-License-Identifier: GPL-3.0-or-later

extension Transcript {
  /// The file's text: the header, then every turn.
  package var yaml: String { header + turns.map(\.yaml).joined() }

  /// Everything above the first turn, `turns:` included.
  var header: String {
    var lines = ["format: \(format)"]
    func add(_ key: HeaderKey, _ value: String?) {
      if let value { lines.append("\(key.rawValue): \(value)") }
    }
    add(.session, session.map(YAMLText.inline))
    add(.rules, rules.map(YAMLText.inline))
    add(.seed, seed.map { "\($0)" })
    add(.consent, consent.map { "\($0)" })
    add(.continues, continues.map(YAMLText.inline))
    add(.saved, saved.map(YAMLText.inline))
    add(.name, name.map(YAMLText.inline))
    return lines.joined(separator: "\n") + "\nturns:\n"
  }
}

extension Turn {
  /// The turn as an item of `turns`, in the order of `TurnKey`.
  package var yaml: String {
    var lines = TurnKey.allCases.compactMap(line)
    lines[0] = "- " + lines[0].dropFirst(2)
    return lines.joined()
  }

  private func line(_ key: TurnKey) -> String? {
    switch key {
    case .user: text(key, user)
    case .answered: text(key, answered)
    case .exercise: text(key, exercise)
    case .coach: text(key, coach, asBlock: true)
    case .guidance: list(key, guidance)
    case .facts: facts.isEmpty ? nil : "  facts: \(YAMLText.flowFacts(facts))\n"
    case .parked: list(key, parked)
    case .promise: text(key, promise)
    case .promises: promises.isEmpty ? nil : "  promises:\n" + promises.map(line).joined()
    case .mustNot: list(key, mustNot)
    case .note: text(key, note)
    case .intents: "  intents: \(YAMLText.flowList(intents))\n"
    }
  }

  private func text(_ key: TurnKey, _ text: String?, asBlock: Bool = false) -> String? {
    guard let text else { return nil }
    let isBlock = (asBlock || text.unicodeScalars.contains("\n")) && YAMLText.fitsBlock(text)
    return isBlock
      ? "  \(key.rawValue): |-\n\(YAMLText.blockLines(text, indent: 4))"
      : "  \(key.rawValue): \(YAMLText.inline(text))\n"
  }

  private func list(_ key: TurnKey, _ items: [String]) -> String? {
    items.isEmpty ? nil : "  \(key.rawValue): \(YAMLText.flowList(items))\n"
  }

  private func line(_ promise: Promise) -> String {
    "  - {text: \(YAMLText.flowItem(promise.text)), state: \(promise.state.rawValue)}\n"
  }
}
