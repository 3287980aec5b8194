// SPDX-License-Identifier: GPL-3.0-or-later

import Archive

/// Where something stands in an author's file.
///
/// Every token, syntax node, rule and reply carries one from the start, so that no message has to
/// search the text again. Lines and columns count from 1; columns count Unicode scalars.
public struct Place: Hashable, Sendable, Comparable {
  public var file: String
  public var line: Int
  public var column: Int

  public init(file: String, line: Int = 1, column: Int = 1) {
    self.file = file
    self.line = max(1, line)
    self.column = max(1, column)
  }

  public static func < (left: Place, right: Place) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }

  /// The same file, further along: `columns` scalars to the right on the same line.
  public func advanced(columns: Int) -> Place {
    Place(file: file, line: line, column: column + columns)
  }
}

extension Place: CustomStringConvertible {
  public var description: String { "\(file):\(line):\(column)" }
}

extension Place: Archivable {
  public static let form = Form(Place.init(file:line:column:), \.file, \.line, \.column)
}
