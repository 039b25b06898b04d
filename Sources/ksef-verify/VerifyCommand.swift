public import ArgumentParser
import CodeReading
import EvidenceFiles
public import Findings
import Glibc
public import KSeFIdentifiers
import ReadingWorkers
import Verification

/// The command line of the verifier: arguments in, library calls, reports out, exit code.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ksef-verify", abstract: VerifyHelp.abstract, discussion: VerifyHelp.discussion,
    version: "ksef-verify 0.1.0")

  @Argument(help: "Links, files, folders, archives (ZIP, tar, tar.gz), or - for standard input.")
  var evidence: [String]

  @Option(
    name: [.long, .customLong("invoice")],
    help: ArgumentHelp("Invoices' XML; may be repeated.", valueName: "path"))
  var invoices: [String] = []

  @Option(
    name: [.long, .customLong("certificate")],
    help: ArgumentHelp(
      "Certificates (PEM, DER, PKCS#7); may be repeated. Other files of a folder are skipped.", valueName: "path"))
  var certificates: [String] = []

  @Option(name: .long, help: ArgumentHelp("A bare public key (PEM or DER); may be repeated.", valueName: "file"))
  var publicKey: [String] = []

  @Option(
    name: [.long, .customLong("revocation-lists")],
    help: ArgumentHelp("Certificate revocation lists (PEM, DER, PKCS#7); may be repeated.", valueName: "path"))
  var revocationList: [String] = []

  @Option(
    name: [.long, .customLong("receipt")],
    help: ArgumentHelp("KSeF's confirmations (UPO); may be repeated.", valueName: "path"))
  var receipts: [String] = []

  @Option(name: .long, help: "The environment that the codes should be of (default: any).")
  var environment: KSeFEnvironment?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A report's form, and a file for it; without a file it goes to standard output. May be repeated. (default: text)",
      valueName: "form[=file]"))
  var report: [WantedReport] = []

  @Option(
    name: .long,
    help: ArgumentHelp("How many prints are read at a time (default: one for each processor).", valueName: "n"))
  var jobs: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Keeps what was read, so that the same call, broken off, needn't read it again.", valueName: "file"))
  var resume: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Processor time that reading one print may take.", valueName: "n"))
  var seconds = ReadingLimits().seconds

  @Flag(
    name: .long,
    help: "Reads the words of scans with Tesseract and compares them with the invoices; takes seconds for each page.")
  var ocr = false

  @Flag(name: .long, help: "Nothing on standard error but what stops the call.")
  var quiet = false

  @Option(name: .long, help: "The reports' language (default: as LC_ALL, LC_MESSAGES or LANG ask, else English).")
  var language: Language?

  /// What is to be written; text where nothing was asked for.
  var reports: [WantedReport] { report.isEmpty ? [WantedReport(argument: "text")].compactMap(\.self) : report }

  /// Paths among the options and arguments that have to be there.
  private var paths: [String] {
    evidence.filter { !EvidenceGathering.isLink($0) } + invoices + certificates + publicKey + revocationList + receipts
  }

  func validate() throws {
    guard (1...86_400).contains(seconds) else { throw ValidationError("--seconds takes 1 to 86400.") }
    guard (1...1024).contains(jobs ?? 1) else { throw ValidationError("--jobs takes 1 to 1024.") }
    guard paths.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input (-) can be given only once.")
    }
    guard reports.count(where: { $0.file == nil }) <= 1 else {
      throw ValidationError("Only one report can go to standard output; give the others a file: --report html=FILE.")
    }
    guard Set(reports.map(\.file)).count == reports.count else {
      throw ValidationError("Two reports can't go to the same file.")
    }
  }

  func run() throws {
    let language = language ?? .ofEnvironment
    endOnInterruption()
    do {
      for report in reports { try report.check() }
      if ocr { try Recognition.requireAvailable() }
      for path in paths where path != "-" && access(path, R_OK) != 0 { throw Obstacle.missing(path) }
      let run = VerifyRun(self, language: language)
      let report = try run.judged()
      for wanted in reports { try wanted.write(report, in: language) }
      run.sayVerdict(of: report)
      throw ExitCode(report.exitCode)
    } catch let obstacle as Obstacle {
      printToStandardError("ksef-verify: \(obstacle.text(in: language))")
      throw ExitCode(obstacle.kind == .usage ? 64 : 74)
    }
  }
}

extension Language: ExpressibleByArgument {}
extension KSeFEnvironment: ExpressibleByArgument {}

extension Report {
  /// The exit code that scripts rely on; 1 is nobody's verdict.
  var exitCode: Int32 {
    switch verdict {
    case .passed: 0
    case .failed: 2
    case .indeterminate: 3
    case nil: 4
    }
  }
}

extension Obstacle {
  /// With the system's reason, from `errno`.
  fileprivate static func missing(_ path: String) -> Obstacle {
    let reason = String(cString: strerror(errno))
    return Obstacle(
      "file.unreadable", kind: .inputOutput, at: Place(file: path),
      Sentence("It can't be read: \(reason).", pl: "Nie można odczytać: \(reason)."),
      remedy: Sentence("Check the name and the permissions.", pl: "Sprawdź nazwę i uprawnienia."))
  }
}

/// Writes a line to standard error.
func printToStandardError(_ line: String) {
  let bytes = Array("\(line)\n".utf8)
  // What can't be said on standard error can be said nowhere.
  _ = write(STDERR_FILENO, bytes, bytes.count)
}

/// Lets Ctrl-C end the call at once: readings are kept as they are made, reports are written whole at the end, and the
/// processes that read end with this one.
private func endOnInterruption() {
  // Whoever started this program may have held the signal back.
  var heard = sigset_t()
  sigemptyset(&heard)
  sigaddset(&heard, SIGINT)
  pthread_sigmask(SIG_UNBLOCK, &heard, nil)
  signal(SIGINT) { _ in
    _ = write(STDERR_FILENO, "\n", 1)
    _exit(130)
  }
}
