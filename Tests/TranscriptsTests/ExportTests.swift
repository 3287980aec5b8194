// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Transcripts

@Suite struct ExportTests {
  private let transcript = Transcript(
    session: "2026-11-21T10-30-05Z-7f3a", saved: "<b>Us</b>",
    turns: [Turn(user: "# *I* lied <script>\n1. twice", coach: "- One: <i>\n\nTwo & three.")])

  @Test func text() {
    #expect(
      Export.text.render(transcript) == """
        <b>Us</b>
        21 November 2026, 10:30 UTC

        You: # *I* lied <script>
             1. twice

        mend: - One: <i>

              Two & three.

        """)
  }

  @Test func markdown() {
    #expect(
      Export.markdown.render(transcript) == ##"""
        # &lt;b&gt;Us&lt;/b&gt;

        *21 November 2026, 10:30 UTC*

        **You**

        > \# \*I\* lied &lt;script&gt;
        > 1\. twice

        **mend**

        - One: &lt;i>

        Two &amp; three.

        """##)
  }

  @Test func htmlIsEscapedAndNeedsNothingElse() {
    let page = Export.html.render(transcript)
    #expect(page.contains("<title>&lt;b&gt;Us&lt;/b&gt;</title>"))
    #expect(page.contains("<p dir=\"auto\"># *I* lied &lt;script&gt;\n1. twice</p>"))
    for foreign in ["<script", "<b>", "<i>", "http:", "https:", "url("] {
      #expect(!page.contains(foreign))
    }
  }
}
