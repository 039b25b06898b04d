import ArgumentParser
import Findings
import InvoicePrinting
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import Presentation
import PrintWorkers

/// What commands take that print many invoices in the same way.
struct PrintingOptions: ParsableArguments {
  @OptionGroup var surroundings: SurroundingOptions
  @OptionGroup(title: "Codes") var credentials: CredentialOptions
  @OptionGroup(title: "Issue") var issuing: IssuingOptions
  @OptionGroup(title: "Desk") var desk: DeskOptions
  @OptionGroup(title: "Check") var preflight: PreflightOptions
  @OptionGroup(title: "Check") var proof: ProofOptions
  @OptionGroup(title: "Look") var look: LookOptions
  @OptionGroup var file: PDFOptions

  mutating func validate() throws {
    guard desk.desk == nil || !credentials.nameACertificate else { throw DeskOptions.certificateTwice }
    guard (credentials.certificate ?? credentials.key) == nil || credentials.pkcs12 == nil else {
      throw ValidationError("Choose one of --certificate with --key and --pkcs12.")
    }
  }

  var messageLanguage: Language { surroundings.messageLanguage }

  /// Continues as another program where this one can't do it.
  ///
  /// - Throws: `program.missing`.
  func enter() throws(Obstacle) {
    try proof.enter()
    try desk.enter()
  }

  /// One object that prints in this process; certificate, template and fonts are opened at once.
  ///
  /// - Throws: what keeps any of them from being used.
  func printer() throws(Obstacle) -> InvoicePrinter {
    var settings = try settings()
    proof.set(in: &settings)
    settings.context = try credentials.issuingContext()
    settings.credential = try credentials.credential(for: settings.environment, language: messageLanguage)
    return try InvoicePrinter(
      settings, desk: try desk.open(settings.environment, credentials, messageLanguage))
  }

  /// Several processes that print in the same way; a passphrase is asked for once, here.
  ///
  /// - Parameter size: how many, 1 or more.
  /// - Throws: what keeps the certificate or the resources from being used.
  func crew(size: Int) throws(Obstacle) -> PrintCrew {
    _ = try settings()
    _ = try credentials.issuingContext()
    let opened = try credentials.opened(for: surroundings.environment, language: messageLanguage)
    guard desk.desk == nil else {
      // Which key it is for, only the desk knows: a passphrase is asked for whatever it may be.
      let passphrase = try credentials.passphrase(for: DeskOptions.keys(in: messageLanguage), messageLanguage)
      return PrintCrew(size: size, arguments: Doors.prelude + workerArguments, passphrase: passphrase)
    }
    return PrintCrew(size: size, arguments: Doors.prelude + workerArguments, passphrase: opened.passphrase)
  }

  private func settings() throws(Obstacle) -> PrintSettings {
    try PrintSettings(surroundings, issuing, preflight, look, file.creation, form: file.form)
  }

  /// The command line of a worker that prints as these options say, without the source of the passphrase.
  var workerArguments: [String] {
    let languages = surroundings.languages.map(\.rawValue).joined(separator: ",")
    let options: [(name: String, value: String?)] = [
      ("environment", surroundings.environment.rawValue), ("language", languages.isEmpty ? nil : languages),
      ("certificate", credentials.certificate), ("key", credentials.key), ("pkcs12", credentials.pkcs12),
      ("context", credentials.context), ("desk", desk.desk), ("user", desk.desk.map { _ in desk.userName }),
      ("issued", issuing.issued?.rawValue), ("document", issuing.document.rawValue),
      ("today", preflight.today.today.map { "\($0)" }), ("template", look.template), ("labels", look.labels),
      ("paper", look.paper?.text), ("dpi", look.dpi?.rawValue),
      ("resources", look.place.resources), ("creation-date", file.creation.creationDate?.text),
    ]
    return ["worker"] + options.compactMap { option in option.value.map { "--\(option.name)=\($0)" } }
      + (preflight.printAnyway ? ["--print-anyway"] : []) + (file.plain ? ["--plain"] : [])
      + (look.isTornOff ? ["--no-cut"] : []) + (proof.prove ? ["--prove"] : [])
  }
}

/// What the file of a print is like, apart from what is on its pages.
struct PDFOptions: ParsableArguments {
  @OptionGroup var creation: CreationDateOption

  @Flag(help: "Write the pages alone, not PDF/A-3b with the XML inside.")
  var plain = false

  var form: PrintForm { plain ? .plain : .archive }
}

/// The moment that a PDF says it was made at.
struct CreationDateOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The PDF's date of creation, YYYY-MM-DDThh:mm:ssZ; the same date makes the same bytes. "
        + "Default: SOURCE_DATE_EPOCH, else now.", valueName: "date"))
  var creationDate: CreationDate?
}
