// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Findings

/// A word list as a rule file declares it, with hassil's meaning.
public struct ListDefinition: Sendable {
  /// One value: a template, and what it is captured as where that differs.
  public struct Value: Sendable {
    public var template: String
    public var output: String?
    public var place: Place

    public init(template: String, output: String? = nil, place: Place) {
      self.template = template
      self.output = output
      self.place = place
    }
  }

  /// Numbers, in digits or words.
  public struct NumberRange: Sendable, Equatable {
    public var from: Double
    public var to: Double
    public var step: Double
    public var multiplier: Double?
    /// Whether halves between the steps count as well.
    public var halves: Bool

    public init(
      from: Double, to: Double, step: Double = 1, multiplier: Double? = nil, halves: Bool = false
    ) {
      self.from = from
      self.to = to
      self.step = step
      self.multiplier = multiplier
      self.halves = halves
    }

    func contains(_ value: Double) -> Bool {
      guard value >= from, value <= to else { return false }
      let steps = (value - from) / step
      if steps == steps.rounded() { return true }
      return halves && value * 2 == (value * 2).rounded()
    }
  }

  public enum Content: Sendable {
    case values([Value])
    case range(NumberRange)
    case wildcard
  }

  public var name: String
  public var content: Content
  public var place: Place
  /// Whether each value also stands for its other forms (`hide` for `hides`, `hid`, `hiding`).
  public var forms: Forms

  public enum Forms: String, Sendable, CaseIterable {
    case asWritten = "none"
    case verb, noun
  }

  public init(name: String, content: Content, place: Place, forms: Forms = .asWritten) {
    self.name = name
    self.content = content
    self.place = place
    self.forms = forms
  }
}

extension ListDefinition.NumberRange: Archivable {
  public static let form = Form(
    ListDefinition.NumberRange.init, \.from, \.to, \.step, \.multiplier, \.halves)
}
