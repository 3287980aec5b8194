// SPDX-License-Identifier: GPL-3.0-or-later

import Archive
import Findings

/// Everything about a language that reading needs, as its file declares it (`Rules/language/en.yaml`).
///
/// The code knows no English: contractions, chat spellings, conjunctions, number words and the cues that
/// tell whose statement a clause is all stand in that file.
public struct LanguageDefinition: Sendable {
  /// A way of writing, and the words that it stands for.
  public struct Spelling: Sendable {
    public var from: String
    public var to: String
    /// Only where one of these words follows; empty means anywhere.
    public var before: [String] = []
    /// Only where one of these words stands before; empty means anywhere.
    public var after: [String] = []
    /// Only at the start of a clause.
    public var atStart = false
    /// Not where one of these words follows.
    public var notBefore: [String] = []
    public var kind: Rewriting.Kind = .spelling
    public var place: Place

    public init(
      from: String, to: String, before: [String] = [], after: [String] = [], atStart: Bool = false,
      notBefore: [String] = [], kind: Rewriting.Kind = .spelling, place: Place
    ) {
      self.from = from
      self.to = to
      self.before = before
      self.after = after
      self.atStart = atStart
      self.notBefore = notBefore
      self.kind = kind
      self.place = place
    }
  }

  /// A word that opens a new clause.
  public struct Conjunction: Sendable {
    public var word: String
    /// Only where one of these follows; empty means always.
    public var before: [String]

    public init(word: String, before: [String] = []) {
      self.word = word
      self.before = before
    }
  }

  /// A template that tells something about the words after it, or about its whole sentence.
  public struct Cue: Sendable {
    public enum Scope: String, Sendable, CaseIterable {
      /// From the end of the cue on, until a word of `resets`, the end of the sentence or of the quotation.
      case after
      /// From the end of the cue to the end of the clause, and on in clauses that `goesOn` joins to it.
      case rest
      /// The cue itself, and what `rest` covers.
      case from
      /// The cue itself, and what stands before it: back to a word of `resets`, to the beginning of the
      /// sentence, or the whole of a quotation that ends there.
      case before
      /// The clause that the cue stands in.
      case clause
      /// The sentence that the cue stands in.
      case sentence
      /// The words that the cue itself matched.
      case within
    }

    /// `holder: other`, `stance: negated`, `time: past`.
    public var facet: String
    public var value: String
    public var scope: Scope
    public var template: String
    public var place: Place

    public init(facet: String, value: String, scope: Scope, template: String, place: Place) {
      self.facet = facet
      self.value = value
      self.scope = scope
      self.template = template
      self.place = place
    }
  }

  /// Verbs and nouns whose forms the spelling rules do not give.
  public struct Irregular: Sendable {
    public var base: String
    public var third: String
    public var past: String
    public var participle: String
    public var ing: String

    public init(base: String, third: String, past: String, participle: String, ing: String) {
      self.base = base
      self.third = third
      self.past = past
      self.participle = participle
      self.ing = ing
    }
  }

  /// Which marks part sentences, part clauses, or count as words.
  public struct Punctuation: Sendable {
    public var hard = ".!?;\n"
    public var soft = ",:()–—…"
    public var symbols = "%$€£&°+"
    public var question = "?"
    /// Pairs of marks: what opens a quotation, and what closes it.
    public var quotes = "\"\"“”„”«»"
  }

  /// An expansion rule for what the speaker says of themself, and the one for what is said of the other.
  public struct Role: Sendable {
    public var speaker: String
    public var other: String

    public init(speaker: String, other: String) {
      self.speaker = speaker
      self.other = other
    }
  }

  public var name = "en"
  public var punctuation = Punctuation()
  public var spellings: [Spelling] = []
  public var conjunctions: [Conjunction] = []
  /// Words after which what another said is over ("but", "so").
  public var resets: [String] = []
  /// Words that open a clause in which what was said of the one before still holds ("or", "nor").
  public var goesOn: [String] = []
  public var negators: [String] = []
  /// Correct words that the word list lacks.
  public var words: [String] = []
  /// Endings that any word can take, so that its forms need not stand in the word list.
  public var endings: [String] = []
  /// Beginnings that make another word of a word: a slip never adds or loses one of them.
  public var prefixes: [String] = []
  /// Groups of words that spelling correction must never mix up (`can`, `cannot`).
  public var opposites: [[String]] = []
  /// Letters and the plain letters that they are read as.
  public var folds: [Unicode.Scalar: String] = [:]
  public var numberWords: [String: Int] = [:]
  public var roles: [Role] = []
  public var irregular: [Irregular] = []
  public var doubling: [String] = []
  public var cues: [Cue] = []

  public init() {}

  private init(
    name: String, punctuation: Punctuation, spellings: [Spelling], conjunctions: [Conjunction],
    resets: [String], goesOn: [String], negators: [String], words: [String], endings: [String],
    prefixes: [String], opposites: [[String]], folds: [Unicode.Scalar: String],
    numberWords: [String: Int], roles: [Role], irregular: [Irregular], doubling: [String],
    cues: [Cue]
  ) {
    self.name = name
    self.punctuation = punctuation
    self.spellings = spellings
    self.conjunctions = conjunctions
    self.resets = resets
    self.goesOn = goesOn
    self.negators = negators
    self.words = words
    self.endings = endings
    self.prefixes = prefixes
    self.opposites = opposites
    self.folds = folds
    self.numberWords = numberWords
    self.roles = roles
    self.irregular = irregular
    self.doubling = doubling
    self.cues = cues
  }
}

extension LanguageDefinition: Archivable {
  public static let form = Form(
    LanguageDefinition.init(
      name:punctuation:spellings:conjunctions:resets:goesOn:negators:words:endings:prefixes:
      opposites:folds:numberWords:roles:irregular:doubling:cues:),
    \.name, \.punctuation, \.spellings, \.conjunctions, \.resets, \.goesOn, \.negators, \.words,
    \.endings, \.prefixes, \.opposites, \.folds, \.numberWords, \.roles, \.irregular, \.doubling,
    \.cues)
}

extension LanguageDefinition.Spelling: Archivable {
  public static let form = Form(
    LanguageDefinition.Spelling.init(from:to:before:after:atStart:notBefore:kind:place:), \.from,
    \.to, \.before, \.after, \.atStart, \.notBefore, \.kind, \.place)
}

extension LanguageDefinition.Conjunction: Archivable {
  public static let form = Form(LanguageDefinition.Conjunction.init, \.word, \.before)
}

extension LanguageDefinition.Cue: Archivable {
  public static let form = Form(
    LanguageDefinition.Cue.init, \.facet, \.value, \.scope, \.template, \.place)
}

extension LanguageDefinition.Cue.Scope: Archivable {
  public static let form = Form<Self>.rawValue
}

extension LanguageDefinition.Role: Archivable {
  public static let form = Form(LanguageDefinition.Role.init, \.speaker, \.other)
}

extension LanguageDefinition.Irregular: Archivable {
  public static let form = Form(
    LanguageDefinition.Irregular.init, \.base, \.third, \.past, \.participle, \.ing)
}

extension LanguageDefinition.Punctuation: Archivable {
  public static let form = Form(
    LanguageDefinition.Punctuation.init(hard:soft:symbols:question:quotes:), \.hard, \.soft,
    \.symbols, \.question, \.quotes)
}
