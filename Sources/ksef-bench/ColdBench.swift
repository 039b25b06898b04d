import Findings
import Glibc
import OfflineSigning

/// A process each: what a till pays that calls the program for every invoice.
struct ColdBench {
  private let arguments: [String]
  private let title: String
  private let output: String

  init(program: String, invoice: String, demonstration: Demonstration) throws(Obstacle) {
    output = demonstration.folder + "/cold.pdf"
    arguments = [
      program, invoice, "-o", output, "--environment", "test", "--certificate", demonstration.certificateFile, "--key",
      demonstration.keyFile, "--passphrase-file", demonstration.passphraseFile, "--creation-date",
      "2026-02-01T12:00:00Z",
    ]
    title = demonstration.key.rawValue
  }

  func run(rounds: Int) {
    var (whole, withoutKey, start): ([Double], [Double], [Double]) = ([], [], [])
    let plainCall = Array(arguments.prefix(6)) + ["--creation-date", "2026-02-01T12:00:00Z"]
    for _ in 0..<rounds {
      whole.append(time(arguments))
      // Beside it in the same round: the same print with KOD I alone, and starting and leaving the program.
      withoutKey.append(time(plainCall))
      start.append(time([arguments[0], "--version"]))
    }
    unlink(output)
    let total = median(whole)
    print("cold, \(title): a process for each invoice, key encrypted as the Ministry's application does")
    func say(_ title: String, _ time: Double) {
      print("  \(padded(title, 26)) \(fixed(time))  \(percent(time / total))")
    }
    say("start and libraries", median(start))
    say("first document, KOD I", median(withoutKey) - median(start))
    say("key, signature, KOD II", total - median(withoutKey))
    say("whole", total)
    compare(withPeer: getenv("KSEF_PEER").map { String(cString: $0) }, rounds: rounds, median(withoutKey))
    print("  \(padded("least", 26)) \(fixed(whole.min() ?? 0))")
  }

  /// The same invoice by another program, called as `PROGRAM INVOICE PDF`, against ours with KOD I.
  private func compare(withPeer program: String?, rounds: Int, _ own: Double) {
    guard let program else {
      return print("  no other program was compared: KSEF_PEER names none (docs/performance.md)")
    }
    let times = (0..<rounds).map { _ in time([program, arguments[1], output]) }
    unlink(output)
    print("  \(padded(program, 26)) \(fixed(median(times)))  \(percent(median(times) / own)) of ours with KOD I")
  }

  private func time(_ arguments: [String]) -> Double {
    var pid: pid_t = 0
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    var vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { vector.forEach { free($0) } }
    let start = now()
    guard posix_spawn(&pid, arguments[0], &actions, nil, &vector, environ) == 0 else {
      print("  \(arguments[0]) can't be started")
      exit(74)
    }
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    let elapsed = now() - start
    guard status == 0 else {
      print("  \(arguments.joined(separator: " ")) failed")
      exit(2)
    }
    return elapsed
  }
}
