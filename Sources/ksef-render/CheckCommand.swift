import ArgumentParser
import FAInvoice
import FAValidation
import Findings
import KSeFIdentifiers
import WholeFiles

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what KSeF would refuse invoices for, and what a person should look at, before they are sent.",
    discussion: """
      Judges the file (UTF-8, no byte order mark), its schema (FA(3), FA(2), FA_RR(1)),
      and what the invoice says: dates, identifiers, sums, tax. Every rendering runs the
      same check first. docs/messages.md explains every code.

      EXAMPLES
        ksef-render check invoice.xml
        ksef-render check --environment test --report json *.xml
        erp-export | ksef-render check -
        ksef-render check --schema-only *.xml

      EXIT CODES
         0  nothing refused (there may be warnings)
         2  at least one file would be refused, or is no invoice
        64  the call is wrong
        74  at least one file can't be read, whatever became of the others
      """)

  @Argument(help: ArgumentHelp("The invoices; - for standard input.", valueName: "file"))
  var files: [String]

  @Flag(
    help: "Judge by the schema alone: a line a file, \"FILE: valid\" or \"FILE: invalid\"; findings on standard error.")
  var schemaOnly = false

  @Option(name: .customLong("report"), help: "The form of the report: text or json.")
  var form: RunReport.Form = .text

  @Option(help: "The KSeF that the invoices are meant for: production, demo or test.")
  var environment: KSeFEnvironment = .production

  @OptionGroup var today: TodayOption

  @Option(help: "The language of messages: pl or en.")
  var language: MessageLanguage?

  mutating func validate() throws {
    guard files.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input (-) can be read once.")
    }
    guard !schemaOnly || form == .text else {
      throw ValidationError("--schema-only has a form of its own: leave out --report.")
    }
  }

  func run() throws {
    let language = language?.language ?? .ofEnvironment
    var isRefused = false
    var isUnreadable = false
    try reporting(in: language) { () throws(Obstacle) in
      let judge = InvoiceCheck(environment: environment, today: today.day)
      var whole = RunReport(form, in: language)
      if !schemaOnly { try printReport(whole.beginning) }
      // One that can't be read doesn't keep the others from being judged.
      for file in files {
        let report = report(on: file, by: judge, language)
        isRefused = isRefused || report.verdict == .refused
        isUnreadable = isUnreadable || report.verdict == .unreadable
        if schemaOnly {
          try printVerdict(report, language)
        } else {
          try printReport(whole.add(report))
        }
      }
      if !schemaOnly { try printReport(whole.ending) }
    }
    if isUnreadable { throw ExitCode(74) }
    if isRefused { throw ExitCode(2) }
  }

  private func report(on file: String, by judge: InvoiceCheck, _ language: Language) -> FileReport {
    do throws(Obstacle) {
      let bytes = try readWholeFile(file, limit: FADocument.sizeLimit)
      let document = try FADocument.read(bytes, fileName: file)
      return FileReport(
        document, findings: schemaOnly ? judge.schemaFindings(for: document) : judge.findings(for: document))
    } catch {
      if error.kind == .inputOutput { printToStandardError(error.inFile(file).text(in: language)) }
      return FileReport(file: file, obstacle: error)
    }
  }

  /// Two words for a script on standard output, the reasons on standard error.
  private func printVerdict(_ report: FileReport, _ language: Language) throws(Obstacle) {
    guard report.verdict != .unreadable else { return }
    let word = report.verdict == .refused ? "invalid" : "valid"
    ksef_render.report(report.findings, in: language)
    try printReport("\(report.file.printable): \(word)\n")
  }

  private func printReport(_ text: String) throws(Obstacle) {
    if !text.isEmpty { try writeWholeFile(Array(text.utf8), to: "-") }
  }
}
