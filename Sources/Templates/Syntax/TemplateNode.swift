// SPDX-License-Identifier: GPL-3.0-or-later

/// The syntax of a template: one case per form of the template language.
public indirect enum TemplateNode: Sendable, Equatable {
  /// Literal text, spaces kept: whether it touches its neighbour decides what a word is.
  case text(String)
  case sequence([TemplateNode])
  /// `(a|b)`
  case alternatives([TemplateNode])
  /// `[a]`
  case optional(TemplateNode)
  /// `(a; b)`
  case permutation([TemplateNode])
  /// `{name:slot}`, captured as typed with `{@name}`; `column` counts scalars from the start.
  case list(name: String, slot: String, asTyped: Bool, column: Int)
  /// `<name>`
  case rule(name: String, column: Int)
  /// `*`, or `*3` with a most
  case gap(most: Int?)
  /// `^`
  case clauseStart
  /// `$`
  case clauseEnd
}
