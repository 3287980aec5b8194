// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Findings
import Foundation
import Language
import Reading
import Yams

/// Reads a folder of rule files.
///
/// Files are read in the order of their names, and whatever one of them breaks, the others still load.
public struct RuleFolder: Sendable {
  /// A failure of the run itself, not of a file in the folder.
  public enum Failure: Error, Sendable, CustomStringConvertible {
    case missing(String)
    case unreadable(String, String)
    case empty(String)

    public var description: String {
      switch self {
      case .missing(let path):
        "there is no rules folder at \(path); name one with --rules DIR, or run mend inside a checkout"
      case .unreadable(let path, let why): "the rules in \(path) cannot be read: \(why)"
      case .empty(let path):
        "no rule file (*.yaml) is in \(path); write one with mend new rule, or name another folder with --rules DIR"
      }
    }
  }

  static let topLevel = [
    "language", "intents", "families", "facts", "lists", "expansion_rules", "replies", "patterns",
    "contacts",
    "knowledge", "exercises", "heard",
  ]
  /// Top-level keys of hassil's files that mean nothing here.
  static let foreign = [
    "responses", "skip_words", "settings", "metadata", "filter_with_regex", "intent",
  ]

  public let path: String
  /// Where to look for the language file if the folder has none of its own.
  public let languageFallback: String?

  public init(path: String, languageFallback: String? = nil) {
    self.path = path
    self.languageFallback = languageFallback
  }

  /// - Parameter withMessages: also read what the likeness stage learns from, which talking does not need.
  public func load(withMessages: Bool = false) throws(Failure) -> LoadedRules {
    let files = try ruleFiles(withMessages: withMessages)
    var (loaded, learnt) = together({ load(content(of: files)) }, { learntModel() })
    loaded.findings += learnt.findings
    loaded.rules.likeness = learnt.model(with: loaded.wordClasses)
    return loaded
  }

  /// The rules to talk by, from the cache where it has them.
  public func ready(cache: RuleCache) throws(Failure) -> ReadyRules {
    let files = try ruleFiles(withMessages: false)
    let (found, learnt) = together(
      {
        let content = content(of: files)
        return (content: content, kept: cache.rules(compiledFrom: content))
      },
      { learntModel() })
    if let kept = found.kept { return ReadyRules(kept, learnt) }
    let fresh = KeptRules(load(found.content))
    cache.keep(fresh, compiledFrom: found.content)
    return ReadyRules(fresh, learnt)
  }

  private func load(_ content: FolderContent) -> LoadedRules {
    var loaded = LoadedRules()
    var digest = ContentDigest()
    // Whatever needs only its own bytes is done for all files at once; what it says is then taken in order.
    let texts = concurrently(content.files.count + 1) { number -> RuleText? in
      number == 0 ? .words(content.words) : .rules(content.files[number - 1])
    }
    for text in texts.dropFirst() { add(text, &loaded, &digest) }
    loaded.files = content.files.map(\.name)
    add(texts[0], &loaded, &digest)
    if !hasLanguage(loaded), let fallback = content.fallback {
      addLanguage(from: fallback, &loaded, &digest)
    }
    loaded.rules.answered = Set(loaded.coach.replies.keys)
    loaded.digest = digest.value
    return loaded
  }

  private func content(of files: [String]) -> FolderContent {
    FolderContent(
      files: files.map { FolderContent.File($0, as: shown($0)) },
      words: FolderContent.Language(of: path).words,
      fallback: languageFallback.map { FolderContent.Language(of: $0) })
  }

  private func learntModel() -> LearntModel { LearntModel(at: "\(path)/likeness.model") }

  private func ruleFiles(withMessages: Bool) throws(Failure) -> [String] {
    var files = try yamlFiles(in: path)
    if files.isEmpty { throw .empty(path) }
    if !withMessages { files.removeAll { $0.hasPrefix("\(path)/heard/") } }
    return files
  }

