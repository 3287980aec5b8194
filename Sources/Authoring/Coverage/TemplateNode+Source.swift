// SPDX-License-Identifier: GPL-3.0-or-later

import Templates

extension TemplateNode {
  /// A template that has this syntax, to show a part of one or to compile it by itself.
  var source: String {
    switch self {
    case .text(let text): Self.escaped(text)
    case .sequence(let items): items.map(\.source).joined()
    case .alternatives(let branches): "(\(branches.map(\.source).joined(separator: "|")))"
    case .optional(let inner): "[\(inner.source)]"
    case .permutation(let parts): "(\(parts.map(\.source).joined(separator: ";")))"
    case .list(let name, let slot, let asTyped, _): "{\(asTyped ? "@" : "")\(name):\(slot)}"
    case .rule(let name, _): "<\(name)>"
    case .gap(let most): "*\(most.map(String.init) ?? "")"
    case .clauseStart: "^"
    case .clauseEnd: "$"
    }
  }

  /// The text as a template that stands for just that.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { out, character in
      if "()[]{}<>|;*^$\\".contains(character) { out.append("\\") }
      out.append(character)
    }
  }
}
