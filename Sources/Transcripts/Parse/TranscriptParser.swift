// SPDX-License-Identifier: GPL-3.0-or-later

import Findings
import Yams

/// Reads a transcript: as a whole where that works, else turn by turn.
struct TranscriptParser {
  private(set) var transcript = Transcript()
  private(set) var places: [TranscriptFile.TurnPlaces] = []
  var findings: [Finding] { own + reader.findings }

  private let source: SourceText
  private var own: [Finding] = []
  private var reader: NodeReader
  private var readsTurns = false
  /// Where the last item of the list of turns stands, and whether it could be read as a turn.
  private var lastItem: (place: Place, isTurn: Bool)?

  init(_ source: SourceText) {
    self.source = source
    reader = NodeReader(file: source.file)
  }

  /// Faults of files that are not read at all.
  private static let refusals: Set = ["long-line", "yaml-aliases"]

  mutating func parse() {
    guard !source.findings.contains(where: { Self.refusals.contains($0.code) }) else { return }
    do {
      read(try root(of: source.text[...]))
      dropUnfinishedTurn()
    } catch {
      recover(from: error)
    }
  }

  /// Scalars stay text: whether `no` is a truth value is for the key to say.
  private func root(of text: Substring) throws -> Node? {
    try Parser(yaml: String(text), resolver: .basic, encoding: .utf8).singleRoot()
  }

  private mutating func read(_ root: Node?) {
    guard let root, case .mapping(let mapping) = root else {
      reportNoTurns(at: Place(file: source.file))
      return
    }
    let pairs = reader.pairs(mapping, HeaderKey.self)
    for (key, _, value) in pairs { read(key, value) }
    guard !readsTurns else { return }
    reportNoTurns(at: Place(file: source.file), isFirstLine: pairs.map(\.key) == [.format])
  }

  private mutating func read(_ key: HeaderKey, _ value: Node) {
    let name = key.rawValue
    switch key {
    case .format: readFormat(value)
    case .session: transcript.session = reader.text(value, of: name)
    case .rules: transcript.rules = reader.text(value, of: name)
    case .seed: transcript.seed = reader.number(value, of: name)
    case .consent: transcript.consent = reader.flag(value, of: name)
    case .continues: transcript.continues = reader.text(value, of: name)
    case .saved: transcript.saved = reader.text(value, of: name)
    case .name: transcript.name = reader.text(value, of: name)
    case .turns: readTurns(value)
    }
  }

  private mutating func readFormat(_ value: Node) {
    guard let format: Int = reader.number(value, of: "format") else { return }
    transcript.format = format
    if format != 1 {
      reader.report(
        "unknown-format", "format \(format) is not known here", at: value, help: "this reads 1")
    }
  }

  private mutating func readTurns(_ value: Node) {
    readsTurns = true
    switch value {
    case .sequence(let items): for item in items { readTurn(item) }
    case .scalar(let scalar) where scalar.string.isEmpty: break
    default: reader.report("wrong-type", "turns must be a list", at: value)
    }
  }

  private mutating func readTurn(_ node: Node) {
    lastItem = (reader.place(node), false)
    guard case .mapping(let mapping) = node else {
      reader.report(
        "wrong-type", "a turn has keys", at: node, help: "for instance `- user: hello`")
      return
    }
    var turn = Turn(user: "")
    var found = TranscriptFile.TurnPlaces(turn: reader.place(node))
    var words: String?
    for (key, place, value) in reader.pairs(mapping, TurnKey.self) {
      found.keys[key] = place
      if key == .user { words = reader.text(value, of: "user") } else { read(key, value, &turn) }
    }
    guard let words else {
      let isReported = reader.misspells(TurnKey.user, in: mapping)
      if found.keys[.user] == nil ? !isReported : mapping[Node("user")]?.scalar != nil {
        reader.report(
          "missing-user", "the turn does not say what the user said", at: node,
          help: "add `user:`")
      }
      return
    }
    turn.user = words
    transcript.turns.append(turn)
    places.append(found)
    lastItem?.isTurn = true
  }

