// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Foundation
import Terminal
import Transcripts

/// All saved talks as a story: when, what about, what was promised and what became of it.
struct Timeline {
  private struct Stop {
    var when: String
    var turns: Int
    var topics: [String]
    var promises: [Dialogue.Promise]
    var results: [String]
  }

  private let stops: [Stop]

  init(folder: String, policy: Policy) throws {
    let store = SessionStore(folder: folder)
    let entries: [SessionEntry]
    do throws(TranscriptFault) {
      entries = try store.list()
    } catch {
      throw Failure(.noInput, "\(error)")
    }
    stops = entries.reversed().compactMap { entry in
      guard entry.turns > 0, let file = try? store.load(entry) else { return nil }
      let state = Earlier.state(after: file.transcript, folder: folder, policy: policy)
      return Stop(
        when: entry.started?.readable ?? entry.id, turns: entry.turns,
        topics: Self.topics(file.transcript, policy), promises: state.promises,
        results: state.documents.map(\.title))
    }
  }

  /// What the guidance of a talk was about, by title, in the order of the talk.
  private static func topics(_ transcript: Transcript, _ policy: Policy) -> [String] {
    var seen: Set<String> = []
    return transcript.turns.compactMap(\.guidance.first)
      .filter { seen.insert($0).inserted }
      .compactMap { policy.coach.knowledge[$0]?.title }
  }

  var text: String {
    if stops.isEmpty { return "No talk is saved yet." }
    return stops.map { stop in
      var lines = ["\(stop.when), \(stop.turns) turn\(stop.turns == 1 ? "" : "s")"]
      if !stop.topics.isEmpty {
        lines.append("  about: \(stop.topics.prefix(5).joined(separator: "; "))")
      }
      for promise in stop.promises {
        lines.append("  \(Self.mark(promise.outcome)) \(sanitized(promise.text))")
      }
      for result in stop.results { lines.append("  written: \(result)") }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static func mark(_ outcome: Dialogue.Promise.Outcome) -> String {
    switch outcome {
    case .kept: "[kept]"
    case .missed: "[missed]"
    case .open: "[open]"
    }
  }

  var html: String {
    let items = stops.map { stop in
      let promises = stop.promises.map {
        "<li class=\"\($0.outcome.rawValue)\"><b>\($0.outcome.rawValue)</b> \(Self.escaped($0.text))</li>"
      }.joined()
      let results = stop.results.map { "<li>written: \(Self.escaped($0))</li>" }.joined()
      return """
        <section><h2>\(Self.escaped(stop.when))</h2>
        <p>\(stop.turns) turns. \(Self.escaped(stop.topics.prefix(5).joined(separator: "; ")))</p>
        <ul>\(promises)\(results)</ul></section>
        """
    }.joined(separator: "\n")
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>mend: the way so far</title>
      <style>
      body{font:17px/1.5 Georgia,serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fdfcf9}
      h1{font-size:1.5rem}h2{font-size:1.05rem;margin:0 0 .2rem}
      section{border-left:3px solid #8aa;padding:0 0 1rem 1rem;margin:0 0 .5rem}
      p{margin:.2rem 0}ul{list-style:none;padding:0;margin:.4rem 0}li{padding:.15rem 0}
      b{font-size:.8rem;padding:.1rem .4rem;border-radius:.3rem;background:#ddd;font-family:sans-serif}
      .kept b{background:#cfe8cf}.missed b{background:#f0d6cf}
      @media print{body{margin:0;background:#fff}section{break-inside:avoid}}
      </style></head><body><h1>The way so far</h1>
      \(items.isEmpty ? "<p>No talk is saved yet.</p>" : items)
      </body></html>
      """
  }

  private static func escaped(_ text: String) -> String {
    sanitized(text).replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(
      of: "<", with: "&lt;"
    )
    .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "\"", with: "&quot;")
  }
}
