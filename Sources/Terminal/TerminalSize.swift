// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The present width of the terminal behind an open file; nil where there is none, or where it
/// does not say (a serial line gives 0).
package func terminalColumns(of file: Int32 = STDOUT_FILENO) -> Int? {
  var size = winsize()
  guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
  return Int(size.ws_col)
}
