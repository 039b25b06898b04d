import ArgumentParser
import Findings
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import WholeFiles

import class Foundation.FileManager

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
      let desk = try DueDesk(ledger, calendar, environment.environment)
      let open = try ledger.issued(in: environment.environment, waitingOnly: true)
      let waiting = open.filter { $0.state == .waiting && desk.mustBeSent($0) }
      try makeDirectory(outputDirectory)
      var list: [JSONValue] = []
      for invoice in waiting {
        let bytes = try ledger.xml(of: invoice)
        let name = "\(invoice.identity.hash.base64URL).xml"
        try writeWholeFile(bytes, to: "\(outputDirectory)/\(name)", mode: 0o600)
        list.append(
          .object([
            ("file", .string(name)), ("number", .string(invoice.number)), ("kind", .string(invoice.kind)),
            ("seller", .string(invoice.identity.seller.description)),
            ("issueDate", .string(invoice.identity.issueDate.iso)), ("offlineMode", .boolean(true)),
            ("invoiceHash", .string(base64(invoice.identity.hash.base64URL))), ("invoiceSize", .integer(bytes.count)),
            ("hashOfCorrectedInvoice", .text(invoice.corrects.map(base64))), ("due", .text(desk.dueDay(invoice)?.iso)),
          ]))
      }
      try writeWholeFile(
        Array((JSONValue.array(list).text + "\n").utf8), to: "\(outputDirectory)/to-send.json", mode: 0o600)
      try removeOthers(than: Set(waiting.map { "\($0.identity.hash.base64URL).xml" }))
      say(
        Sentence(
          "Files to send: \(list.count), in \(outputDirectory).",
          pl: "Pliki do wysłania: \(list.count), w \(outputDirectory)."),
        in: language)
      for invoice in open where invoice.state != .waiting || !desk.mustBeSent(invoice) {
        let state = desk.mustBeSent(invoice) ? invoice.state.sentence : Sentence("never sent", pl: "nie wysyła się")
        say(
          Sentence(
            "Left out: \(invoice.number) (\(state.english)).", pl: "Pominięto: \(invoice.number) (\(state.polish))."),
          in: language)
      }
    }
  }

  /// What a former export left here and is no longer to be sent: a script that sends the folder would send it again.
  private func removeOthers(than names: Set<String>) throws(Obstacle) {
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: outputDirectory) where !names.contains(name) {
        let stem = name.dropLast(4)
        guard name.hasSuffix(".xml"), stem.utf8.count == 43, Base64URL.decode(stem) != nil else { continue }
        try FileManager.default.removeItem(atPath: "\(outputDirectory)/\(name)")
      }
    } catch {
      throw Obstacle(
        "export.leftover", kind: .inputOutput, at: Place(file: outputDirectory),
        Sentence(
          "What a former export left in this folder can't be removed: \(error.localizedDescription)",
          pl: "Nie można usunąć z folderu tego, co zostawił poprzedni eksport: \(error.localizedDescription)"),
        remedy: Sentence("Export into a new folder.", pl: "Wyeksportuj do nowego folderu."))
    }
  }

  /// The same bytes in the alphabet of the API (RFC 4648, section 4), padded.
  private func base64(_ base64URL: String) -> String {
    let text = String(base64URL.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
    return text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
  }
}
