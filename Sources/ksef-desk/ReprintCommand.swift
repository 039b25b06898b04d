import ArgumentParser
import DeskPrinting
import Findings
import InvoicePrinting
import InvoiceRendering
import KSeFIdentifiers
import OfflineLedger
import RenderCommands
import WholeFiles

struct ReprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprint", abstract: "Print a recorded invoice again.",
    discussion: """
      With its KSeF number, once that is known: KOD I alone. Before that with the codes \
      of the first print, so that no passphrase is needed. For another look: \
      ksef-render FILE --desk DIRECTORY, with all its options.
      """)
  @OptionGroup var invoice: InvoiceReference
  @Option(name: [.short, .long], help: ArgumentHelp("The PDF; - for standard output.", valueName: "file"))
  var output: String
  @Option(help: ArgumentHelp("The look: standard, compact, bilingual, or a template file.", valueName: "name|file"))
  var template: String?
  @OptionGroup var user: ActingUser
  @OptionGroup var place: DeskPlace

  func run() throws {
    try place.work { (ledger, language) throws(Obstacle) in
      let found = try invoice.find(ledger)
      var settings = PrintSettings(resources: try ResourceFolder.ofProgram())
      settings.template = template
      settings.environment = found.environment
      settings.creationDate = .ofEnvironment
      // What was handed out before is printed whatever is thought of it today.
      settings.printsRefused = true
      let desk = LedgerDesk(ledger, user: user.name, passphrase: { (_) throws(Obstacle) in nil })
      let printer = try InvoicePrinter(settings, desk: desk)
      let answer = try printer.print(PrintTask(name: found.number, bytes: try ledger.xml(of: found)))
      try writeWholeFile(answer.bytes, to: output)
      for sentence in answer.notices { notice(sentence, in: language) }
    }
  }
}
