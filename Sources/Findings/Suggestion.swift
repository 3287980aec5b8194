// SPDX-License-Identifier: GPL-3.0-or-later

/// The candidate nearest to what was typed, for "did you mean"; nil where nothing is near.
///
/// Near means at most a third of the letters differ, so that a wild guess is never offered. Ties go to
/// the alphabetically first, so the answer does not depend on the order of the candidates.
public func nearest(to typed: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(typed.lowercased().unicodeScalars)
  let limit = max(1, wanted.count / 3)
  var best: (distance: Int, name: String)?
  for name in candidates {
    let distance = editDistance(wanted, Array(name.lowercased().unicodeScalars))
    guard distance <= limit else { continue }
    if let found = best, (found.distance, found.name) <= (distance, name) { continue }
    best = (distance, name)
  }
  return best?.name
}

/// Insertions, deletions, substitutions and swaps of neighbours that lead from one to the other.
@inlinable
public func editDistance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  var row = last
  for i in 1...left.count {
    row[0] = i
    for j in 1...right.count {
      let substitution = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
      row[j] = min(last[j] + 1, row[j - 1] + 1, substitution)
      if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[right.count]
}
