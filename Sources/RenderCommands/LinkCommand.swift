import ArgumentParser
import FAInvoice
import FAValidation
import Findings
import InvoicePrinting
import KSeFLinks
import Presentation

struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Print the link of KOD I, and of KOD II where it is signed, a line each.",
    usage: "ksef-render link <invoice> [<options>]")

  @OptionGroup var options: InvoiceOptions
  @OptionGroup(title: "Codes") var signing: SigningOptions
  @OptionGroup(title: "Check") var preflight: PreflightOptions

  func run() throws {
    let language = options.messageLanguage
    try reporting(in: language) { () throws(Obstacle) in
      let invoice = try preflight.clear(
        try options.document(), for: options.environment, numberIsKnown: signing.ksefNumber != nil, in: language)
      let choice = try CodesChoice(
        invoice: invoice, environment: options.environment, number: signing.ksefNumber, signedLink: signing.signedLink,
        issuer: signing.credentials.issuer(for: options.environment, in: language)
      ).make()
      switch choice.codes {
      case .offline(let invoice, let certificate):
        print(invoice.text)
        print(certificate.text)
      case .awaitingNumber(let invoice), .accepted(let invoice, _):
        print(invoice.text)
      }
      for sentence in choice.notices { notice(sentence, in: language) }
      reportPrint(invoice.findings, in: language)
    }
  }
}