  /// The rule files below the folder, sorted; hidden ones and generated ones are left out.
  private func yamlFiles(in folder: String) throws(Failure) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw .missing(folder)
    }
    guard isFolder.boolValue else { return [folder] }
    guard FileManager.default.isReadableFile(atPath: folder),
      let walk = FileManager.default.enumerator(
        atPath: URL(fileURLWithPath: folder).resolvingSymlinksInPath().path)
    else { throw .unreadable(folder, "permission denied") }
    var found: [String] = []
    for case let name as String in walk {
      let parts = name.split(separator: "/")
      guard !parts.contains(where: { $0.hasPrefix(".") }) else { continue }
      if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { found.append("\(folder)/\(name)") }
    }
    return found.sorted()
  }

  /// A path as messages show it: from the folder's own name on.
  private func shown(_ file: String) -> String {
    guard file.hasPrefix(path + "/") else { return file }
    return String(file.dropFirst(path.count + 1))
  }

  /// Takes in what a file says.
  private func add(_ text: RuleText?, _ loaded: inout LoadedRules, _ digest: inout ContentDigest) {
    switch text {
    case .rules(let file, let bytes, let found):
      if let bytes {
        digest.add(file.path.utf8)
        bytes.withUnsafeBytes { digest.add($0) }
      }
      loaded.findings += found
      let isWhole = file.root.map { sections(of: file, $0, &loaded) } ?? found.isEmpty
      if !isWhole, let bytes { loaded.lostTexts.append(String(decoding: bytes, as: UTF8.self)) }
    case .words(let words, let count):
      loaded.rules.words = words
      digest.add([UInt8](String(count).utf8))
    case nil: break
    }
  }

  /// Takes in the sections of a file; false where one has a name that nothing here goes by.
  private func sections(of file: YAMLFile, _ root: Node, _ loaded: inout LoadedRules) -> Bool {
    let entries = Cursor(file: file, node: root).entries(&loaded.findings, of: "a rule file")
    for (key, place, value) in entries { section(key, place, value, &loaded) }
    return entries.allSatisfy { Self.known.contains($0.key) || Self.foreign.contains($0.key) }
  }

  private static let known = topLevel + LanguageSection.keys

  private func section(
    _ key: String, _ place: Place, _ value: Cursor, _ loaded: inout LoadedRules
  ) {
    switch key {
    case "language": _ = value.string(&loaded.findings, of: key)
    case "intents": IntentSection.read(value, into: &loaded)
    case "families": IntentSection.families(value, into: &loaded)
    case "facts": IntentSection.factRules(value, into: &loaded)
    case "lists": TemplateSections.lists(value, into: &loaded)
    case "expansion_rules": TemplateSections.rules(value, into: &loaded)
    case "replies": ReplySection.replies(value, into: &loaded)
    case "patterns": ReplySection.patterns(value, into: &loaded)
    case "contacts": ReplySection.contacts(value, into: &loaded)
    case "knowledge": KnowledgeSection.knowledge(value, into: &loaded)
    case "exercises": KnowledgeSection.exercises(value, into: &loaded)
    case "heard": heard(value, &loaded)
    case _ where LanguageSection.keys.contains(key): LanguageSection.read(key, value, into: &loaded)
    case _ where Self.foreign.contains(key):
      loaded.findings.append(
        .init(
          .note, code: "key-without-meaning", "\"\(key)\" has no meaning for mend", at: place,
          help: "it is accepted and not used", length: key.unicodeScalars.count))
    default:
      loaded.findings.append(
        value.unknownKey(
          key, at: place, in: "a rule file", known: Self.known))
    }
  }

  private func heard(_ value: Cursor, _ loaded: inout LoadedRules) {
    for (labels, _, messages) in value.entries(&loaded.findings, of: "heard") {
      for line in messages.lines(&loaded.findings, of: labels) {
        loaded.messages.append((labels, line.text))
      }
    }
  }

  // MARK: - Words and language

  private func hasLanguage(_ loaded: LoadedRules) -> Bool {
    !loaded.rules.language.spellings.isEmpty
  }

  private func addLanguage(
    from fallback: FolderContent.Language, _ loaded: inout LoadedRules,
    _ digest: inout ContentDigest
  ) {
    guard fallback.rules.bytes != nil else { return }
    let before = loaded.findings
    add(.rules(fallback.rules), &loaded, &digest)
    // The folder's own lists and rules win over those that the language file brings along.
    loaded.findings = before
    if loaded.rules.words.isEmpty {
      add(.words(fallback.words), &loaded, &digest)
    }
  }
}

/// Tells whether content changed: FNV-1a in 64 bits. Sessions name the rules that they were held with by it.
struct ContentDigest {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = (state ^ 0xff) &* 0x100_0000_01b3
  }

  var value: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension String {
  /// The text of well-formed UTF-8, and nothing for anything else.
  init?(validatingUTF8OrNil bytes: some Collection<UInt8>) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    self = text
  }
}
