// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue

/// The text of a new file that passes `mend check` as it stands, with what is still to be written in it.
public struct Scaffold: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case rule, knowledge, exercise, transcript }

  public var kind: Kind
  public var name: String
  public var side: Side
  /// What it is about, in plain words.
  public var about: String?
  /// Templates, or the message of a transcript.
  public var sentences: [String]
  public var examples: [String]
  /// A knowledge entry that an exercise follows on, or that replies draw on.
  public var entry: String?
  /// The rule that a family turns to when the other shows it; nil for a rule of one side.
  public var partner: Partner?

  /// What a rule of both sides needs besides itself.
  public struct Partner: Sendable {
    public var name: String
    /// Whether it is there already, so that only the family has to name it.
    public var isDeclared: Bool

    public init(name: String, isDeclared: Bool) {
      self.name = name
      self.isDeclared = isDeclared
    }
  }

  public init(
    _ kind: Kind, name: String, side: Side = .both, about: String? = nil, sentences: [String] = [],
    examples: [String] = [], entry: String? = nil, partner: Partner? = nil
  ) {
    self.kind = kind
    self.name = name
    self.side = side
    self.about = about
    self.sentences = sentences
    self.examples = examples
    self.entry = entry
    self.partner = partner
  }

  /// The last part of the name as words, for texts and for a template that nothing else can have. The family
  /// is left out: its name is heard by others.
  var plain: String {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    return String(last.map { $0.isLetter || $0.isNumber ? $0 : " " }).lowercased()
  }

  private var placeholder: String { Self.placeholders(plain)[0] }

  static func placeholders(_ plain: String) -> [String] {
    [
      "this line on \(plain) is still to be written", "a line for \(plain)", "\(plain) comes here",
      "\(plain) \(plain)",
    ]
  }

  /// - Parameter depth: how many folders lie between the file and the rules folder.
  public func text(depth: Int) -> String {
    switch kind {
    case .rule: return head(depth) + families + rule + partnerRule
    case .knowledge: return head(depth) + knowledge
    case .exercise: return head(depth) + exercise
    case .transcript: return transcript
    }
  }

  private func head(_ depth: Int) -> String {
    """
    # yaml-language-server: $schema=\(String(repeating: "../", count: depth))rules.schema.json
    # SPDX-License-Identifier: GPL-3.0-or-later
    language: en

    """
  }

  private func block(_ lines: [String], _ otherwise: String) -> String {
    (lines.isEmpty ? [otherwise] : lines).map { "      \($0)" }.joined(separator: "\n")
  }

  private func list(_ lines: [String], _ otherwise: String) -> String {
    (lines.isEmpty ? [otherwise] : lines).map { "    - \(quoted($0))" }.joined(separator: "\n")
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// The line by which a rule written from the speaker's side serves the other's as well.
  private var families: String {
    guard let partner else { return "" }
    let side = side == .both ? "" : ", side: \(side.rawValue)"
    return """
      # <i>, <me>, <my> in templates stand for the speaker; told of the other they are <they>, <them>, <their>,
      # and what they tell is \(partner.name).
      families:
        \(family): {other: \(partner.name)\(side)}


      """
  }

  private var family: String { String(name.prefix { $0 != "." }) }

  private var partnerRule: String {
    guard let partner, !partner.isDeclared else { return "" }
    let other: Side = side == .breaker ? .hurt : side == .hurt ? .breaker : .both
    let captures = other == .both ? "" : "\n    captures: {role: \(other.rawValue)}"
    let guidance = entry.map { "\n    guidance: [\($0)]" } ?? ""
    return """
        \(partner.name):
          about: "The other does it, and it is told."
          tier: pitfall
          holder: anyone
          # What only the one whom it happens to would say; the rest is heard by the rule above.
          sentences: |
            the other side of \(plain) is still to be written
          examples:
          - "The other side of \(plain) is still to be written."
          counterexamples:
          - "The other side of \(plain) is done."\(captures)\(guidance)
          reply:
          - text: >-

            ask: >-
              What is it like for you when it comes to \(plain)?

      """
  }

  private var rule: String {
    let captures = side == .both ? "" : "\n    captures: {role: \(side.rawValue)}"
    let guidance = entry.map { "\n    guidance: [\($0)]" } ?? ""
    return """
      intents:
        \(name):
          about: \(quoted(about ?? "What somebody says with it, in plain words."))
          tier: pitfall
          sentences: |
      \(block(sentences, partner == nil ? placeholder : "<i> <have> a line on \(plain) to write"))
          examples:
      \(list(examples, partner == nil ? placeholder : "I have a line on \(plain) to write."))
          counterexamples:
          - "This one on \(plain) is done."\(captures)\(guidance)
          reply:
          # What mend says, in three to six short sentences: the feeling or the good reason under it; what it
          # is, in plain words; what it does to the other person; a way round it.
          - text: >-

            ask: >-
              What would you like to ask somebody about \(plain)?

      """
  }

  private var knowledge: String {
    """
    knowledge:
      \(name):
        title: \(quoted(about ?? "What \(plain) is about"))
        points:
        # One piece of guidance for each point, in two or three short sentences and in plain words.
        - \(side.rawValue): >-

          sources: [coach]
        # One small thing for each line that can be done today.
        try:
          \(side.rawValue): []
        ask:
          \(side.rawValue):
          - "What would you like to ask about \(plain)?"
        sources:
        - {article: "coach", section: "\(plain)"}

    """
  }

  /// What is planned for; a name that ends with its kind (`testing-plan`) says it only once.
  private var planned: String {
    let words = plain.split(separator: " ")
    return words.count > 1 && ["plan", "exercise"].contains(words.last)
      ? words.dropLast().joined(separator: " ") : plain
  }

  private var exerciseTitle: String { about ?? "A plan for \(planned)" }

  private var exercise: String {
    """
    exercises:
      \(name):
        title: \(quoted(exerciseTitle))
        for: \(side.rawValue)
        about: [\(entry ?? "acknowledging")]
        offer: "Shall we work on \(planned) in two short questions?"
        opening: >-
          The questions lead to a plan of your own, and short answers will do.
        steps:
        - id: first
          ask: "What happened, as far as \(planned) goes?"
        - id: second
          ask: "What will you do about \(planned) this week?"
        closing: >-
          That is your plan for \(planned), and you can read it again whenever you like.
        document: |
          # \(exerciseTitle)

          What happened: {first}

          What I will do: {second}

    """
  }

  private var transcript: String {
    let turns = (sentences.isEmpty ? ["Hello."] : sentences).enumerated().map { number, said in
      let intent = number < examples.count ? "\n  intents: [\(examples[number])]" : ""
      return "- user: \(quoted(said))\(intent)"
    }
    return """
      # SPDX-License-Identifier: GPL-3.0-or-later
      # \(about ?? "What this talk shows, in one sentence.")
      # To test the replies as well, give a turn the line coach: "" and run mend replay --update FILE: it writes
      # what is said now there, and a reply that changes is noticed from then on.
      format: 1
      seed: 1
      turns:
      \(turns.joined(separator: "\n"))

      """
  }
}
