// SPDX-License-Identifier: GPL-3.0-or-later

import Archive

/// Something worth saying about an author's file: a value that is collected and sorted, never thrown.
///
/// Code, message, place and help are data. Only a renderer knows about colours and carets.
public struct Finding: Hashable, Sendable {
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    case error, warning, note

    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  /// A stable, lower-case name such as `unknown-list`; each has a page (`mend check --explain`).
  public var code: String
  public var severity: Severity
  /// What is wrong, in one sentence without a full stop.
  public var message: String
  public var place: Place
  /// What to do about it, where that is known.
  public var help: String?
  /// How many scalars the caret should underline; at least one.
  public var length: Int

  public init(
    _ severity: Severity, code: String, _ message: String, at place: Place, help: String? = nil,
    length: Int = 1
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.place = place
    self.help = help
    self.length = max(1, length)
  }

  public static func error(
    _ code: String, _ message: String, at place: Place, help: String? = nil, length: Int = 1
  ) -> Finding {
    Finding(.error, code: code, message, at: place, help: help, length: length)
  }

  public static func warning(
    _ code: String, _ message: String, at place: Place, help: String? = nil, length: Int = 1
  ) -> Finding {
    Finding(.warning, code: code, message, at: place, help: help, length: length)
  }
}

extension Finding: Comparable {
  /// By place, so that output does not depend on the order in which checks ran.
  public static func < (left: Finding, right: Finding) -> Bool {
    (left.place, left.severity, left.code, left.message)
      < (right.place, right.severity, right.code, right.message)
  }
}

extension Finding: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: error: what; what to do [code]`, the form editors and `grep` understand.
  public var description: String {
    let advice = help.map { "; \($0)" } ?? ""
    return "\(place): \(severity.rawValue): \(message)\(advice) [\(code)]"
  }
}

extension Finding.Severity: Archivable {
  public static let form = Form<Self>.rawValue
}

extension Finding: Archivable {
  public static let form = Form(
    Finding.init(_:code:_:at:help:length:), \.severity, \.code, \.message, \.place, \.help,
    \.length)
}
