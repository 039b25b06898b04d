import Findings
import Glibc

/// Keeps hostile evidence from holding up or filling the machine.
///
/// Poppler can be told neither to stop nor how much memory to take, so the whole process is bounded: what goes beyond
/// ends it with a sentence and the exit code for "indeterminate".
enum WorkLimit {
  /// The most memory that the process may address, in bytes.
  ///
  /// Poppler leaves a picture out, silently, where memory is short, and a code in it would be passed over. The largest
  /// picture that it accepts takes a little over 4 GB; so only what isn't a picture ever meets this bound.
  private static let memory: rlim_t = 6_000_000_000

  /// Sets the bound on memory, and the sentences with which either bound ends the program.
  static func begin(language: Language) {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    limit.rlim_cur = min(memory, limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    // Whoever started this program may have held these signals back.
    var heard = sigset_t()
    sigemptyset(&heard)
    sigaddset(&heard, SIGXCPU)
    sigaddset(&heard, SIGABRT)
    pthread_sigmask(SIG_UNBLOCK, &heard, nil)
    switch language {
    case .english:
      signal(SIGXCPU) { _ in
        end("ksef-verify: Reading the evidence takes too long (see --seconds). Nothing was decided.\n")
      }
      signal(SIGABRT) { _ in
        end("ksef-verify: Reading the evidence takes more memory than is allowed. Nothing was decided.\n")
      }
    case .polish:
      signal(SIGXCPU) { _ in
        end("ksef-verify: Odczyt dowodu trwa zbyt długo (zob. --seconds). Niczego nie rozstrzygnięto.\n")
      }
      signal(SIGABRT) { _ in
        end("ksef-verify: Odczyt dowodu wymaga więcej pamięci, niż wolno. Niczego nie rozstrzygnięto.\n")
      }
    }
  }

  /// Gives the next piece of evidence its own processor time.
  static func allow(seconds: Int) {
    var used = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &used)
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
    let wanted = rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + seconds)
    limit.rlim_cur = min(wanted, limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
  }
}

/// Says a sentence and leaves, with nothing but what a signal handler may call.
private func end(_ sentence: StaticString) {
  _ = write(STDERR_FILENO, sentence.utf8Start, sentence.utf8CodeUnitCount)
  _exit(3)
}
