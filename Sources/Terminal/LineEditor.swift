// SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CReadline
import Glibc

/// Reads what a person types, through GNU Readline, so that their `~/.inputrc` and habits hold.
///
/// Readline is driven key by key rather than by its own loop: so Ctrl-C, a resize or the end of the
/// terminal are dealt with here, outside of signal handlers, and the terminal is always left as it
/// was found. Readline's state belongs to the process: make one editor, on the main thread. From
/// then on Ctrl-C no longer ends the process; outside of `read` it is ignored.
@MainActor
package final class LineEditor {
  package enum Input: Sendable, Equatable {
    /// What was entered, clean of control characters. A pasted paragraph keeps its line breaks.
    case line(String)
    /// Ctrl-C: the line was dropped.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal is gone.
    case end
  }

  /// Asked at Tab; gives whole words. What does not continue the word is left out for it.
  package var completions: (Completion) -> [String] = { _ in [] }

  /// Why lines are not being kept, if so; for the owner to say once.
  package private(set) var historyFault: HistoryFault?

  private let style: Style
  private let signals = SignalInbox()
  private var arrived: [Int32] = []
  private var finished: Input?
  private let history: HistoryFile?
  private var keepsHistory: Bool
  private var candidates: ArraySlice<String> = []
  /// What this session has written to the file.
  private var ownEntries: [String] = []
  private var lastEntry = ""

  /// Readline's callbacks carry no context, so they look here.
  private static var current: LineEditor?

  /// `history` nil: lines can be recalled in this session, but nothing is written.
  package init(style: Style, history: HistoryFile? = nil) {
    precondition(Self.current == nil, "Readline's state can have only one editor")
    self.style = style
    self.history = history
    keepsHistory = history != nil
    Self.current = self
    configure()
    signals.catchSignals([SIGINT])
    loadHistory()
  }

  /// The present width of the terminal, also after a resize.
  package var columns: Int? { terminalColumns() }

  /// Shows the prompt and waits for a line. The cursor is at the start of a line afterwards.
  package func read(prompt: String) -> Input {
    fflush(stdout)
    _ = signals.take()
    arrived = []
    finished = nil
    signals.catchSignals(Self.signalsWhileReading)
    defer { signals.releaseSignals(Self.signalsWhileReading) }
    rl_reset_screen_size()
    rl_callback_handler_install(style.readlinePrompt(prompt)) { line in
      let bytes = line.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
      free(line)
      MainActor.assumeIsolated { LineEditor.current?.finish(with: bytes) }
    }
    let input = readKeys()
    if case .line(let text) = input { remember(text) }
    return input
  }

  /// Stops writing to the history file; what it holds already stays, and can still be forgotten.
  package func stopKeepingHistory() {
    keepsHistory = false
  }

  /// Takes this session's lines back, from recall and from the file, also those written before
  /// `stopKeepingHistory`. After a fault it can be tried again.
  package func forgetSession() throws(HistoryFault) {
    clear_history()
    lastEntry = ""
    guard let history else { return }
    try history.remove(ownEntries)
    ownEntries = []
    for entry in try history.load() { add_history(entry) }
  }
}

// MARK: - Keys and signals

extension LineEditor {
  private static let signalsWhileReading = [SIGWINCH, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT]

  private func readKeys() -> Input {
    while true {
      if let input = obeySignals() { return input }
      guard waitForKey() else { continue }
      rl_callback_read_char()
      // An end that Readline was only made to believe in says nothing about the line.
      if mustStop { continue }
      if let finished { return finished }
    }
  }

  /// Whether a signal has arrived that ends the reading, rather than one that can wait for a moment.
  private var mustStop: Bool {
    arrived.contains { $0 != SIGWINCH && $0 != SIGTSTP }
  }

  /// Deals with the signals that have arrived. Gives the input that ends the reading, if one does.
  private func obeySignals() -> Input? {
    while !arrived.isEmpty {
      let signal = arrived.removeFirst()
      switch signal {
      case SIGINT: return dropLine()
      case SIGWINCH: rl_resize_terminal()
      case SIGTSTP: suspend()
      default: return die(of: signal)
      }
    }
    return nil
  }

  private func dropLine() -> Input {
    rl_callback_sigcleanup()
    // The cursor may be in the middle of a line that takes several rows.
    rl_point = rl_end
    rl_redisplay()
    rl_echo_signal_char(SIGINT)
    rl_crlf()
    rl_free_line_state()
    rl_callback_handler_remove()
    fflush(stdout)
    return .interrupted
  }

  private func suspend() {
    rl_cleanup_after_signal()
    fflush(stdout)
    signals.releaseSignals([SIGTSTP])
    raise(SIGTSTP)
    signals.catchSignals([SIGTSTP])
    rl_reset_after_signal()
    rl_forced_update_display()
  }

