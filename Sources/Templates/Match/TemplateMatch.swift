// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a template matched, and what it captured.
public struct TemplateMatch: Sendable, Equatable {
  /// Number of the template in its set.
  public var template: Int
  /// The words of the utterance that it matched.
  public var tokens: Range<Int>
  public var captures: [Capture]
  /// How much of the match was said outright: ten for each word of the template or of a list value,
  /// one for each word that a wildcard took, none for a gap.
  public var weight: Int
  /// How many of the words that gaps and wildcards took negate: "it was {thing}" took a "not".
  public var passedNegators = 0

  public struct Capture: Sendable, Equatable {
    public var slot: String
    public var tokens: Range<Int>
    /// The value, where it is not simply the words as typed.
    public var value: String?

    public init(slot: String, tokens: Range<Int>, value: String? = nil) {
      self.slot = slot
      self.tokens = tokens
      self.value = value
    }
  }

  public init(template: Int, tokens: Range<Int>, captures: [Capture] = [], weight: Int = 0) {
    self.template = template
    self.tokens = tokens
    self.captures = captures
    self.weight = weight
  }
}
