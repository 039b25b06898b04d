package import Findings
import Glibc

/// Asks for a passphrase on a terminal, with the echo off until there is an answer.
///
/// A signal that arrives meanwhile (Ctrl-C, Ctrl-Z, a closed window) is held back until the terminal is as it was,
/// then takes its course; whoever comes back from a stop is asked again.
package struct TerminalQuestion {
  private let device: String

  /// - Parameter device: the terminal's name.
  package init(device: String) {
    self.device = device
  }

  /// - Parameter question: shown as it is; mostly it ends with a space.
  /// - Throws: `passphrase.no-terminal`, `passphrase.unreadable`, `passphrase.too-long`.
  package func ask(_ question: String) throws(Obstacle) -> Passphrase {
    // A terminal whose output was stopped must not hold up the question: a write that would wait is left out.
    let terminal = open(device, O_RDWR | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard terminal >= 0, isatty(terminal) == 1 else {
      if terminal >= 0 { close(terminal) }
      throw .passphraseNoTerminal()
    }
    defer { close(terminal) }
    while true {
      let signal: Int32
      do {
        let held = HeldSignals()
        defer { held.release() }
        switch try askOnce(question, on: terminal, held) {
        case .answer(let passphrase): return passphrase
        case .interrupted(let number): signal = number
        }
      }
      deliver(signal)
    }
  }

  /// Lets a signal take its course even on a thread that holds it back, as those of a thread pool do.
  private func deliver(_ signal: Int32) {
    var only = sigset_t()
    var before = sigset_t()
    sigemptyset(&only)
    sigaddset(&only, signal)
    pthread_sigmask(SIG_UNBLOCK, &only, &before)
    raise(signal)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private enum Outcome {
    case answer(Passphrase)
    case interrupted(Int32)
  }

  private func askOnce(_ question: String, on terminal: Int32, _ held: HeldSignals) throws(Obstacle) -> Outcome {
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { throw .passphraseNoTerminal() }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHOK | ECHONL)
    silent.c_lflag |= tcflag_t(ICANON | ISIG)
    // What was typed before the question isn't its answer. TCSAFLUSH would wait for the output to be shown, too.
    tcflush(terminal, TCIFLUSH)
    guard tcsetattr(terminal, TCSANOW, &silent) == 0 else { throw .passphraseNoTerminal() }
    defer {
      tcflush(terminal, TCIFLUSH)
      tcsetattr(terminal, TCSANOW, &before)
      show("\n", on: terminal)
    }
    show(question, on: terminal)
    // In canonical mode a whole line is ready at once, so that reading it doesn't block.
    if let number = held.wait(orInputFrom: terminal) { return .interrupted(number) }
    return .answer(try readPassphrase(from: terminal, name: device, extent: .firstLine))
  }

  /// Nothing depends on the question being seen: where it can't be shown, the answer decides.
  private func show(_ text: String, on terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = write(terminal, bytes, bytes.count)
  }
}

/// The signals that end or stop a process, kept waiting for as long as the terminal isn't as it was.
private struct HeldSignals {
  private var wanted = sigset_t()
  private var before = sigset_t()

  init() {
    sigemptyset(&wanted)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP] { sigaddset(&wanted, number) }
    pthread_sigmask(SIG_BLOCK, &wanted, &before)
  }

  func release() {
    var mask = before
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  /// The signal that arrived, taken out of the queue; nil when there is input first.
  func wait(orInputFrom terminal: Int32) -> Int32? {
    var sources = [pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)]
    while true {
      var mask = wanted
      var immediately = timespec(tv_sec: 0, tv_nsec: 0)
      let number = sigtimedwait(&mask, nil, &immediately)
      if number > 0 { return number }
      // A fifth of a second: the longest that a signal waits.
      if poll(&sources, 1, 200) > 0 { return nil }
    }
  }
}
