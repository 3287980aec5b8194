// SPDX-License-Identifier: GPL-3.0-or-later

/// The page of each kind of finding: why it matters, an example that fails, and the same one mended.
public enum FindingPages {
  /// Every code that has a page, sorted.
  public static var codes: [String] { texts.keys.sorted() }

  public static func page(for code: String) -> String? { texts[code] }
}
