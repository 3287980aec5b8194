// SPDX-License-Identifier: GPL-3.0-or-later

import Yams

/// Gives one key of a turn another value, in the way its author writes.
struct ValueEdit {
  private(set) var editor: TextEditor
  private let key: Node
  private let value: Node
  /// The key's column, from 0.
  private let indent: Int

  init(key: Node, value: Node, editor: TextEditor) {
    self.key = key
    self.value = value
    self.editor = editor
    indent = (key.mark?.column ?? 1) - 1
  }

  // MARK: Text

  /// Several lines, or a block before, become a block; a comment behind the value stays there.
  mutating func setText(_ text: String) {
    guard let range = range(of: value, indent: indent) else { return }
    let style = value.scalar?.style
    let wasBlock = style == .literal || style == .folded
    let isBlock = (wasBlock || text.contains("\n")) && YAMLText.fitsBlock(text)
    let head = wasBlock ? headOfBlock(range.lowerBound) : range
    if !isBlock {
      editor.replace(head, with: YAMLText.inline(text))
      if wasBlock { editor.replace(editor.lineEnd(head.upperBound)..<range.upperBound, with: "") }
      return
    }
    let lines = "\n" + YAMLText.blockLines(text, indent: contentIndent(range)).dropLast()
    editor.replace(head, with: "|-")
    let end = editor.lineEnd(head.upperBound)
    editor.replace(end..<max(end, range.upperBound), with: lines)
  }

  /// The `|-` itself.
  private func headOfBlock(_ start: Int) -> Range<Int> {
    var end = start
    while !" \r\n".unicodeScalars.contains(editor.scalar(at: end)) { end += 1 }
    return start..<end
  }

  /// As the old block has it, or two further in than the key.
  private func contentIndent(_ range: Range<Int>) -> Int {
    let line = editor.nextLine(range.lowerBound)
    guard line < range.upperBound, let old = editor.indentation(ofLineAt: line), old > indent
    else { return indent + 2 }
    return old
  }

  // MARK: Lists

  mutating func setList(_ items: [String]) {
    guard case .sequence(let old) = value, let mark = value.mark,
      editor.scalar(at: editor.index(of: mark)) != "["
    else {
      let isSingle = value.scalar != nil && items.count == 1
      replaceValue(isSingle ? YAMLText.inline(items[0]) : YAMLText.flowList(items))
      return
    }
    setBlockList(Array(old), items)
  }

  /// Items that stay keep their lines, and so their comments.
  private mutating func setBlockList(_ old: [Node], _ items: [String]) {
    let before = old.map { $0.scalar?.string ?? "" }
    let kept = zip(before, items).prefix { $0 == $1 }.count
    let keptAtEnd = zip(before.dropFirst(kept).reversed(), items.dropFirst(kept).reversed())
      .prefix { $0 == $1 }.count
    let gone = old[kept..<(old.count - keptAtEnd)]
    let new = items[kept..<(items.count - keptAtEnd)]
    if items.isEmpty {
      editor.replace(endOfKey..<endOfKey, with: " []")
    }
    for (node, item) in zip(gone, new) {
      guard let range = range(of: node, indent: dash(node)) else { continue }
      editor.replace(range, with: YAMLText.inline(item))
    }
    for node in gone.dropFirst(new.count) { removeLines(of: node, indent: dash(node)) }
    let margin = String(repeating: " ", count: dash(old[0]))
    let extra = new.dropFirst(gone.count).map { "\(margin)- \(YAMLText.inline($0))" }
    guard !extra.isEmpty else { return }
    let above = kept + gone.count - 1
    guard let range = range(of: old[max(0, above)], indent: dash(old[0])) else { return }
    if above < 0 {
      let start = editor.lineStart(range.lowerBound)
      editor.replace(start..<start, with: extra.joined(separator: "\n") + "\n")
    } else {
      let end = editor.lineEnd(range.upperBound)
      editor.replace(end..<end, with: "\n" + extra.joined(separator: "\n"))
    }
  }

  /// The column, from 0, of the dash before an item.
  private func dash(_ node: Node) -> Int {
    guard let mark = node.mark else { return indent }
    let start = editor.index(of: mark)
    let line = editor.lineStart(start)
    return editor.indentation(ofLineAt: line) ?? indent
  }

  // MARK: Facts

  mutating func setFacts(_ facts: [String: [String]]) {
    guard case .mapping(let old) = value, let mark = value.mark,
      editor.scalar(at: editor.index(of: mark)) != "{", !facts.isEmpty
    else { return replaceValue(YAMLText.flowFacts(facts)) }
    var left = facts
    for (name, node) in old {
      guard let column = name.mark.map({ $0.column - 1 }) else { continue }
      let wanted = left.removeValue(forKey: name.scalar?.string ?? "")
      guard let wanted else {
        removeLines(of: node, indent: column)
        continue
      }
      guard wanted != values(node) else { continue }
      var edit = ValueEdit(key: name, value: node, editor: editor)
      if wanted.count == 1 && node.scalar != nil {
        edit.replaceValue(YAMLText.inline(wanted[0]))
      } else {
        edit.setList(wanted)
      }
      editor = edit.editor
    }
    guard let last = Array(old.values).last, let range = range(of: last, indent: mark.column - 1)
    else { return }
    let margin = String(repeating: " ", count: mark.column - 1)
    let end = editor.lineEnd(range.upperBound)
    for (name, values) in left.sorted(by: { $0.key < $1.key }) {
      let line = "\n\(margin)\(YAMLText.inline(name)): \(YAMLText.factValue(values))"
      editor.replace(end..<end, with: line)
    }
  }

  private func values(_ node: Node) -> [String] {
    node.sequence.map { $0.compactMap(\.scalar?.string) } ?? [node.scalar?.string ?? ""]
  }

  // MARK: Ranges

  private mutating func replaceValue(_ text: String) {
    guard let range = range(of: value, indent: indent) else { return }
    editor.replace(range, with: text)
  }

  private func range(of node: Node, indent: Int) -> Range<Int>? {
    guard let mark = node.mark,
      let end = ValueExtent(editor: editor, parentIndent: indent).end(of: node)
    else { return nil }
    let start = editor.index(of: mark)
    return start..<max(start, end)
  }

  private mutating func removeLines(of node: Node, indent: Int) {
    guard let range = range(of: node, indent: indent) else { return }
    let start = editor.lineStart(range.lowerBound)
    editor.replace(start..<editor.nextLine(range.upperBound), with: "")
  }

  /// Behind the colon.
  private var endOfKey: Int {
    guard let mark = key.mark else { return 0 }
    var end = editor.index(of: mark)
    while editor.scalar(at: end) != ":" && editor.scalar(at: end) != "\n" { end += 1 }
    return min(end + 1, editor.scalars.count)
  }
}
