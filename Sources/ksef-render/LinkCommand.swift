import ArgumentParser
import Findings
import KSeFLinks
import Presentation

struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Print the link of KOD I, and of KOD II where it is signed, a line each.",
    usage: "ksef-render link <invoice> [<options>]")

  @OptionGroup var options: InvoiceOptions
  @OptionGroup(title: "Codes") var signing: SigningOptions

  func run() throws {
    let language = options.messageLanguage
    try reporting(in: language) { () throws(Obstacle) in
      let choice = try CodesChoice(
        document: try options.document(), environment: options.environment, signing: signing, language: language
      ).make()
      switch choice.codes {
      case .offline(let invoice, let certificate):
        print(invoice.text)
        print(certificate.text)
      case .awaitingNumber(let invoice), .accepted(let invoice, _):
        print(invoice.text)
      }
      for sentence in choice.notices { notice(sentence, in: language) }
    }
  }
}
