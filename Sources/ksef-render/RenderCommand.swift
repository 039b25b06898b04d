import ArgumentParser
import FAInvoice
import FAValidation
import Findings
import Glibc
import InvoiceRendering
import Presentation
import WholeFiles

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Print an invoice as PDF (the default command).",
    discussion: "A UPO (v4-2 or v4-3) given in the invoice's place is known by its content and printed as what it is.")

  @OptionGroup var options: InvoiceOptions
  @OptionGroup(title: "Codes") var signing: SigningOptions
  @OptionGroup(title: "Issue") var issuing: IssuingOptions
  @OptionGroup(title: "Check") var preflight: PreflightOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The PDF; - for standard output. Default: the invoice's name with .pdf.", valueName: "file"))
  var output: String?

  @OptionGroup(title: "Look") var look: LookOptions

  @Option(
    help: ArgumentHelp(
      "The PDF's date of creation, YYYY-MM-DDThh:mm:ssZ; the same date makes the same bytes. "
        + "Default: SOURCE_DATE_EPOCH, else now.", valueName: "date"))
  var creationDate: CreationDate?

  @Flag(help: "Write the pages alone, not PDF/A-3b with the XML inside.")
  var plain = false

  private var form: PDFForm { plain ? .plain : .archive }

  mutating func validate() throws {
    if output == nil, options.invoice == "-" {
      throw ValidationError("An invoice from standard input needs --output.")
    }
    if issuing.issued == .totalFailure, signing.ksefNumber != nil || signing.signedLink != nil {
      throw ValidationError("An invoice of a total failure never gets a KSeF number and carries no codes.")
    }
  }

  func run() throws {
    let language = options.messageLanguage
    try reporting(in: language) { () throws(Obstacle) in
      switch try options.documentOrReceipt() {
      case .invoice(let document): try printInvoice(document, language)
      case .receipt(let receipt): try printReceipt(receipt, language)
      }
    }
  }

  private func printInvoice(_ document: FADocument, _ language: Language) throws(Obstacle) {
    let numberIsKnown = signing.ksefNumber != nil
    let invoice = try preflight.clear(
      document, for: options.environment, numberIsKnown: numberIsKnown, in: language)
    let choice = try issuing.choice(for: document, numberIsKnown: numberIsKnown)
    let made = choice.codes == .none ? nil : try codes(of: invoice, choice, language)
    let rendered = try look.renderer().render(
      invoice, codes: made?.codes, as: choice.document, languages: options.language?.languages ?? [],
      creationDate: (creationDate ?? .ofEnvironment).text, form: form)
    try writeWholeFile(rendered.pdf, to: outputPath)
    if issuing.areGiven { for sentence in [choice.reason] + choice.cautions { notice(sentence, in: language) } }
    if choice.codes == .none, signing.areGiven { notice(RenderCommand.certificateUnused, in: language) }
    for sentence in made?.notices ?? [] { notice(sentence, in: language) }
    reportPrint(rendered.findings, in: language)
  }

  private func codes(
    of invoice: ClearedInvoice, _ choice: DocumentChoice, _ language: Language
  ) throws(Obstacle) -> (codes: CodesRequest, notices: [Sentence]) {
    try CodesChoice(
      invoice: invoice, environment: options.environment, signing: signing, language: language,
      needsCertificateCode: choice.codes == .both
    ).make()
  }

  private static let certificateUnused = Sentence(
    "The certificate wasn't opened: this document carries no codes.",
    pl: "Certyfikatu nie użyto: ten dokument nie ma kodów.")

  private func printReceipt(_ receipt: ReceiptDocument, _ language: Language) throws(Obstacle) {
    guard !signing.areGiven, !issuing.areGiven else {
      throw Obstacle(
        "receipt.no-codes", kind: .usage, at: Place(file: receipt.fileName),
        Sentence(
          "This is a UPO: it carries no codes, and isn't issued to a buyer.",
          pl: "To UPO: nie ma kodów i nie jest wydawane nabywcy."),
        remedy: Sentence(
          "Leave out the options of codes and --issued, --document.",
          pl: "Pomiń opcje kodów oraz --issued i --document."))
    }
    let rendered = try look.renderer().render(
      receipt, languages: options.language?.languages ?? [], creationDate: (creationDate ?? .ofEnvironment).text,
      form: form)
    try writeWholeFile(rendered.pdf, to: outputPath)
    report(rendered.findings, in: language)
  }

  private var outputPath: String {
    if let output { return output }
    let invoice = options.invoice
    return (invoice.lowercased().hasSuffix(".xml") ? String(invoice.dropLast(4)) : invoice) + ".pdf"
  }
}

/// Where the look comes from.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The look: standard, compact, bilingual, or a template file of your own.", valueName: "name|file"))
  var template: String?

  @Option(
    help: ArgumentHelp(
      "A folder of label files with words of your own: pl.toml, en.toml, de.toml, uk.toml.", valueName: "directory"))
  var labels: String?

  @OptionGroup var place: ResourceOptions

  func renderer() throws(Obstacle) -> InvoiceRenderer {
    try InvoiceRenderer(resources: try place.folder(), template: template, labels: labels)
  }
}

/// Where the templates and fonts lie.
struct ResourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder that holds templates/ and fonts/ (default: the program's own).", valueName: "directory"))
  var resources: String?

  func folder() throws(Obstacle) -> ResourceFolder {
    if let resources { return try ResourceFolder(resources) }
    return try ResourceFolder.ofProgram()
  }
}
