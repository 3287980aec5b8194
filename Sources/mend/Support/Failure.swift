// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation

/// A failure of the run: one clear line and an exit status (BSD's sysexits.h).
struct Failure: Error, CustomStringConvertible {
  enum Status: Int32 {
    case fallsShort = 1
    case usage = 64
    case malformed = 65
    case noInput = 66
    case cannotCreate = 73
    case cannotWrite = 74
  }

  var status: Status
  var description: String

  init(_ status: Status, _ description: String) {
    self.status = status
    self.description = description
  }
}

/// Runs a command's body and turns what it throws into one line on standard error and a status.
func reporting(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let failure as Failure {
    complain("error: \(failure)")
    throw ExitCode(failure.status.rawValue)
  }
}

/// One line on standard error.
func complain(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}
