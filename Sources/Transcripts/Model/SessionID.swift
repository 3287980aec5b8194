// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The name of a session: when it began and the end of its seed, `2026-11-21T10-30-05Z-7f3a`.
///
/// It sorts by time, is a file name on every system, and says nothing about the person.
package struct SessionID: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  package init(date: Date, seed: UInt64) {
    let day = SessionDate(date)
    let tail = String(seed & 0xFFFF, radix: 16)
    description = "\(day.stamp)-\(String(repeating: "0", count: 4 - tail.count))\(tail)"
  }
}

/// A moment in universal time, by the calendar, without locale or time zone: the same on any machine.
package struct SessionDate: Sendable, Hashable {
  package let year, month, day, hour, minute, second: Int

  package init(_ date: Date) {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    let days = Int((Double(seconds) / 86400).rounded(.down))
    let rest = seconds - days * 86400
    (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    (year, month, day) = Self.civil(days)
  }

  /// The moment in a session's name; nil where the name does not begin with one.
  package init?(sessionID: String) {
    let fields = sessionID.prefix(19).split { "-T".contains($0) }.map { Int($0) }
    guard sessionID.utf8.count >= 20, fields.count == 6, !fields.contains(nil) else { return nil }
    let numbers = fields.compactMap { $0 }
    guard (1...12).contains(numbers[1]), (1...31).contains(numbers[2]), numbers[3] < 24,
      numbers[4] < 60, numbers[5] < 61, Array(sessionID)[19] == "Z"
    else { return nil }
    (year, month, day) = (numbers[0], numbers[1], numbers[2])
    (hour, minute, second) = (numbers[3], numbers[4], numbers[5])
  }

  /// `21 November 2026, 10:30 UTC`
  package var readable: String {
    "\(day) \(Self.months[month - 1]) \(year), \(Self.two(hour)):\(Self.two(minute)) UTC"
  }

  /// `2026-11-21T10-30-05Z`
  var stamp: String {
    let time = [hour, minute, second].map(Self.two).joined(separator: "-")
    return "\(year)-\(Self.two(month))-\(Self.two(day))T\(time)Z"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Howard Hinnant's `civil_from_days`: eras of 400 years that begin on the first of March.
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
