import ArgumentParser
import FAInvoice
import Findings
import Glibc
import PrintRuns
import PrintWorkers

struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Print many invoices: files, folders, archives.",
    discussion: BatchHelp.discussion)

  @Argument(
    help: ArgumentHelp("Files, folders, archives (ZIP, tar, tar.gz), or - for standard input.", valueName: "source"))
  var sources: [String] = []

  @Option(
    help: ArgumentHelp("A file with further sources, a path on each line; - for standard input.", valueName: "file"))
  var filesFrom: String?

  @Option(
    name: [.short, .long], help: ArgumentHelp("Where the PDFs go; made where it is missing.", valueName: "directory"))
  var outputDirectory: String

  @Option(
    help: ArgumentHelp(
      "How the PDFs are called, such as {seller}/{year}/{number}.pdf. Default: {source}.pdf.", valueName: "pattern"))
  var name: String?

  @Option(help: ArgumentHelp("A table of what became of each invoice: FILE.csv or FILE.json.", valueName: "file"))
  var report: String?

  @Option(
    help: ArgumentHelp(
      "The KSeF numbers of invoices that were accepted: names for files called by them, or a table of file and number.",
      valueName: "names|file"))
  var ksefNumbers: String?

  @Flag(help: "Leave what an earlier call printed from the same XML with the same options.")
  var resume = false

  @Flag(help: "Stop at the first invoice that can't be printed.")
  var failFast = false

  @Flag(help: "Exit code 3 where all was printed, but something should be looked at.")
  var failOnWarnings = false

  @Option(
    help: ArgumentHelp("How many invoices are printed at a time. Default: one for each processor.", valueName: "n"))
  var jobs: Int?

  @OptionGroup var printing: PrintingOptions

  mutating func validate() throws {
    guard !sources.isEmpty || filesFrom != nil else {
      throw ValidationError("Nothing to print: name files, folders or archives, or give --files-from.")
    }
    guard !sources.contains(""), !outputDirectory.isEmpty else { throw ValidationError("A name is empty.") }
    let readers = sources.count { $0 == "-" } + (filesFrom == "-" ? 1 : 0)
    guard readers + (printing.credentials.passphraseStdin ? 1 : 0) <= 1 else {
      throw ValidationError("Standard input can be read once.")
    }
    guard (1...256).contains(jobs ?? 1) else { throw ValidationError("--jobs takes 1 to 256.") }
  }

  func run() throws {
    let language = printing.messageLanguage
    var code: Int32 = 0
    try reporting(in: language) { () throws(Obstacle) in
      try printing.enter()
      code = try print(in: language)
    }
    if code != 0 { throw ExitCode(code) }
  }

  /// - Returns: the exit code.
  private func print(in language: Language) throws(Obstacle) -> Int32 {
    let names = try name.map { (text) throws(Obstacle) in try NamePattern(text) } ?? .standard
    var settings = PrintRunSettings(options: try printing.fingerprint(names))
    settings.names = names
    settings.resuming = resume ? .whereWhole : .never
    settings.stopsAtTrouble = failFast
    settings.numbers =
      try ksefNumbers.map { (source) throws(Obstacle) in
        source == "names" ? .names : try .table(from: source)
      } ?? .unknown
    let crew = try printing.crew(size: jobs ?? PrintCrew.sizeOfMachine)
    let list = try filesFrom.map { (file) throws(Obstacle) in try openList(file) }
    defer { if let list, list != STDIN_FILENO { close(list) } }
    let output = try OutputFolder(outputDirectory, owner: .source)
    let table = try report.map { (file) throws(Obstacle) in try PrintReport(file, in: language) }
    let signals = StopSignals()
    let console = RunConsole(total: list == nil ? PrintSources.count(sources) : nil, language: language)
    if let remark = output.remark { console.say(remark) }
    var given = PrintSources(sources, list: list, sizeLimit: FADocument.sizeLimit)
    let run = PrintRun(into: output, settings, isStopped: { signals.arrived != nil }) { (row) throws(Obstacle) in
      console.tell(row)
      try table?.add(row)
    }
    let broken = obstacle { () throws(Obstacle) in try run.print({ given.next() }, by: crew) }
    // What was printed is told of in any case; what broke the run off outranks a report that can't be written then.
    let isWhole = broken == nil && signals.arrived == nil && !(failFast && run.counts.refused + run.counts.failed > 0)
    let unreported = obstacle { () throws(Obstacle) in try table?.finish(run.counts, isWhole: isWhole) }
    console.finish(run.counts)
    if broken != nil || signals.arrived != nil { console.say(BatchCommand.resumeHint) }
    if let first = broken ?? unreported { throw first }
    return exitCode(run.counts, signals)
  }

  private func openList(_ file: String) throws(Obstacle) -> Int32 {
    if file == "-" { return STDIN_FILENO }
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .listUnreadable(file) }
    return descriptor
  }

  private func exitCode(_ counts: PrintCounts, _ signals: StopSignals) -> Int32 {
    if let signal = signals.arrived { return 128 + signal }
    if counts.failed > 0 { return 74 }
    if counts.refused > 0 { return 2 }
    return failOnWarnings && counts.warnings > 0 ? 3 : 0
  }

  private static let resumeHint = Sentence(
    "Broken off; the same call with --resume prints the rest.",
    pl: "Przerwano; to samo wywołanie z --resume wydrukuje resztę.")
}

/// What work throws, where there is something to be done before it is told.
private func obstacle(to work: () throws(Obstacle) -> Void) -> Obstacle? {
  do throws(Obstacle) {
    try work()
    return nil
  } catch {
    return error
  }
}

extension Obstacle {
  /// With the system's reason, from `errno`.
  fileprivate static func listUnreadable(_ path: String) -> Obstacle {
    let reason = String(cString: strerror(errno))
    return Obstacle(
      "file.unreadable", kind: .inputOutput, at: Place(file: path),
      Sentence("The list can't be read: \(reason).", pl: "Nie można odczytać listy: \(reason)."),
      remedy: Sentence("Check the name and the permissions.", pl: "Sprawdź nazwę i uprawnienia."))
  }
}
