// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Terminal
import Transcripts

/// The line that names a talk to a person at a terminal: when it was, by their clock, and how to call it.
struct SessionHeading {
  private let style: Style
  private let columns: Int
  private let now = Date()

  /// Nil where no person looks: a script gets dates that are the same everywhere.
  init?(_ options: SharedOptions) {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    style = Style(options.color)
    columns = terminalColumns() ?? 80
  }

  /// `yesterday, 21:40 · "money" · 12 turns, 25 minutes        2026-11-20T20-40-11Z-7f3a`
  func line(_ entry: SessionEntry) -> String {
    let began = entry.started.flatMap(date)
    let length = [
      counted(entry.turns, "turn"), began.flatMap { duration(since: $0, entry.path) },
    ]
    let parts = [
      began.map(spoken) ?? "at an unknown time", entry.name.map { "\"\(sanitized($0))\"" },
      length.compactMap { $0 }.joined(separator: ", "),
    ].compactMap { $0 }.joined(separator: " · ")
    let room = columns - displayWidth(of: parts) - displayWidth(of: entry.id)
    let gap = room > 1 ? String(repeating: " ", count: room) : "\n  "
    return style.paint(parts, as: .emphasis) + gap + style.paint(sanitized(entry.id), as: .dim)
  }

  /// The text with the words that were looked for standing out.
  func marked(_ text: String, _ words: [String]) -> String {
    let clean = sanitized(text)
    let wanted = words.joined(separator: " ").split(whereSeparator: \.isWhitespace)
    guard
      let found = clean.range(
        of: wanted.joined(separator: " "), options: [.caseInsensitive, .diacriticInsensitive])
    else { return clean }
    return clean[..<found.lowerBound] + style.paint(String(clean[found]), as: .emphasis)
      + clean[found.upperBound...]
  }

  // MARK: - Time

  private func date(_ moment: SessionDate) -> Date? {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar.date(
      from: DateComponents(
        year: moment.year, month: moment.month, day: moment.day, hour: moment.hour,
        minute: moment.minute, second: moment.second))
  }

  /// By the clock and calendar of whoever reads it: `today, 09:30`, `Tuesday, 09:30`, `3 May, 09:30`.
  private func spoken(_ date: Date) -> String {
    let calendar = Calendar.current
    let day = calendar.startOfDay(for: date)
    let days = calendar.dateComponents([.day], from: day, to: calendar.startOfDay(for: now)).day
    let isThisYear = calendar.isDate(date, equalTo: now, toGranularity: .year)
    let form: String
    switch days ?? 0 {
    case 0: form = "'today', HH:mm"
    case 1: form = "'yesterday', HH:mm"
    case 2..<7: form = "EEEE, HH:mm"
    default: form = isThisYear ? "d MMMM, HH:mm" : "d MMMM yyyy, HH:mm"
    }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_GB")
    formatter.dateFormat = form
    return formatter.string(from: date)
  }

  /// From the beginning to when the file was last written to; nothing where that was on another day's work,
  /// as after it was copied.
  private func duration(since began: Date, _ path: String) -> String? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let written = attributes?[.modificationDate] as? Date else { return nil }
    let minutes = Int(written.timeIntervalSince(began) / 60)
    switch minutes {
    case 1..<60: return counted(minutes, "minute")
    case 60..<(12 * 60): return "about \(counted((minutes + 30) / 60, "hour"))"
    default: return nil
    }
  }
}
