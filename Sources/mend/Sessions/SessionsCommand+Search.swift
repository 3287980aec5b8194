// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Terminal
import Transcripts

extension SessionsCommand {
  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Find words in saved talks.")
    @OptionGroup var shared: SharedOptions
    @Argument(help: "The words, as they stand together.") var words: [String]

    func run() throws {
      try reporting {
        let hits = try shared.sessions { store throws(TranscriptFault) in
          try store.search(words.joined(separator: " "))
        }
        if hits.isEmpty { return print("No saved talk has these words.") }
        guard let heading = SessionHeading(shared) else {
          for hit in hits {
            print("\(hit.entry.id):\(hit.turn):\(name(hit)): \(sanitized(hit.excerpt))")
          }
          return
        }
        var last = ""
        for hit in hits {
          if hit.entry.id != last { print((last.isEmpty ? "" : "\n") + heading.line(hit.entry)) }
          last = hit.entry.id
          print("  turn \(hit.turn), \(name(hit)): \(heading.marked(hit.excerpt, words))")
        }
      }
    }

    private func name(_ hit: SessionStore.Hit) -> String { hit.speaker == .user ? "you" : "mend" }
  }
}
