#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the pages of this folder into Swift, so that the program carries them without a file beside it."""
import pathlib

folder = pathlib.Path(__file__).resolve().parent
out = ["// SPDX-License-Identifier: GPL-3.0-or-later", "", "extension FindingPages {",
       "  /// Made from `Pages/*.md` by `Pages/embed.py`; a test sees to it that they agree.",
       "  static let texts: [String: String] = ["]
for page in sorted(folder.glob("*.md")):
    lines = page.read_text(encoding="utf-8").rstrip("\n").split("\n")
    out.append(f'    "{page.stem}": #"""')
    out += [f"    {line}" if line else "" for line in lines]
    out.append('    """#,')
out += ["  ]", "}", ""]
(folder.parent / "Explain" / "FindingPages+Texts.swift").write_text("\n".join(out), encoding="utf-8")
