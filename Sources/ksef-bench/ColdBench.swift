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
    var offline: [Double] = []
    var help: [Double] = []
    for _ in 0..<rounds {
      offline.append(time(arguments))
      // What starting and leaving the program costs, beside it in the same round.
      help.append(time([arguments[0], "--version"]))
    }
    unlink(output)
    print("cold, \(title): a process for each invoice, key encrypted as the Ministry's application does")
    print("  \(padded("whole", 26)) \(fixed(median(offline))) (\(fixed(offline.min() ?? 0)))")
    print("  \(padded("--version", 26)) \(fixed(median(help))) (\(fixed(help.min() ?? 0)))")
  }

  private func time(_ arguments: [String]) -> Double {
    var pid: pid_t = 0
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
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
