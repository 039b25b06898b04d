import ArgumentParser
import FAInvoice
import FAValidation
import Findings
import KSeFIdentifiers
import OfficialSchemas
import WholeFiles

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what KSeF would refuse invoices for, and what a person should look at, before they are sent.",
    discussion: """
      Judges the file (UTF-8, no byte order mark), its schema (FA(3), FA(2),
      FA_RR(1)) and what the invoice says: dates, identifiers, sums, tax. Every
      print asks the same first. docs/messages.md explains every code.

      EXAMPLES
        ksef-render check invoice.xml
        ksef-render check --environment test --report json *.xml
        erp-export | ksef-render check -
        ksef-render check --schema-only *.xml

      EXIT CODES
         0  nothing refused (there may be warnings)
         2  a file would be refused, or is no invoice
        64  the call is wrong, or the folder of schemas lacks one
        74  a file can't be read, whatever became of the others
      """)

  @Argument(help: ArgumentHelp("The invoices; - for standard input.", valueName: "file"))
  var files: [String]

  @Flag(
    help: "Judge by the schema alone: a line a file, \"FILE: valid\" or \"FILE: invalid\"; findings on standard error.")
  var schemaOnly = false

  @Option(
    help: ArgumentHelp(
      "A folder with your own copy of the official XSDs: libxml2 judges by them, too, as a second opinion.",
      valueName: "directory"))
  var schemaDirectory: String?

  @Option(name: .customLong("report"), help: "The form of the report: text or json.")
  var form: RunReport.Form = .text

  @Option(help: "The KSeF that the invoices are meant for: production, demo or test.")
  var environment: KSeFEnvironment = .production

  @OptionGroup var today: TodayOption

  @Option(help: "The language of messages: pl or en.")
  var language: MessageLanguage?

  mutating func validate() throws {
    guard !files.contains("") else { throw ValidationError("The name of a file is empty.") }
    guard files.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input (-) can be read once.")
    }
    guard !schemaOnly || form == .text else {
      throw ValidationError("--schema-only has a form of its own: leave out --report.")
    }
  }

  func run() throws {
    let language = language?.language ?? .ofEnvironment
    var worst = Worst.nothing
    try reporting(in: language) { () throws(Obstacle) in
      let schemas = try officialSchemas()
      var whole = RunReport(form, in: language)
      if !schemaOnly { try printReport(whole.beginning) }
      // One that can't be read doesn't keep the others from being judged.
      for file in files {
        let report = report(on: file, schemas, &worst, language)
        if report.verdict == .refused { worst = max(worst, .refused) }
        if schemaOnly {
          try printVerdict(report, language)
        } else {
          try printReport(whole.add(report))
        }
      }
      if !schemaOnly { try printReport(whole.ending) }
    }
    if worst != .nothing { throw ExitCode(worst.rawValue) }
  }

  /// What the exit code tells of, the weightiest last: what wasn't looked at weighs more than what was found.
  private enum Worst: Int32, Comparable {
    case nothing = 0
    case refused = 2
    case wrongCall = 64
    case unreadable = 74

    static func < (left: Worst, right: Worst) -> Bool { left.rawValue < right.rawValue }
  }

  private func report(
    on file: String, _ schemas: SchemaDirectory?, _ worst: inout Worst, _ language: Language
  ) -> FileReport {
    let isForReading = form == .text && !schemaOnly
    let name =
      file == "-" && isForReading ? Sentence("standard input", pl: "standardowe wejście").text(in: language) : file
    do throws(Obstacle) {
      let document = try FADocument.read(try readWholeFile(file, limit: FADocument.sizeLimit), fileName: name)
      let check = InvoiceCheck(environment: environment, today: today.day)
      let own = schemaOnly ? check.schemaFindings(for: document) : check.findings(for: document)
      return FileReport(document, findings: own + secondOpinion(on: document, schemas, &worst, language))
    } catch {
      if error.kind == .inputOutput {
        printToStandardError(error.inFile(name).text(in: language))
        worst = .unreadable
      }
      return FileReport(file: name, obstacle: error)
    }
  }

  private func officialSchemas() throws(Obstacle) -> SchemaDirectory? {
    guard let schemaDirectory else { return nil }
    return try SchemaDirectory(schemaDirectory)
  }

  /// What the user's schemas say; where they have none for the document, our own opinion stands alone, and the call is
  /// said to be wrong.
  private func secondOpinion(
    on document: FADocument, _ schemas: SchemaDirectory?, _ worst: inout Worst, _ language: Language
  ) -> [Finding] {
    do throws(Obstacle) {
      return try schemas?.findings(for: document) ?? []
    } catch {
      if error.kind == .refused { return [error.finding] }
      printToStandardError(error.text(in: language))
      worst = max(worst, error.kind == .usage ? .wrongCall : .unreadable)
      return []
    }
  }

  /// Two words for a script on standard output, the reasons on standard error.
  private func printVerdict(_ report: FileReport, _ language: Language) throws(Obstacle) {
    guard report.verdict != .unreadable else { return }
    for line in report.findings.lines(in: language) { printToStandardError(line) }
    try printReport("\(report.file.printable): \(report.verdict == .refused ? "invalid" : "valid")\n")
  }

  private func printReport(_ text: String) throws(Obstacle) {
    if !text.isEmpty { try writeWholeFile(Array(text.utf8), to: "-") }
  }
}
