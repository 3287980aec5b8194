// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Foundation

/// Notices that rule files were edited.
///
/// It looks at the files when asked, before the next message, rather than at every change: an editor saves
/// in several steps, and a talk has time.
final class RuleWatcher {
  enum Change {
    case fresh(Workshop)
    case broken([String])
  }

  private let options: SharedOptions
  private var stamp: String?

  init(options: SharedOptions) {
    self.options = options
    stamp = Self.stamp(of: options)
  }

  func change(since workshop: Workshop) -> Change? {
    let now = Self.stamp(of: options)
    guard now != stamp else { return nil }
    stamp = now
    guard let loaded = try? options.loadRules() else {
      return .broken(["the rules folder cannot be read"])
    }
    if loaded.digest == workshop.digest { return nil }
    do {
      let fresh = try Workshop(options, quietly: true)
      let errors = fresh.findings.filter { $0.severity == .error }.sorted()
      return errors.isEmpty ? .fresh(fresh) : .broken(errors.prefix(5).map { "\($0)" })
    } catch {
      return .broken(["\(error)"])
    }
  }

  /// Sizes and times of all rule files.
  private static func stamp(of options: SharedOptions) -> String? {
    guard let folder = try? Places(rules: options.rules).rulesFolder(),
      let walk = FileManager.default.enumerator(atPath: folder)
    else { return nil }
    var parts: [String] = []
    for case let name as String in walk where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      var status = stat()
      guard stat("\(folder)/\(name)", &status) == 0 else { continue }
      parts.append("\(name) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)")
    }
    return parts.sorted().joined(separator: "\n")
  }
}
