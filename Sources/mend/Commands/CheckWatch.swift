// SPDX-License-Identifier: GPL-3.0-or-later

import Dialogue
import Foundation

/// `mend check --watch`: checks again after every save, and says what the edit changes in saved talks.
///
/// A broken edit is shown and the last good rules stay what the next edit is compared with.
struct CheckWatch {
  let command: CheckCommand
  let targets: [CheckTarget]

  /// Half a blink: an editor's last write is seen before the author looks up.
  private static let pause = 0.2

  private struct Watched {
    var target: CheckTarget
    var stamp: String?
    var good: Policy?
    var digest: String
  }

  /// Goes on until it is interrupted.
  func run() throws {
    var watched = try targets.map { target in
      let stamp = stamp(of: target)
      let checked = try CheckedFolder(target)
      try command.show(checked, target)
      return Watched(
        target: target, stamp: stamp, good: checked.hasErrors ? nil : checked.policy,
        digest: checked.digest)
    }
    complain("watching; an interrupt (Ctrl-C) ends it")
    while true {
      for index in watched.indices {
        let now = stamp(of: watched[index].target)
        guard now != watched[index].stamp else { continue }
        watched[index].stamp = now
        try look(&watched[index])
      }
      Thread.sleep(forTimeInterval: Self.pause)
    }
  }

  private func look(_ watched: inout Watched) throws {
    let checked: CheckedFolder
    do {
      checked = try CheckedFolder(watched.target)
    } catch let failure as Failure {
      return complain("error: \(failure)")
    }
    guard checked.digest != watched.digest else { return }
    watched.digest = checked.digest
    var output = Output()
    try output.line("")
    try output.flush()
    try command.show(checked, watched.target)
    if checked.hasErrors {
      try output.line(
        "the edited rules are broken; the last good ones are what the next edit is compared with")
    } else {
      let policy = checked.policy
      if let good = watched.good {
        let folder = Places(rules: command.shared.rules).talksFolder(command.shared.transcripts)
        let talks = Impact.transcripts(in: folder)
        for line in Impact(from: good, to: policy, in: talks).lines {
          try output.line(line)
        }
      }
      watched.good = policy
    }
    try output.flush()
  }

  /// Of the folder, or of a single file that is checked by itself.
  private func stamp(of target: CheckTarget) -> String? {
    ruleFileStamp(target.folder) ?? fileStamp(target.folder)
  }
}
