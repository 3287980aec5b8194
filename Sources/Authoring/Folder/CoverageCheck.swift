// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Finds pieces of the sources' guidance that no knowledge entry says it covers.
struct CoverageCheck: Check {
  func findings(in book: RuleBook) -> [Finding] {
    guard !book.inventory.isEmpty else { return [] }
    let covered = Set(book.coach.knowledge.values.flatMap(\.points).flatMap(\.covers))
    let missing = book.inventory.enumerated().filter { !covered.contains($0.element) }.map {
      line, id in
      Finding.warning(
        "not-covered", "no knowledge entry covers \(id)",
        at: Place(file: "knowledge/inventory-ids.txt", line: line + 1),
        help: "say it in a point, and name it there under covers:", length: id.unicodeScalars.count)
    }
    let known = Set(book.inventory)
    let unknown = book.coach.knowledge.values.flatMap(\.points).flatMap { point in
      point.covers.filter { !known.contains($0) }.map { id in
        Finding.error(
          "unknown-inventory-id", "the inventory has no \(id)", at: point.place,
          help: nearest(to: id, among: known).map { "did you mean \($0)?" } ?? "remove it")
      }
    }
    return missing + unknown
  }
}
