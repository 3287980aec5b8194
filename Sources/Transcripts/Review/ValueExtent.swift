// SPDX-License-Identifier: GPL-3.0-or-later

import Yams

/// Finds where a value ends; Yams tells only where it begins.
struct ValueExtent {
  let editor: TextEditor
  /// The column, from 0, that whatever belongs to the value is further right than.
  let parentIndent: Int

  /// Behind the last scalar of the node, without comments and line end.
  func end(of node: Node) -> Int? {
    guard let mark = node.mark else { return nil }
    let start = editor.index(of: mark)
    switch node {
    case .scalar(let scalar): return end(of: scalar, from: start)
    case .sequence(let items):
      return editor.scalar(at: start) == "[" ? endOfFlow(start) : items.last.flatMap(end)
    case .mapping(let pairs):
      if editor.scalar(at: start) == "{" { return endOfFlow(start) }
      return Array(pairs.values).last.flatMap(end)
    case .alias: return nil
    }
  }

  private func end(of scalar: Node.Scalar, from start: Int) -> Int {
    switch scalar.style {
    case .doubleQuoted, .singleQuoted: endOfQuoted(start)
    case .literal, .folded: endOfBlock(start)
    case .plain, .any: endOfPlain(start)
    }
  }

  func endOfQuoted(_ start: Int) -> Int {
    let quote = editor.scalar(at: start)
    var index = start + 1
    while index < editor.scalars.count {
      let scalar = editor.scalars[index]
      if scalar == "\\" && quote == "\"" {
        index += 1
      } else if scalar == quote {
        guard quote == "'" && editor.scalar(at: index + 1) == "'" else { return index + 1 }
        index += 1
      }
      index += 1
    }
    return index
  }

  private func endOfFlow(_ start: Int) -> Int {
    var depth = 0
    var index = start
    while index < editor.scalars.count {
      let scalar = editor.scalars[index]
      switch scalar {
      case "[", "{": depth += 1
      case "]", "}":
        depth -= 1
        if depth == 0 { return index + 1 }
      case "\"", "'":
        if opensFlowItem(index) { index = endOfQuoted(index) - 1 }
      case "#":
        if index > 0, " \n\t".unicodeScalars.contains(editor.scalars[index - 1]) {
          index = editor.lineEnd(index)
        }
      default: break
      }
      index += 1
    }
    return index
  }

  /// An apostrophe within a plain word quotes nothing.
  private func opensFlowItem(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, " \t\r\n".unicodeScalars.contains(editor.scalars[before]) { before -= 1 }
    return before < 0 || "[{,:".unicodeScalars.contains(editor.scalars[before])
  }

  /// All lines further right than the key; empty ones at the end are layout.
  private func endOfBlock(_ start: Int) -> Int {
    var end = editor.lineEnd(start)
    var line = editor.nextLine(start)
    while line < editor.scalars.count {
      if let indent = editor.indentation(ofLineAt: line) {
        guard indent > parentIndent else { break }
        end = editor.lineEnd(line)
      }
      line = editor.nextLine(line)
    }
    return end
  }

  private func endOfPlain(_ start: Int) -> Int {
    var end = endOfPlainLine(start)
    guard editor.lineEnd(end) == end else { return end }
    var line = editor.nextLine(start)
    while line < editor.scalars.count {
      if let indent = editor.indentation(ofLineAt: line) {
        guard indent > parentIndent, editor.scalar(at: line + indent) != "#" else { break }
        end = endOfPlainLine(line + indent)
      }
      line = editor.nextLine(line)
    }
    return end
  }

  private func endOfPlainLine(_ start: Int) -> Int {
    let last = editor.lineEnd(start)
    var index = start
    while index < last {
      if editor.scalars[index] == "#", index > start, editor.scalars[index - 1] == " " { break }
      index += 1
    }
    while index > start, " \t".unicodeScalars.contains(editor.scalar(at: index - 1)) { index -= 1 }
    return index
  }
}