  private mutating func read(_ key: TurnKey, _ value: Node, _ turn: inout Turn) {
    let name = key.rawValue
    switch key {
    case .user: break
    case .intents: turn.intents = reader.list(value, of: name)
    case .guidance: turn.guidance = reader.list(value, of: name)
    case .facts: turn.facts = reader.facts(value)
    case .coach: turn.coach = reader.text(value, of: name)
    case .mustNot: turn.mustNot = reader.list(value, of: name)
    case .parked: turn.parked = reader.list(value, of: name)
    case .answered: turn.answered = reader.text(value, of: name)
    case .promise: turn.promise = reader.text(value, of: name)
    case .promises: turn.promises = reader.promises(value)
    case .exercise: turn.exercise = reader.text(value, of: name)
    case .note: turn.note = reader.text(value, of: name)
    }
  }
}

// MARK: - Files that were cut off, or are broken

extension TranscriptParser {
  private var endsWithNewline: Bool {
    !source.endsWithinCharacter && (source.text.utf8.last == UInt8(ascii: "\n"))
  }

  /// A file that parses may still be cut off: between two lines of a reply, or in a word.
  ///
  /// Only a file that the program wrote promises to end its turns with their intents; a turn written
  /// by hand states what its author wanted, and may lack the last line end.
  private mutating func dropUnfinishedTurn() {
    guard transcript.isRecorded else {
      if let lastItem, !endsWithNewline { warn(.cutOffPerhaps, at: lastItem.place) }
      return
    }
    if !endsWithNewline { reader.forgetFindings(onLine: lastLine) }
    guard let lastItem else {
      if !endsWithNewline { warn(.cutOff, at: Place(file: source.file, line: lastLine)) }
      return
    }
    let isWhole = lastItem.isTurn && places.last?.keys[.intents] != nil
    guard !endsWithNewline || !isWhole else { return }
    if lastItem.isTurn {
      transcript.turns.removeLast()
      places.removeLast()
    }
    warn(.cutOff, at: lastItem.place)
  }

  private var lastLine: Int {
    1 + source.text.utf8.count { $0 == UInt8(ascii: "\n") }
  }

  private mutating func recover(from error: any Error) {
    let pieces = TurnSplitter(source.text)
    guard let header = pieces.header, let top = try? root(of: header.text) else {
      if endsWithNewline || pieces.header != nil {
        own.append(Finding(error, in: source.text[...], file: source.file))
      } else {
        warn(.cutOff, at: Place(file: source.file))
      }
      return
    }
    read(top)
    let before = own.count
    for (index, piece) in pieces.turns.enumerated() {
      recover(piece, isLast: index == pieces.turns.count - 1)
    }
    if own.count == before {
      own.append(Finding(error, in: source.text[...], file: source.file))
    }
  }

  private mutating func recover(_ piece: TurnSplitter.Piece, isLast: Bool) {
    let place = Place(file: source.file, line: piece.linesBefore + 1)
    do {
      guard case .sequence(let items) = try root(of: piece.text) else { return }
      reader.linesBefore = piece.linesBefore
      for item in items { readTurn(item) }
      reader.linesBefore = 0
      if isLast { dropUnfinishedTurn() }
    } catch {
      let finding = Finding(
        error, in: piece.text, file: source.file, linesBefore: piece.linesBefore)
      if isLast && (!endsWithNewline || (transcript.isRecorded && stopsAtEnd(error, piece))) {
        warn(.cutOff, at: place)
      } else {
        own.append(finding)
      }
    }
  }

  /// Whether the parser wanted more text, and was content with what there was.
  private func stopsAtEnd(_ error: any Error, _ piece: TurnSplitter.Piece) -> Bool {
    switch error {
    case YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _):
      mark.line >= piece.text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    default: false
    }
  }

  private enum Warning: String {
    case cutOff = "cut-off"
    case cutOffPerhaps = "no-final-newline"
  }

  private mutating func warn(_ warning: Warning, at place: Place) {
    switch warning {
    case .cutOff:
      own.append(
        .warning(
          warning.rawValue, "the file is cut off in the middle of a turn", at: place,
          help: "it was read up to the last whole turn"))
    case .cutOffPerhaps:
      own.append(
        .warning(
          warning.rawValue, "the last turn has no line end, as if the file were cut off",
          at: place, help: "end the file with a line end"))
    }
  }

  /// - Parameter isFirstLine: whether there is no more than the first line that the program writes.
  private mutating func reportNoTurns(at place: Place, isFirstLine: Bool = false) {
    if isFirstLine || !endsWithNewline || transcript.isRecorded {
      warn(.cutOff, at: place)
    } else {
      own.append(
        .error(
          "missing-turns", "there is no list of turns", at: place,
          help: "add `turns:`, and below it `- user: hello`"))
    }
  }
}
