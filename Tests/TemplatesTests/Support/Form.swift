// SPDX-License-Identifier: GPL-3.0-or-later

/// A template as the tests make them up: written out for the engine, walked as it is by the reference.
indirect enum Form: Sendable {
  case word(String)
  case inside([Form])
  case any([Form])
  case maybe(Form)
  case anyOrder([Form])
  case list(Int)
  case rule(Int)
  case wildcard
  case range
  case gap(Int?)
  case clauseStart
  case clauseEnd

  /// As an author writes it.
  var written: String {
    switch self {
    case .word(let word): word
    case .inside(let items): items.map(\.written).joined(separator: " ")
    case .any(let branches): "(" + branches.map(\.written).joined(separator: "|") + ")"
    case .maybe(let inner): "[" + inner.written + "]"
    case .anyOrder(let parts): "(" + parts.map(\.written).joined(separator: "; ") + ")"
    case .list(let number): "{list\(number)}"
    case .rule(let number): "<rule\(number)>"
    case .wildcard: "{anything}"
    case .range: "{count}"
    case .gap(let most): most.map { "*\($0)" } ?? "*"
    case .clauseStart: "^"
    case .clauseEnd: "$"
    }
  }

  /// Whether a gap, a wildcard or an anchor makes sampling a matching sentence harder than reading it.
  var isPlain: Bool {
    switch self {
    case .word, .list, .range: true
    case .gap, .wildcard, .clauseStart, .clauseEnd, .rule: false
    case .inside(let items), .any(let items), .anyOrder(let items): items.allSatisfy(\.isPlain)
    case .maybe(let inner): inner.isPlain
    }
  }
}

/// The words, lists and rules that made-up templates refer to.
enum Stock {
  static let words = ["ka", "be", "co", "du", "ef"]
  static let lists: [[[String]]] = [
    [["ka"], ["ka", "be"], ["co", "co"]],
    [["du"], ["be", "du", "ef"], ["be"]],
    [["ka", "ka"], ["ka"], ["ka", "ka", "ka"]],
  ]
  static let rules: [Form] = [
    .any([.word("ka"), .inside([.word("be"), .word("co")]), .list(1)]),
    .inside([.maybe(.word("du")), .gap(2), .word("ef")]),
    .maybe(.any([.word("co"), .inside([.word("ka"), .word("ka")])])),
  ]
  static let range = 2.0...20.0
  static let numbers: [String: Double] = ["two": 2, "five": 5, "7": 7, "20": 20, "30": 30, "1": 1]
}

/// A small generator of even numbers: the same seed gives the same tests everywhere.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
  }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[roll(items.count)] }

  mutating func form(depth: Int = 3) -> Form {
    switch roll(depth > 0 ? 22 : 12) {
    case 0..<6: return .word(pick(Stock.words))
    case 6: return .list(roll(Stock.lists.count))
    case 7: return .rule(roll(Stock.rules.count))
    case 8: return roll(3) == 0 ? .wildcard : .range
    case 9: return .gap(roll(3) == 0 ? nil : 1 + roll(3))
    case 10: return roll(2) == 0 ? .clauseStart : .clauseEnd
    case 11: return .word(pick(Stock.words))
    case 12..<15: return .any(forms(2 + roll(2), depth))
    case 15..<17: return .maybe(form(depth: depth - 1))
    case 17: return .anyOrder(forms(2 + roll(2), depth))
    default: return .inside(forms(2 + roll(3), depth))
    }
  }

  private mutating func forms(_ count: Int, _ depth: Int) -> [Form] {
    (0..<count).map { _ in form(depth: depth - 1) }
  }

  mutating func utterance() -> String {
    let words = Stock.words + Stock.words + Stock.numbers.keys.sorted() + ["zz"]
    let marks = ["", "", "", "", "", "", ",", ",", "."]
    return (0...roll(10)).map { _ in pick(words) + pick(marks) }.joined(separator: " ")
  }

  /// A sentence that a gap-free form stands for.
  mutating func sentence(_ form: Form) -> [String] {
    switch form {
    case .word(let word): return [word]
    case .inside(let items): return items.flatMap { sentence($0) }
    case .any(let branches): return sentence(pick(branches))
    case .maybe(let inner): return roll(2) == 0 ? sentence(inner) : []
    case .anyOrder(var parts):
      for index in stride(from: parts.count - 1, to: 0, by: -1) {
        parts.swapAt(index, roll(index + 1))
      }
      return parts.flatMap { sentence($0) }
    case .list(let number): return pick(Stock.lists[number])
    case .rule(let number): return sentence(Stock.rules[number])
    case .range: return [pick(["two", "five", "7", "20"])]
    case .wildcard: return ["zz"]
    case .gap, .clauseStart, .clauseEnd: return []
    }
  }
}
