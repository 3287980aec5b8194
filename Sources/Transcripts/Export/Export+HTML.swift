// SPDX-License-Identifier: GPL-3.0-or-later

extension Export {
  /// One page that needs nothing else: no network, no script, and it prints.
  func html(_ transcript: Transcript) -> String {
    let title = transcript.heading.escapedForMarkup
    let began = transcript.began.map { "<p class=\"when\">\($0)</p>\n" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      <h1 dir="auto">\(title)</h1>
      \(began)\(transcript.turns.map(turn).joined())</main>
      </body>
      </html>

      """
  }

  private func turn(_ turn: Turn) -> String {
    said(turn.user, by: "You", as: "user")
      + (turn.coach.map { said($0, by: "mend", as: "coach") } ?? "")
  }

  private func said(_ text: String, by speaker: String, as role: String) -> String {
    """
    <section class="\(role)">
    <h2>\(speaker)</h2>
    <p dir="auto">\(text.escapedForMarkup)</p>
    </section>

    """
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { margin: 0; font: 1.0625rem/1.6 Georgia, "Noto Serif", serif; }
    main { max-width: 38rem; margin: 0 auto; padding: 2rem 1.25rem; }
    h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere; }
    .when { margin: 0 0 2rem; opacity: .7; }
    section { margin: 0 0 1.25rem; padding-left: 1rem; border-left: .2rem solid transparent; }
    section.user { border-color: #8a9ba8; }
    h2 { font: 600 .8125rem/1.5 system-ui, sans-serif; margin: 0; opacity: .7; }
    p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    @media print {
      main { max-width: none; padding: 0; }
      section { break-inside: avoid; }
    }
    """
}
