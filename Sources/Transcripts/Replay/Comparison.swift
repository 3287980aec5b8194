// SPDX-License-Identifier: GPL-3.0-or-later

import Findings

/// Compares what a turn states with what came out; what it does not state, it does not mind.
///
/// A turn that the program recorded states everything, so anything more is a change too. A turn
/// written by hand states what must be there among whatever else there is.
struct Comparison {
  private(set) var differences: [Difference] = []

  private let recorded: Turn
  private let got: Turn
  private let isRecorded: Bool
  private let places: TranscriptFile.TurnPlaces
  private let number: Int

  init(
    _ recorded: Turn, _ got: Turn, isRecorded: Bool, places: TranscriptFile.TurnPlaces, number: Int
  ) {
    self.recorded = recorded
    self.got = got
    self.isRecorded = isRecorded
    self.places = places
    self.number = number
    compareIntents()
    compareForbidden()
    compareFacts()
    compareGuidance()
    compareExercise()
    compareParked()
    compareReply()
  }

  private mutating func compareIntents() {
    guard !recorded.intents.isEmpty else { return }
    let crisisChanged = hasCrisis(recorded.intents) != hasCrisis(got.intents)
    let missing = recorded.intents.filter { stated in !got.intents.contains { stated.covers($0) } }
    let first = recorded.intents[0]
    let firstChanged = isRecorded && !(got.intents.first.map(first.covers) ?? false)
    guard crisisChanged || firstChanged || !missing.isEmpty else { return }
    let heard = got.intents.first ?? ""
    let isSameFamily = first.family == heard.family && missing.allSatisfy { $0 == first }
    let kind: Difference.Kind = crisisChanged ? .safety : isSameFamily ? .rule : .intent
    add(kind, .intents, list(recorded.intents), list(got.intents))
  }

  private mutating func compareForbidden() {
    for name in recorded.mustNot {
      guard let heard = got.intents.first(where: { name.covers($0) }) else { continue }
      add(name.isCrisis ? .safety : .intent, .mustNot, "not \(name)", heard)
    }
  }

  private mutating func compareFacts() {
    guard !recorded.facts.isEmpty else { return }
    let facts =
      isRecorded ? got.facts : got.facts.filter { recorded.facts.keys.contains($0.key) }
    if facts != recorded.facts {
      add(.facts, .facts, YAMLText.flowFacts(recorded.facts), YAMLText.flowFacts(facts))
    }
  }

  private mutating func compareGuidance() {
    guard !recorded.guidance.isEmpty else { return }
    let isSame =
      isRecorded
      ? recorded.guidance == got.guidance
      : recorded.guidance.allSatisfy { stated in got.guidance.contains { stated.covers($0) } }
    if !isSame { add(.guidance, .guidance, list(recorded.guidance), list(got.guidance)) }
  }

  /// What a turn states of an exercise, of promises and of the question that it answers. A note is its
  /// author's own and is compared with nothing.
  private mutating func compareExercise() {
    compare(recorded.exercise, got.exercise, .exercise, .exercise)
    compare(recorded.answered, got.answered, .question, .answered)
    compare(recorded.promise, got.promise, .promise, .promise)
    guard !recorded.promises.isEmpty, recorded.promises != got.promises else { return }
    add(.promise, .promises, list(recorded.promises), list(got.promises))
  }

  private mutating func compare(
    _ stated: String?, _ heard: String?, _ kind: Difference.Kind, _ key: TurnKey
  ) {
    guard let stated, stated != heard else { return }
    add(kind, key, stated, heard ?? "nothing")
  }

  private mutating func compareParked() {
    guard !recorded.parked.isEmpty, recorded.parked != got.parked else { return }
    add(.parked, .parked, list(recorded.parked), list(got.parked))
  }

  private mutating func compareReply() {
    guard let reply = recorded.coach, !reply.unicodeScalars.elementsEqual(got.coach.scalars)
    else { return }
    add(.wording, .coach, reply, got.coach ?? "")
  }

  private mutating func add(
    _ kind: Difference.Kind, _ key: TurnKey, _ expected: String, _ got: String
  ) {
    differences.append(
      Difference(
        turn: number, place: places[key], kind: kind, key: key, expected: expected, got: got))
  }

  private func hasCrisis(_ intents: [String]) -> Bool { intents.contains(where: \.isCrisis) }

  private func list(_ promises: [Promise]) -> String {
    list(promises.map { "\($0.text) (\($0.state.rawValue))" })
  }

  private func list(_ names: [String]) -> String {
    names.isEmpty ? "nothing" : names.joined(separator: ", ")
  }
}

extension String {
  /// The part before the first dot.
  var family: Substring { prefix { $0 != "." } }

  /// Whether this name is the other, or a family that it belongs to.
  func covers(_ other: String) -> Bool { other == self || other.hasPrefix("\(self).") }

  var isCrisis: Bool { hasPrefix("crisis-") }
}

extension String? {
  /// To the letter means scalar by scalar: Swift's `==` takes `é` and `e` with an accent for the same.
  fileprivate var scalars: String.UnicodeScalarView { (self ?? "").unicodeScalars }
}
