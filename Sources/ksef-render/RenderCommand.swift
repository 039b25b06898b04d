import ArgumentParser
import FAInvoice
import Findings
import Glibc
import InvoiceRendering
import WholeFiles

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Print an invoice as PDF (the default command).")

  @OptionGroup var options: InvoiceOptions
  @OptionGroup(title: "Codes") var signing: SigningOptions

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

  mutating func validate() throws {
    if output == nil, options.invoice == "-" {
      throw ValidationError("An invoice from standard input needs --output.")
    }
  }

  func run() throws {
    let language = options.messageLanguage
    try reporting(in: language) { () throws(Obstacle) in
      let document = try options.document()
      let choice = try CodesChoice(
        document: document, environment: options.environment, signing: signing, language: language
      ).make()
      let renderer = try look.renderer()
      let rendered = try renderer.render(
        document, codes: choice.codes, languages: options.language?.languages ?? [],
        creationDate: (creationDate ?? .ofEnvironment).text)
      try writeWholeFile(rendered.pdf, to: outputPath)
      for sentence in choice.notices { notice(sentence, in: language) }
      report(rendered.findings, in: language)
    }
  }

  private var outputPath: String {
    if let output { return output }
    let invoice = options.invoice
    return (invoice.lowercased().hasSuffix(".xml") ? String(invoice.dropLast(4)) : invoice) + ".pdf"
  }
}

/// Where the look comes from.
struct LookOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A template of your own in place of the standard one.", valueName: "file"))
  var template: String?

  @Option(
    help: ArgumentHelp(
      "A folder of label files with words of your own: pl.toml, en.toml, de.toml, uk.toml.", valueName: "directory"))
  var labels: String?

  @Option(
    help: ArgumentHelp(
      "The folder that holds templates/ and fonts/ (default: the program's own).", valueName: "directory"))
  var resources: String?

  func renderer() throws(Obstacle) -> InvoiceRenderer {
    let folder: ResourceFolder
    if let resources { folder = try ResourceFolder(resources) } else { folder = try ResourceFolder.ofProgram() }
    return try InvoiceRenderer(resources: folder, templateFile: template, labels: labels)
  }
}
