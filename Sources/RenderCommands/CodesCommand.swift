import ArgumentParser
import FAInvoice
import FAValidation
import Findings
import InvoicePrinting
import InvoiceRendering
import WholeFiles

struct CodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes",
    abstract: "Write the codes as pictures of their own (PNG and SVG), each with its word under it.",
    discussion:
      "For documents that can't carry the codes themselves. Writes kod-1.png, kod-1.svg, kod-2.png and kod-2.svg.")

  @OptionGroup var options: InvoiceOptions
  @OptionGroup(title: "Codes") var signing: SigningOptions
  @OptionGroup(title: "Check") var preflight: PreflightOptions

  @Option(help: ArgumentHelp("The folder for the pictures; made where it is missing.", valueName: "directory"))
  var outputDirectory: String

  @Option(help: ArgumentHelp("Pixels for a module of the PNG pictures, 2 to 64.", valueName: "pixels"))
  var modulePixels = 8

  @OptionGroup(title: "Look") var look: LookOptions

  mutating func validate() throws {
    guard (2...64).contains(modulePixels) else { throw ValidationError("--module-pixels takes 2 to 64.") }
  }

  func run() throws {
    let language = options.messageLanguage
    try reporting(in: language) { () throws(Obstacle) in
      let invoice = try preflight.clear(
        try options.document(), for: options.environment, numberIsKnown: signing.ksefNumber != nil, in: language)
      let choice = try CodesChoice(
        invoice: invoice, environment: options.environment, number: signing.ksefNumber, signedLink: signing.signedLink,
        issuer: signing.credentials.issuer(for: options.environment, in: language)
      ).make()
      let pictures = try look.renderer().codePictures(
        of: invoice, codes: choice.codes, languages: options.surroundings.languages, pixelsPerModule: modulePixels)
      try makeDirectory(outputDirectory)
      for (index, picture) in pictures.enumerated() {
        try writeWholeFile(picture.png, to: "\(outputDirectory)/kod-\(index + 1).png")
        try writeWholeFile(picture.svg, to: "\(outputDirectory)/kod-\(index + 1).svg")
      }
      for sentence in choice.notices { notice(sentence, in: language) }
      reportPrint(invoice.findings, in: language)
    }
  }
}
