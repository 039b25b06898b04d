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

  @OptionGroup var printing: SinglePrintOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The print; - for standard output. Default: the invoice's name with .pdf, or as --format says.",
      valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "What the print becomes: pdf, png (a picture of the printer's dots), escpos (for receipt printers, on roll80 where "
        + "--paper names no other roll) or zpl (for label printers).", valueName: "format"))
  var format: PrintFormat = .pdf

  @OptionGroup var file: PDFOptions

  mutating func validate() throws {
    guard !file.plain || format == .pdf else { throw ValidationError("--plain is for PDFs.") }
    if output == nil, printing.options.invoice == "-" {
      throw ValidationError("An invoice from standard input needs --output.")
    }
  }

  func run() throws {
    try reporting(in: printing.language) { () throws(Obstacle) in
      try printing.enter()
      let answer = try printing.answer(file.creation, form: format.form ?? file.form) { format.choosePaper(in: &$0) }
      try writeWholeFile(answer.bytes, to: outputPath)
      printing.tell(answer)
    }
  }

  private var outputPath: String {
    if let output { return output }
    let invoice = printing.options.invoice
    return (invoice.lowercased().hasSuffix(".xml") ? String(invoice.dropLast(4)) : invoice)
      + ".\(format.rawValue)"
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

  @Option(
    help: ArgumentHelp(
      "The printer's dots per inch, of which a roll's codes and every picture are made: 203 (the default), 180 or 300.",
      valueName: "dots"))
  var dpi: PrinterDots?

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
  var form: PaperForm { PaperForm(paper?.choice, dotsPerInch: (dpi ?? .dots203).perInch) }
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

  /// What receipt printers' drivers may work in.
  static let known = 150.0...320.0

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
