// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Language

/// A named piece of template (`<other>`).
public struct RuleDefinition: Sendable {
  public var name: String
  public var template: String
  public var place: Place

  public init(name: String, template: String, place: Place) {
    self.name = name
    self.template = template
    self.place = place
  }
}

/// Compiles templates into one `TemplateSet`.
///
/// May be thorough and slow; reports what is wrong as findings. A template that it accepts can be
/// matched: the matching half cannot fail.
public struct TemplateSetBuilder {
  /// A list value or an expansion rule may stand for at most this many word sequences to be looked up
  /// as a list.
  static let mostListed = 2_000

  public private(set) var lexicon: Lexicon
  private let lists: [String: ListDefinition]
  private let rules: [String: RuleDefinition]
  private let turned: [String: String]
  private let inflector: Inflector

  private var compiled: [CompiledTemplate] = []
  private var listNumbers: [String: Int] = [:]
  private var trie = PhraseTrie()
  private var ranges: [Int: ListDefinition.NumberRange] = [:]
  private var expanded: [RuleKey: Result<Element, TemplateError>] = [:]
  private var opened: [RuleKey] = []
  private var listCount = 0
  private var listFailures: [String: TemplateError] = [:]

  private var rulesWithRoles: [String: Bool] = [:]
  private var lastParsed: (text: String, result: Result<TemplateNode, TemplateError>) = (
    "", .success(.sequence([]))
  )

  private struct RuleKey: Hashable {
    var name: String
    var turned: Bool
  }