  /// Ends the process as the signal would have, but with the terminal set right. Where the signal
  /// was being ignored (`nohup`), it is only the input that ends.
  private func die(of signal: Int32) -> Input {
    rl_callback_handler_remove()
    fflush(stdout)
    signals.releaseSignals([signal])
    // Swift's runtime would take it for a crash, and print a backtrace.
    if signal == SIGQUIT { Glibc.signal(SIGQUIT, SIG_DFL) }
    raise(signal)
    return .end
  }

  /// Waits for a key or a signal; true if there is a key and no signal comes before it.
  private func waitForKey() -> Bool {
    var files = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&files, nfds_t(files.count), -1) < 0 && errno == EINTR {}
    if files[1].revents != 0 {
      arrived += signals.take()
      return false
    }
    return files[0].revents != 0
  }

  /// The next byte for Readline. It asks for more by itself within a paste or a key sequence, and
  /// there too Ctrl-C must get through; a NUL in a paste would cut the paste off.
  private func nextByte() -> Int32 {
    while !mustStop {
      guard waitForKey() else { continue }
      var byte: UInt8 = 0
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
      guard count == 1 else { break }
      if byte == 0 && rl_readline_state & UInt(RL_STATE_MOREINPUT) != 0 { continue }
      return Int32(byte)
    }
    return EOF
  }

  /// Readline has a whole line, or nil at the end of the input.
  private func finish(with bytes: [UInt8]?) {
    // Before the line is handed on, so that no new prompt appears and the terminal is as it was.
    rl_callback_handler_remove()
    if let bytes {
      let text = sanitized(String(decoding: bytes, as: UTF8.self), lineBreaks: .stay)
      // A paste often ends in line breaks, which were waiting for the Enter key.
      finished = .line(String(text.reversed().drop { $0 == "\n" }.reversed()))
    } else {
      finished = .end
    }
    fflush(stdout)
  }
}

// MARK: - Setting Readline up

extension LineEditor {
  private func configure() {
    useUnicode()
    rl_readline_name = Self.applicationName
    rl_catch_signals = 0
    rl_catch_sigwinch = 0
    // COLUMNS in the environment would be inherited by children, and believed after a resize.
    rl_change_environment = 0
    // What ~/.inputrc says comes later, and wins.
    rl_variable_bind("enable-bracketed-paste", "on")
    rl_getc_function = { _ in
      MainActor.assumeIsolated { LineEditor.current?.nextByte() ?? EOF }
    }
    rl_completer_word_break_characters = Self.wordBreaks
    rl_completer_quote_characters = Self.noCharacters
    rl_attempted_completion_function = { text, start, _ in
      // Never Readline's own idea: the names of files.
      rl_attempted_completion_over = 1
      guard let text else { return nil }
      let word = String(cString: text)
      MainActor.assumeIsolated { LineEditor.current?.complete(word, from: Int(start)) }
      return rl_completion_matches(text) { _, _ in
        MainActor.assumeIsolated { LineEditor.current?.nextCandidate() }
          .flatMap { strdup($0) }
      }
    }
    using_history()
    stifle_history(Int32(HistoryFile.limit))
    rl_initialize()
  }

  /// Without a UTF-8 locale Readline takes letters with accents apart, and parts of them for
  /// commands. It looks at the environment again for every line, so the word has to be put there.
  private func useUnicode() {
    setlocale(LC_CTYPE, "")
    guard let codeset = nl_langinfo(nl_item(CODESET)), String(cString: codeset) != "UTF-8" else {
      return
    }
    setenv("LC_ALL", "C.UTF-8", 1)
    setlocale(LC_CTYPE, "")
  }

  // Readline keeps these pointers.
  private static let applicationName = UnsafePointer(strdup("mend"))
  private static let wordBreaks = UnsafePointer(strdup(" \t\n"))
  private static let noCharacters = UnsafePointer(strdup(""))
}

// MARK: - Completion

extension LineEditor {
  private func complete(_ word: String, from start: Int) {
    let line = UnsafeRawBufferPointer(start: rl_line_buffer, count: min(start, Int(rl_end)))
    let before = String(decoding: line, as: UTF8.self).drop { $0 == " " }
    let completion = Completion(before: String(before), word: word)
    candidates = completion.matching(completions(completion))[...]
  }

  private func nextCandidate() -> String? {
    candidates.popFirst()
  }
}

// MARK: - History

extension LineEditor {
  private func loadHistory() {
    do throws(HistoryFault) {
      let entries = try history?.load() ?? []
      for entry in entries { add_history(entry) }
      lastEntry = entries.last ?? ""
    } catch {
      stopKeepingHistory(because: error)
    }
  }

  /// Keeps a line for recall, unless it begins with a space or repeats the one before.
  private func remember(_ line: String) {
    let entry = sanitized(line)
    guard !line.hasPrefix(" "), !entry.isEmpty, entry != lastEntry else { return }
    lastEntry = entry
    add_history(entry)
    guard keepsHistory, let history else { return }
    do throws(HistoryFault) {
      try history.append(entry)
      ownEntries.append(entry)
    } catch {
      stopKeepingHistory(because: error)
    }
  }

  private func stopKeepingHistory(because fault: HistoryFault) {
    historyFault = fault
    keepsHistory = false
  }
}
