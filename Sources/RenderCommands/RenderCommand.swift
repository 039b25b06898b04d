import ArgumentParser
import FAInvoice
import Findings
import InvoicePrinting
import InvoiceRendering
import InvoiceTemplate
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
  @OptionGroup(title: "Desk") var desk: DeskOptions
  @OptionGroup(title: "Check") var preflight: PreflightOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The print; - for standard output. Default: the invoice's name with .pdf, or as --format says.", valueName: "file"
    ))
  var output: String?

  @OptionGroup var format: FormatOptions

  @OptionGroup(title: "Look") var look: LookOptions

  @OptionGroup var file: PDFOptions

  mutating func validate() throws {
    guard desk.desk == nil || !signing.credentials.nameACertificate else { throw DeskOptions.certificateTwice }
    guard !file.plain || format.format == .pdf else { throw ValidationError("--plain is for PDFs.") }
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
      try desk.enter()
      let document = try options.documentOrReceipt()
      if case .receipt(let receipt) = document, signing.areGiven || issuing.areGiven {
        throw .receiptHasNoCodes(receipt.fileName)
      }
      var settings = try PrintSettings(options.surroundings, issuing, preflight, look, file)
      format.set(in: &settings)
      let printer = InvoicePrinter(
        settings,
        issuer: signing.credentials.issuer(for: options.environment, in: language),
        desk: try desk.open(options.environment, signing.credentials, language))
      var particular = PrintOptions()
      particular.ksefNumber = signing.ksefNumber
      particular.signedLink = signing.signedLink
      let answer = try tellingRefusals(in: language) { () throws(Obstacle) in
        try printer.print(document, options: particular)
      }
      try writeWholeFile(answer.bytes, to: outputPath)
      tell(answer, language)
    }
  }

  private func tell(_ answer: PrintAnswer, _ language: Language) {
    for sentence in answer.notices { notice(sentence, in: language) }
    if issuing.issued == .totalFailure, signing.areGiven { notice(RenderCommand.certificateUnused, in: language) }
    switch answer.facts.kind {
    case .invoice: reportPrint(answer.findings, in: language)
    case .receipt: report(answer.findings, in: language)
    }
  }

  private static let certificateUnused = Sentence(
    "The certificate wasn't opened: this document carries no codes.",
    pl: "Certyfikatu nie użyto: ten dokument nie ma kodów.")

  private var outputPath: String {
    if let output { return output }
    let invoice = options.invoice
    return (invoice.lowercased().hasSuffix(".xml") ? String(invoice.dropLast(4)) : invoice)
      + ".\(format.format.rawValue)"
  }
}

/// Where the look comes from.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The look: standard, compact, bilingual, receipt, or a template file of your own.", valueName: "name|file"))
  var template: String?

  @Option(
    help: ArgumentHelp(
      "The paper in place of the template's: A4, A5, roll80, roll58, or a roll of another width, as 62mmxauto. "
        + "On a roll the look is receipt, unless --template names another.", valueName: "paper"))
  var paper: NamedPaper?

  @Option(help: "The printer's dots per inch, of which a roll's codes and every picture are made: 203, 180 or 300.")
  var dpi: PrinterDots = .dots203

  @Flag(
    name: .customLong("no-cut"), help: "Feed the paper to be torn off, where a receipt printer (ESC/POS) has no knife.")
  var isTornOff = false

  @Option(
    help: ArgumentHelp(
      "A folder of label files with words of your own: pl.toml, en.toml, de.toml, uk.toml.", valueName: "directory"))
  var labels: String?

  @OptionGroup var place: ResourceOptions

  func renderer() throws(Obstacle) -> InvoiceRenderer {
    try InvoiceRenderer(resources: try place.folder(), template: template, labels: labels, paper: form)
  }

  /// The paper and the printer's dots.
  var form: PaperForm { PaperForm(paper?.choice, dotsPerInch: dpi.perInch) }
}

/// Paper as the command line names it.
struct NamedPaper: ExpressibleByArgument {
  let text: String
  let choice: PaperChoice

  init?(argument: String) {
    guard let choice = PaperChoice(argument) else { return nil }
    (text, self.choice) = (argument, choice)
  }
}

/// What printers' makers call their dots.
enum PrinterDots: String, ExpressibleByArgument, CaseIterable {
  case dots203 = "203"
  case dots180 = "180"
  case dots300 = "300"

  /// 203 stands for eight dots a millimetre.
  var perInch: Double {
    switch self {
    case .dots203: 203.2
    case .dots180: 180
    case .dots300: 300
    }
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