  public init(lexicon: Lexicon, lists: [ListDefinition], rules: [RuleDefinition]) {
    self.lexicon = lexicon
    self.lists = Dictionary(lists.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.rules = Dictionary(rules.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var turned: [String: String] = [:]
    for role in lexicon.definition.roles {
      turned[role.speaker] = role.other
      turned[role.other] = role.speaker
    }
    self.turned = turned
    inflector = Inflector(lexicon.definition)
  }

  /// Adds a template and gives its number in the set.
  ///
  /// - Parameters:
  ///   - whole: it must match an entire utterance.
  ///   - rolesTurned: what the speaker says of themself is said of the other, and the other way round.
  public mutating func add(
    _ text: String, at place: Place, whole: Bool = false, rolesTurned: Bool = false
  ) -> Result<Int, TemplateError> {
    sized(text, at: place, rolesTurned: rolesTurned).flatMap { element, size in
      if element.isNullable {
        return .failure(
          TemplateError(
            finding: .error(
              "template-matches-nothing", "the template could match no words at all", at: place,
              help: "make at least one word required", length: text.unicodeScalars.count)))
      }
      compiled.append(CompiledTemplate(element, size: size, whole: whole))
      return .success(compiled.count - 1)
    }
  }

  /// Whether adding the template with its roles turned gives another template.
  public mutating func hasRoles(_ text: String) -> Bool {
    guard case .success(let node) = parsed(text, at: Place(file: "")) else { return false }
    return node.ruleNames.contains { ruleHasRoles($0) }
  }

  private mutating func ruleHasRoles(_ name: String) -> Bool {
    if turned[name] != nil { return true }
    if let known = rulesWithRoles[name] { return known }
    // A rule that refers to itself is reported elsewhere; here it must only not go on for ever.
    rulesWithRoles[name] = false
    let found = rules[name].map { hasRoles($0.template) } ?? false
    rulesWithRoles[name] = found
    return found
  }

  /// A template is asked about, added, and added with its roles turned, one right after the other.
  private mutating func parsed(_ text: String, at place: Place) -> Result<
    TemplateNode, TemplateError
  > {
    if case .success = lastParsed.result, lastParsed.text == text { return lastParsed.result }
    let result = TemplateParser.parse(text, at: place)
    lastParsed = (text, result)
    return result
  }

  /// What a template means once names are resolved.
  public mutating func element(of text: String, at place: Place, rolesTurned: Bool = false)
    -> Result<Element, TemplateError>
  {
    sized(text, at: place, rolesTurned: rolesTurned).map(\.element)
  }

  /// What a template means, and how many places an automaton for it has.
  private mutating func sized(_ text: String, at place: Place, rolesTurned: Bool)
    -> Result<(element: Element, size: Int), TemplateError>
  {
    parsed(text, at: place).flatMap { node in
      do {
        let spelled = Spelled.mayGlue(text) ? try Spelled.spelled(node) : node
        let element = try resolve(spelled, place, rolesTurned)
        let size = element.size
        if size > Automaton.mostSpots { throw tooLarge(place) }
        return .success((element, size))
      } catch let error as TemplateError {
        return .failure(error)
      } catch {
        return .failure(tooLarge(place))
      }
    }
  }

  public mutating func build() -> TemplateSet {
    lexicon.seal()
    return TemplateSet(
      lexicon: lexicon, templates: compiled, trie: trie, ranges: ranges, listCount: listCount)
  }

  private func tooLarge(_ place: Place) -> TemplateError {
    TemplateError(
      finding: .error(
        "template-too-large", "the template has more than \(Automaton.mostSpots) parts", at: place,
        help: "split it into several"))
  }

  // MARK: - Resolving

  private mutating func resolve(_ node: TemplateNode, _ place: Place, _ turned: Bool) throws
    -> Element
  {
    switch node {
    case .text(let text):
      return lexicon.known(text).map { .word($0) } ?? .words(lexicon.learn(text))
    case .sequence(let items):
      return .joined(try items.map { try resolve($0, place, turned) })
    case .alternatives(let branches):
      return .alternatives(try branches.map { try resolve($0, place, turned) })
    case .optional(let inner): return .optional(try resolve(inner, place, turned))
    case .permutation(let parts):
      return try permuted(try parts.map { try resolve($0, place, turned) }, place)
    case .gap(let most): return .gap(most: most)
    case .clauseStart: return .clauseStart
    case .clauseEnd: return .clauseEnd
    case .list(let name, let slot, let asTyped, let column):
      return try list(name, Slot(name: slot, asTyped: asTyped), place.advanced(columns: column))
    case .rule(let name, let column):
      return try rule(name, place.advanced(columns: column), turned)
    }
  }

  private func permuted(_ parts: [Element], _ place: Place) throws -> Element {
    if parts.count > 6 {
      throw TemplateError(
        finding: .error(
          "template-too-large", "\(parts.count) parts in any order", at: place,
          help: "at most 6 parts can stand in any order"))
    }
    if parts.count == 1 { return parts[0] }
    return .alternatives(
      try parts.indices.map { first in
        var rest = parts
        rest.remove(at: first)
        return .joined([parts[first], try permuted(rest, place)])
      })
  }

  private mutating func list(_ name: String, _ slot: Slot, _ place: Place) throws -> Element {
    guard let definition = lists[name] else {
      let near = nearest(to: name, among: lists.keys)
      throw TemplateError(
        finding: .error(
          "unknown-list", "no list is named {\(name)}", at: place,
          help: near.map { "did you mean {\($0)}?" } ?? "declare it under lists:",
          length: name.unicodeScalars.count + 2))
    }
    switch definition.content {
    case .wildcard: return .wildcard(slot: slot)
    case .range(let range):
      let number = listNumber(name)
      ranges[number] = range
      return .range(number, slot: slot)
    case .values(let values):
      if let failure = listFailures[name] { throw failure }
      if let number = listNumbers[name] { return .list(number, slot: slot) }
      let number = listNumber(name)
      do {
        try fill(number, with: values, definition.forms)
      } catch let failure as TemplateError {
        listFailures[name] = failure
        throw failure
      }
      return .list(number, slot: slot)
    }
  }

  private mutating func listNumber(_ name: String) -> Int {
    if let number = listNumbers[name] { return number }
    let number = listCount
    listCount += 1
    listNumbers[name] = number
    return number
  }

  private mutating func fill(
    _ number: Int, with values: [ListDefinition.Value], _ forms: ListDefinition.Forms
  ) throws {
    for value in values {
      let output = trie.addValue(value.output)
      for text in inflected(value.template, forms) {
        let element: Element
        switch self.element(of: text, at: value.place) {
        case .success(let found): element = found
        case .failure(let error): throw error
        }
        guard let phrases = element.phrases(most: Self.mostListed) else {
          throw TemplateError(
            finding: .error(
              "list-value-not-plain", "the value \"\(value.template)\" has no fixed words",
              at: value.place,
              help:
                "use words, (a|b), [a] and plain <rules> in a list; put the rest in the template"))
        }
        for phrase in phrases where !phrase.isEmpty {
          trie.insert(phrase, list: number, value: output)
        }
      }
    }
  }

  private func inflected(_ template: String, _ forms: ListDefinition.Forms) -> [String] {
    switch forms {
    case .asWritten: [template]
    case .verb: inflector.verbForms(template)
    case .noun: inflector.nounForms(template)
    }
  }

  private mutating func rule(_ written: String, _ place: Place, _ isTurned: Bool) throws -> Element
  {
    let name = isTurned ? turned[written] ?? written : written
    guard let definition = rules[name] else {
      let near = nearest(to: name, among: rules.keys)
      throw TemplateError(
        finding: .error(
          "unknown-rule", "no expansion rule is named <\(name)>", at: place,
          help: near.map { "did you mean <\($0)>?" } ?? "declare it under expansion_rules:",
          length: name.unicodeScalars.count + 2))
    }
    // A role that was turned already stands for the other side as a whole.
    let key = RuleKey(name: name, turned: isTurned && turned[written] == nil)
    if let known = expanded[key] { return try known.get() }
    if opened.contains(key) {
      let circle = (opened.drop { $0 != key }.map(\.name) + [name]).map { "<\($0)>" }
      throw TemplateError(
        finding: .error(
          "rule-cycle", "<\(name)> refers to itself: \(circle.joined(separator: " → "))",
          at: definition.place, help: "write one of them out"))
    }
    opened.append(key)
    defer { opened.removeLast() }
    let result = element(of: definition.template, at: definition.place, rolesTurned: key.turned)
      .map { listed($0) }
    expanded[key] = result
    return try result.get()
  }

  /// A rule that only stands for words becomes a list that nobody captures: marked on the message once,
  /// whatever its size.
  private mutating func listed(_ element: Element) -> Element {
    guard element.size > 2, let phrases = element.phrases(most: Self.mostListed) else {
      return element
    }
    let number = listCount
    listCount += 1
    let value = trie.addValue(nil)
    for phrase in phrases where !phrase.isEmpty { trie.insert(phrase, list: number, value: value) }
    let list = Element.list(number, slot: nil)
    return phrases.contains([]) ? .optional(list) : list
  }
}

extension Element {
  static func words(_ words: [WordID]) -> Element {
    words.count == 1 ? .word(words[0]) : .sequence(words.map { .word($0) })
  }

  static func joined(_ items: [Element]) -> Element {
    let flat = items.flatMap { item -> [Element] in
      if case .sequence(let inner) = item { return inner }
      return [item]
    }
    return flat.count == 1 ? flat[0] : .sequence(flat)
  }

  /// The word sequences that it stands for, some perhaps more than once; nil where there are more than
  /// `most` or it is not made of words alone.
  func phrases(most: Int) -> [[WordID]]? {
    switch self {
    case .word(let word): return [[word]]
    case .optional(let inner): return inner.phrases(most: most).map { $0 + [[]] }
    case .alternatives(let branches):
      var found: [[WordID]] = []
      for branch in branches {
        guard let more = branch.phrases(most: most) else { return nil }
        found += more
        if found.count > most { return nil }
      }
      return found
    case .sequence(let items):
      var found: [[WordID]] = [[]]
      for item in items {
        guard let endings = item.phrases(most: most), found.count * endings.count <= most else {
          return nil
        }
        found = found.flatMap { start in endings.map { start + $0 } }
      }
      return found
    case .list, .wildcard, .range, .gap, .clauseStart, .clauseEnd: return nil
    }
  }
}

extension TemplateNode {
  /// The expansion rules that it names.
  public var ruleNames: [String] {
    switch self {
    case .rule(let name, _): [name]
    case .sequence(let items), .alternatives(let items), .permutation(let items):
      items.flatMap(\.ruleNames)
    case .optional(let inner): inner.ruleNames
    case .text, .list, .gap, .clauseStart, .clauseEnd: []
    }
  }
}
