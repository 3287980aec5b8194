// SPDX-License-Identifier: GPL-3.0-or-later

import Transcripts

/// Text that breaks careless writers of YAML.
let nastyTexts = [
  "", " ", "  leading", "trailing ", "a: b", "a #b", "#", "- a", "---", "...", "'", "\"", "\\",
  "it's", "\"quoted\" 'both'", "yes", "No", "null", "~", "12", "0x1F", "2026-11-21", "[a", "a]",
  "{a: b}", "a, b", "&anchor", "*alias", "!tag", "%YAML", "@", "`", "|", ">", "?", ":", "a:",
  "\n", "a\n", "\na", "a\n\nb", "a\n  b\n c", "a \nb ", "a\n   \nb", "  a\nb", "---\na",
  "a\n---\nb",
  "a\n# b\n- c: d", "tab\there", "\ttab", "a\n\tb", "🙂", "👩‍👩‍👧", "e\u{301}", "é", "日本語 です", "שלום",
  "\u{2028}", "a\u{2029}b", "a\u{FEFF}", "\u{FFFF}", "\u{A0}a", "a\u{200D}",
  "turns:", "- user: x\n  intents: [y]", "<<", "=", "a:\tb", "Ω: x",
  String(repeating: "word \"x\" ", count: 120_000),
  String(repeating: "line\n", count: 1000) + "end",
]

let header = Transcript(
  session: "2026-11-21T10-30-05Z-7f3a", rules: "9f8e", seed: 32570)

let fullTurn = Turn(
  user: "It was one text, come on.\nReally: one!", intents: ["denial.minimizing", "own-breach"],
  guidance: ["acknowledging"], facts: ["role": ["breaker"], "breach": ["money", "infidelity"]],
  coach: "One text.\n\n- What did it mean to her?\n\nTake your time.", mustNot: ["progress"],
  parked: ["being-forgiven"], answered: "who", promise: "call her on Sunday",
  promises: [Promise("tell her, all of it", .kept), Promise("sleep")], exercise: "apology-plan",
  note: "a: note")
