import ArgumentParser
import Findings
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import WholeFiles

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the files that must be sent, with what KSeF must be told of each.",
    discussion: """
      Each file has the exact bytes that were printed, and is called by its hash. \
      to-send.json lists them with what the API wants: offlineMode, the hash in Base64, \
      the size, and for a technical correction hashOfCorrectedInvoice. What waits for \
      its number stays in the queue: `queue sent` takes it out.
      """)
  @Option(name: [.short, .long], help: ArgumentHelp("The folder; made where it is missing.", valueName: "directory"))
  var outputDirectory: String
  @OptionGroup var environment: DeskEnvironment
  @OptionGroup var place: DeskPlace
  @OptionGroup var calendar: CalendarOptions

  func run() throws {
    try place.work { (ledger, language) throws(Obstacle) in
      let desk = try DueDesk(ledger, calendar)
      let waiting = try ledger.issued(in: environment.environment, waitingOnly: true)
        .filter { $0.state == .waiting }
      try makeDirectory(outputDirectory)
      var list: [JSONValue] = []
      for invoice in waiting {
        let bytes = try ledger.xml(of: invoice)
        let name = "\(invoice.identity.hash.base64URL).xml"
        try writeWholeFile(bytes, to: "\(outputDirectory)/\(name)")
        list.append(
          .object([
            ("file", .string(name)), ("number", .string(invoice.number)), ("kind", .string(invoice.kind)),
            ("seller", .string(invoice.identity.seller.description)),
            ("issueDate", .string(invoice.identity.issueDate.iso)), ("offlineMode", .boolean(true)),
            ("invoiceHash", .string(base64(invoice.identity.hash.base64URL))), ("invoiceSize", .integer(bytes.count)),
            ("hashOfCorrectedInvoice", .text(invoice.corrects.map(base64))), ("due", .text(desk.dueDay(invoice)?.iso)),
          ]))
      }
      try writeWholeFile(Array((JSONValue.array(list).text + "\n").utf8), to: "\(outputDirectory)/to-send.json")
      say(
        Sentence(
          "Files to send: \(list.count), in \(outputDirectory).",
          pl: "Pliki do wysłania: \(list.count), w \(outputDirectory)."),
        in: language)
    }
  }

  /// The same bytes in the alphabet of the API (RFC 4648, section 4), padded.
  private func base64(_ base64URL: String) -> String {
    let text = String(base64URL.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
    return text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
  }
}
