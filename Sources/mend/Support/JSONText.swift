// SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON value whose keys keep their order, so that the same answer is always the same bytes.
indirect enum JSONText {
  case string(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case list([JSONText])
  case object([(String, JSONText)])

  /// On one line, without a line feed.
  var text: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    switch self {
    case .string(let value): Self.quote(value, &out)
    case .integer(let value): out += String(value)
    case .number(let value):
      out += value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .flag(let value): out += value ? "true" : "false"
    case .list(let items):
      out += "["
      for (index, item) in items.enumerated() {
        if index > 0 { out += ", " }
        item.write(to: &out)
      }
      out += "]"
    case .object(let members):
      out += "{"
      for (index, (key, value)) in members.enumerated() {
        if index > 0 { out += ", " }
        Self.quote(key, &out)
        out += ": "
        value.write(to: &out)
      }
      out += "}"
    }
  }

  private static func quote(_ text: String, _ out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
