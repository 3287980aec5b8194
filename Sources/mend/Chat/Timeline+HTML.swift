// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Terminal

/// The timeline as one page that needs nothing else: no network, no script, fit for paper.
extension Timeline {
  var html: String {
    let sum = counts
    let total =
      stops.isEmpty
      ? "<p>No talk is saved yet.</p>"
      : "<p class=\"sum\"><b>\(stops.count)</b> talk\(stops.count == 1 ? "" : "s") · "
        + "<b>\(sum.made)</b> promised · <b>\(sum.kept)</b> kept · <b>\(sum.missed)</b> missed</p>"
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>mend: the way so far</title>
      <style>\(Self.style)</style></head>
      <body><main><h1>The way so far</h1>
      \(total)
      <ol>
      \(stops.map(item).joined(separator: "\n"))
      </ol></main></body></html>

      """
  }

  private func item(_ stop: Stop) -> String {
    let promises = (stop.told + stop.made).map { promise in
      "<li class=\"\(promise.outcome.rawValue)\"><span>\(Self.word(promise))</span> "
        + "\(Self.escaped(promise.text))</li>"
    }
    let results = stop.results.map {
      "<li class=\"written\"><span>written</span> \(Self.escaped($0))</li>"
    }
    let lines = promises + results
    let list = lines.isEmpty ? "" : "<ul>\(lines.joined())</ul>"
    let topics = stop.topics.prefix(5).map(Self.escaped).joined(separator: " · ")
    return """
      <li><h2>\(Self.escaped(stop.when))</h2>
      <p>\(counted(stop.turns, "turn"))\(topics.isEmpty ? "" : ": \(topics)")</p>\(list)</li>
      """
  }

  private static func word(_ promise: Dialogue.Promise) -> String {
    switch promise.outcome {
    case .kept: "kept"
    case .missed: "missed"
    case .open: "promised"
    }
  }

  private static let style = """
    :root{color-scheme:light}
    body{font:17px/1.5 Georgia,"Times New Roman",serif;color:#222;background:#fdfcf9;margin:0}
    main{max-width:40rem;margin:2rem auto;padding:0 1rem}
    h1{font-size:1.6rem;margin:0 0 .3rem}h2{font-size:1.05rem;margin:0}
    p{margin:.15rem 0;color:#444}.sum{margin-bottom:1.5rem}
    ol{list-style:none;margin:0;padding:0;border-left:3px solid #b9c7c4}
    ol>li{position:relative;padding:0 0 1.4rem 1.3rem}
    ol>li::before{content:"";position:absolute;left:-9px;top:.4rem;width:15px;height:15px;border-radius:50%;background:#5b7f78}
    ul{list-style:none;margin:.4rem 0 0;padding:0}ul li{padding:.15rem 0}
    span{display:inline-block;min-width:5.2em;text-align:center;font:.78rem/1.6 system-ui,sans-serif;border-radius:.3rem;background:#e6e6e0;color:#222}
    .kept span{background:#cfe6cf}.missed span{background:#f3d9d0}.written span{background:#d9e2f0}
    @media print{body{background:#fff;font-size:11pt}main{margin:0;max-width:none}ol>li{break-inside:avoid}}
    """

  private static func escaped(_ text: String) -> String {
    sanitized(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
