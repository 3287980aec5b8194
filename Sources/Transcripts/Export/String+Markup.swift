// SPDX-License-Identifier: GPL-3.0-or-later

extension String {
  /// Safe as text and as an attribute of HTML and XML, without what XML 1.0 cannot hold at all.
  var escapedForMarkup: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\u{FFFE}", "\u{FFFF}", "\r": break
      default: if !scalar.isControl { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
