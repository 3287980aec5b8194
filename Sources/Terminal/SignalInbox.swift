// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Turns signals into bytes on a pipe, so that they can be waited for together with keys.
///
/// Between looking for a signal and waiting for a key there is no moment in which one gets lost,
/// and nothing happens inside a signal handler but a write.
@MainActor
final class SignalInbox {
  let readEnd: Int32
  private var previous: [Int32: sigaction] = [:]

  init() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      preconditionFailure("no pipe for signals: \(String(cString: strerror(errno)))")
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    readEnd = ends[0]
    signalPipe = ends[1]
  }

  /// From now on these signals arrive here.
  func catchSignals(_ signals: [Int32]) {
    for signal in signals where previous[signal] == nil {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { signal in
        let before = errno
        var byte = UInt8(truncatingIfNeeded: signal)
        _ = write(signalPipe, &byte, 1)
        errno = before
      }
      action.sa_flags = SA_RESTART
      var old = sigaction()
      sigaction(signal, &action, &old)
      previous[signal] = old
    }
  }

  /// These signals do again what they did before.
  func releaseSignals(_ signals: [Int32]) {
    for signal in signals {
      guard var old = previous.removeValue(forKey: signal) else { continue }
      sigaction(signal, &old, nil)
    }
  }

  /// The signals that have arrived since the last call, in their order.
  func take() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(readEnd, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map(Int32.init)
  }
}

/// The end that the handler writes to: a handler gets nothing but the signal's number. Set once,
/// before any handler is installed.
private nonisolated(unsafe) var signalPipe: Int32 = -1
