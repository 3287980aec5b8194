// SPDX-License-Identifier: GPL-3.0-or-later

/// The small words that decide whether a clause can be given back.
enum EchoWords {
  /// How the speaker's words turn.
  static let swaps = [
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "am": "are",
  ]
  static let subjects: Set<String> = ["i", "he", "she", "they", "it"]
  /// Words that name somebody after "my".
  static let people: Set<String> = [
    "wife", "husband", "partner", "girlfriend", "boyfriend", "fiance", "ex", "mum", "mom", "dad",
    "mother", "father", "sister", "brother", "son", "daughter", "friend", "mate", "flatmate",
    "housemate", "roommate", "cousin", "aunt", "uncle", "niece", "nephew", "nan", "gran",
    "grandma", "grandad", "grandson", "granddaughter", "boss", "colleague", "neighbour", "twin",
    "stepdad", "stepmum", "stepson", "stepdaughter",
  ]
  static let peopleMany: Set<String> = ["parents", "kids", "children", "friends", "mates"]
  static let kinds: Set<String> = [
    "best", "little", "big", "older", "younger", "oldest", "eldest", "youngest", "old", "teenage",
    "adult", "own", "twin",
  ]
  /// Words that do not turn, and words that nobody wants back: "the speaker's register, not their insults".
  static let unturnable: Set<String> = [
    "you", "your", "yours", "yourself", "we", "us", "our", "ours", "ourselves", "let",
  ]
  static let untouchable: Set<String> = [
    "lol", "lmao", "haha", "hahaha", "ok", "okay", "yeah", "please", "coach", "hi", "hello", "hey",
    "fuck", "fucking", "fucked", "shit", "shitty", "bullshit", "crap", "damn", "bloody", "bitch",
    "bitchy", "idiot", "stupid", "cow", "whore", "slut", "slag", "bastard", "arse", "arsehole",
    "asshole", "cunt", "twat", "prick", "dick", "dickhead", "wanker", "moron", "psycho",
    "narcissist",
    "toxic", "pathetic", "liar", "cheater", "monster", "loser", "crazy", "mental", "insane", "ugh",
    "tbh", "idk", "omg", "wtf", "scum", "pig", "trash", "rubbish", "worthless", "disgusting",
    "evil", "nutter", "witch", "snake", "rat", "tramp", "thief", "whatever", "sorry", "thanks",
    "kill", "killed", "killing", "die", "dead", "hit", "hits", "hitting", "rape", "raped",
  ]
  static let auxiliaries: Set<String> = [
    "am", "is", "are", "was", "were", "have", "has", "had", "do", "does", "did", "can", "could",
    "will", "would", "should", "might", "must", "may",
  ]
  static let modals: Set<String> = [
    "can", "could", "will", "would", "should", "might", "must", "may", "do", "does", "did",
  ]
  static let adverbs: Set<String> = [
    "not", "never", "just", "still", "always", "even", "only", "also", "really", "already", "now",
    "finally", "actually", "secretly", "nearly", "almost", "recently", "barely", "hardly", "ever",
    "both", "all", "once", "simply", "completely", "probably", "often", "sometimes", "usually",
    "suddenly", "accidentally", "deliberately", "constantly", "repeatedly",
  ]
  static let openers: Set<String> = [
    "and", "but", "so", "because", "then", "well", "also", "though", "yes", "no", "since",
    "basically", "honestly", "anyway", "plus", "right", "now", "cos",
  ]
  static let closers: Set<String> = [
    "though", "btw", "anyway", "too", "either", "really", "honestly", "basically", "tho",
    "actually", "now", "then", "yet", "again",
  ]
  /// What a clause begins with that can stand between quotation marks.
  static let quotable: Set<String> = [
    "i", "he", "she", "they", "it", "my", "this", "that", "nothing", "nobody", "everything", "we",
    "there", "no",
  ]
  static let dangling: Set<String> = [
    "a", "an", "the", "to", "of", "and", "or", "but", "so", "with", "for", "at", "in", "on", "my",
    "his", "her", "their", "that", "if", "when", "because", "as", "is", "was", "are", "were", "am",
    "be", "been", "being", "not", "than", "from", "about", "like", "who", "which", "what", "by",
    "into", "just", "really", "i", "he", "she", "they", "it", "will", "would", "could", "should",
    "can", "do", "does", "did", "have", "has", "had", "very", "own", "while", "where", "how", "why",
    "until", "till", "after", "before", "without", "between", "every", "some", "any", "this",
    "these",
    "those", "'s", "'", "going", "gonna", "want", "wants", "wanted", "get", "got", "never",
    "always",
    "more", "most", "such", "too", "then", "also", "only", "even", "since", "though",
  ]
  /// After these a new subject may follow.
  static let links: Set<String> = [
    "that", "because", "when", "if", "and", "but", "so", "than", "what", "who", "how", "where",
    "why", "after", "before", "until", "till", "since", "while", "though", "like", "as", "whether",
    "said", "says", "say", "told", "think", "thinks", "thought", "know", "knows", "knew", "hope",
    "hoped", "believe", "believed", "wish", "swear", "swore", "promised", "feel", "felt", "saw",
    "mean", "meant", "realised", "realized", "found", "him", "her", "them", "me", "everyone",
    "everybody", "people", "time", "times", "thing", "things", "everything", "anything", "way",
    "day",
    "out", "which", "one", "all", "once", "sure", "glad", "afraid", "scared", "claims", "claimed",
    "admitted", "denied", "denies", "pretend", "pretended", "noticed", "or", "cos", "guess",
  ]
  /// What is felt or thought is not something that was done.
  static let stative: Set<String> = [
    "be", "have", "do", "know", "think", "feel", "want", "need", "mean", "guess", "suppose", "hope",
    "wish", "love", "hate", "like", "believe", "understand", "remember", "forget", "see", "hear",
    "find", "get", "keep", "say", "let", "seem", "become", "realise", "realize", "can", "will",
    "may",
  ]
}
