import Glibc

/// Hears SIGINT and SIGTERM instead of ending at once: what is under way can be finished. A second one ends the program.
///
/// Processes started after this hold both back, so that Ctrl-C doesn't end whoever prints for us.
public final class StopSignals {
  /// Readable when a signal has come.
  let descriptor: Int32
  private var heard: Int32?

  /// Begins to hear, for as long as the program lives.
  public init() {
    var ends: [Int32] = [-1, -1]
    let made = pipe(&ends)
    precondition(made == 0, "a program that has just begun has descriptors left")
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    descriptor = ends[0]
    var signals = Self.signals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    // The thread lives as long as the program, and needs nothing but the descriptor that it writes to.
    let started = pthread_create(
      &thread, nil,
      { argument in
        StopSignals.pass(to: Int32(truncatingIfNeeded: Int(bitPattern: argument)))
        return nil
      }, UnsafeMutableRawPointer(bitPattern: Int(ends[1])))
    precondition(started == 0, "a program that has just begun has a thread left")
    pthread_detach(thread)
  }

  /// The signal that came; nil while none has.
  public var arrived: Int32? {
    if heard == nil {
      var byte: UInt8 = 0
      if read(descriptor, &byte, 1) == 1 { heard = Int32(byte) }
    }
    return heard
  }

  private static var signals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    return signals
  }

  private static func pass(to end: Int32) {
    var signals = Self.signals
    var isFirst = true
    while true {
      var number: Int32 = 0
      guard sigwait(&signals, &number) == 0 else { continue }
      guard isFirst else { _exit(128 + number) }
      isFirst = false
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(end, &byte, 1)
    }
  }
}
