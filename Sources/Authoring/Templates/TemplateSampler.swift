// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Reading
import Templates

/// Writes sentences that a template stands for, and counts how many there are without writing them.
///
/// Works on the text as the author wrote it, so that what reading does to words is put to the test too.
struct TemplateSampler {
  private let lists: [String: ListDefinition]
  private let rules: [String: RuleDefinition]
  /// Deeper references are cut off: a cycle is another finding's business.
  static let deepest = 12

  init(lists: [ListDefinition], rules: [RuleDefinition]) {
    self.lists = Dictionary(lists.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.rules = Dictionary(rules.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number'th of many sentences; 0 is the plainest, without optional parts. Nil where the text is no
  /// template.
  func sentence(_ text: String, number: Int) -> String? {
    guard case .success(let node) = TemplateParser.parse(text, at: Place(file: "")) else {
      return nil
    }
    var choices = Choices(number: number)
    return write(node, &choices, depth: 0).split(separator: " ").joined(separator: " ")
  }

  /// Choices that follow from a number: the first of each for 0, spread evenly for every other.
  private struct Choices {
    private var random: SplitMix?

    init(number: Int) { random = number == 0 ? nil : SplitMix(seed: UInt64(number)) }

    mutating func next(of count: Int) -> Int {
      guard var generator = random else { return 0 }
      defer { random = generator }
      return generator.next(below: max(1, count))
    }
  }

  private func write(_ node: TemplateNode, _ choices: inout Choices, depth: Int) -> String {
    switch node {
    case .text(let text): return text
    case .sequence(let items): return items.map { write($0, &choices, depth: depth) }.joined()
    case .alternatives(let branches):
      return write(branches[choices.next(of: branches.count)], &choices, depth: depth)
    case .optional(let inner):
      return choices.next(of: 2) == 0 ? "" : write(inner, &choices, depth: depth)
    case .permutation(let parts):
      return parts.map { " " + write($0, &choices, depth: depth) + " " }.joined()
    case .list(let name, _, _, _): return " " + value(of: name, &choices, depth: depth) + " "
    case .rule(let name, _):
      guard depth < Self.deepest, let rule = rules[name],
        case .success(let inner) = TemplateParser.parse(rule.template, at: rule.place)
      else { return "" }
      return " " + write(inner, &choices, depth: depth + 1) + " "
    case .gap: return " "
    case .clauseStart, .clauseEnd: return ", "
    }
  }

  private func value(of name: String, _ choices: inout Choices, depth: Int) -> String {
    switch lists[name]?.content {
    case .values(let values) where !values.isEmpty && depth < Self.deepest:
      let value = values[choices.next(of: values.count)]
      guard case .success(let inner) = TemplateParser.parse(value.template, at: value.place) else {
        return ""
      }
      return write(inner, &choices, depth: depth + 1)
    case .range(let range): return String(Int(range.from))
    default: return "something"
    }
  }

  /// How many sentences a template stands for, gaps counted as one; infinite at most.
  func count(_ text: String) -> Double {
    guard case .success(let node) = TemplateParser.parse(text, at: Place(file: "")) else {
      return 0
    }
    return count(node, depth: 0)
  }

  private func count(_ node: TemplateNode, depth: Int) -> Double {
    switch node {
    case .text, .gap, .clauseStart, .clauseEnd: return 1
    case .sequence(let items): return items.reduce(1) { $0 * count($1, depth: depth) }
    case .alternatives(let branches): return branches.reduce(0) { $0 + count($1, depth: depth) }
    case .optional(let inner): return 1 + count(inner, depth: depth)
    case .permutation(let parts):
      return parts.enumerated().reduce(1) {
        $0 * Double($1.offset + 1) * count($1.element, depth: depth)
      }
    case .list(let name, _, _, _):
      switch lists[name]?.content {
      case .values(let values): return Double(max(1, values.count))
      case .range(let range): return max(1, (range.to - range.from) / range.step + 1)
      default: return 1
      }
    case .rule(let name, _):
      guard depth < Self.deepest, let rule = rules[name],
        case .success(let inner) = TemplateParser.parse(rule.template, at: rule.place)
      else { return 1 }
      return count(inner, depth: depth + 1)
    }
  }
}
