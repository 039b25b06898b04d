import Glibc

/// Owns one process that was started from this one; with its owner it goes.
///
/// Nothing of this process is left to the new one but the descriptors and variables that are named, and what this one's
/// caller left open: no signal's treatment, no file; and signals of the terminal don't reach it, since it leads a group of
/// its own.
package final class ChildProcess {
  private let process: pid_t
  private var isReaped = false

  /// Why a process can't be started, as `errno` has it.
  package struct StartFailure: Error {
    package let code: Int32

    /// - Parameter code: as `errno` has it.
    package init(code: Int32) { self.code = code }

    /// The system's reason.
    package var reason: String { String(cString: strerror(code)) }
  }

  /// How a process ended.
  package struct End {
    /// The signal that ended it, 0 for none.
    package let signal: Int32
    /// Its exit code, where no signal ended it.
    package let exitCode: Int32
    /// The most memory that it held, in bytes.
    package let memory: Int
  }

  /// A descriptor that the new process gets, under the number that it has there.
  package struct Inheritance {
    let own: Int32
    let number: Int32

    /// - Parameters:
    ///   - own: a descriptor of this process.
    ///   - number: what the new process calls it.
    package init(_ own: Int32, as number: Int32) { (self.own, self.number) = (own, number) }
  }

  /// - Parameters:
  ///   - arguments: with the name of the program first.
  ///   - variables: the names of those variables of the environment that it gets, where they are set.
  ///   - inheritances: what isn't named of its three standard streams is `/dev/null`.
  /// - Throws: the system's reason.
  package init(
    executable: String, arguments: [String], variables: [String], inheritances: [Inheritance]
  ) throws(StartFailure) {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    var copies: [Int32] = []
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
      for copy in copies { close(copy) }
    }
    for standard in STDIN_FILENO...STDERR_FILENO where !inheritances.contains(where: { $0.number == standard }) {
      posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0)
    }
    for inheritance in inheritances {
      // Far from the numbers that are given, so that none is overwritten before it is copied.
      let copy = fcntl(inheritance.own, F_DUPFD_CLOEXEC, 64)
      guard copy >= 0 else { throw StartFailure(code: errno) }
      copies.append(copy)
      posix_spawn_file_actions_adddup2(&actions, copy, inheritance.number)
    }
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    let settings = variables.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
    var words = arguments.map { $0.withCString { strdup($0) } } + [nil]
    var surroundings = settings.map { $0.withCString { strdup($0) } } + [nil]
    defer { for text in words + surroundings { free(text) } }
    var process = pid_t()
    let code = posix_spawn(&process, executable, &actions, &attributes, &words, &surroundings)
    guard code == 0 else { throw StartFailure(code: code) }
    self.process = process
  }

  deinit {
    if !isReaped { _ = end() }
  }

  /// Ends the process, and the programs that it may have started, and says how it ended: by itself where it was quicker.
  package func end() -> End {
    precondition(!isReaped, "a process ends once")
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    var (status, usage) = (Int32(0), rusage())
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    isReaped = true
    return End(signal: status & 0x7F, exitCode: status >> 8 & 0xFF, memory: usage.ru_maxrss * 1024)
  }
}
