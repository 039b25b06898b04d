import Findings
import InvoicePrinting
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import OfflineLedger
import OfflineRules
import Presentation

/// The journal on paper: its entries, and whether all of it is as it was written.
struct JournalPrint {
  private let lines: [JournalLine]
  private let language: Language
  private let sellers: [String]
  private let proof: (findings: [Finding], entries: Int, head: String)
  private let now: Moment

  /// - Throws: what keeps the records from being read.
  init(_ lines: [JournalLine], of ledger: Ledger, in language: Language) throws(Obstacle) {
    self.lines = lines
    self.language = language
    proof = try ledger.verifyJournal()
    now = ledger.now
    var seen: Set<String> = []
    for entry in try ledger.journal([.issued]) {
      if let seller = try entry.particulars.first(where: { $0.name == "seller" }) { seen.insert(seller.value) }
    }
    sellers = seen.sorted()
  }

  /// The pages as a PDF.
  ///
  /// - Throws: as `InvoiceRenderer`.
  func pdf() throws(Obstacle) -> [UInt8] {
    let renderer = try InvoiceRenderer(resources: try ResourceFolder.ofProgram())
    return try renderer.render(
      presentation, fileName: "journal", creationDate: (CreationDate.ofEnvironment ?? .now).text
    ).bytes
  }

  private func said(_ english: String, _ polish: String) -> String { Sentence(english, pl: polish).text(in: language) }

  private var presentation: Presentation {
    let title = said("Journal of working modes", "Dziennik trybów pracy")
    let span = [lines.first, lines.last].compactMap { $0?.recorded.day.printed }
    let period = Set(span).count == 1 ? span[0] : span.joined(separator: " - ")
    let head = Head(
      issuer: sellers.isEmpty ? said("Offline desk", "Biuro offline") : "NIP " + sellers.joined(separator: ", "),
      issuerDetail: [Field(nil, said("Offline desk (ksef-desk)", "Biuro offline (ksef-desk)"))],
      kind: Label(title), number: period, prominent: .kind)
    return Presentation(
      languages: [language == .polish ? .polish : .english], title: "\(title) \(period)",
      author: sellers.joined(separator: ", "), head: head, runningHead: RunningHead(title: "\(title) \(period)"),
      sections: [Section(.lines, [.table(table)]), Section(.notes, [.text(ending, .text)])], codes: [],
      footer: Footer(left: said("Printed \(now.clock)", "Wydruk \(now.clock)"), centre: ""), findings: [])
  }

  private var table: Table {
    Table(
      columns: [
        Table.Column(Label(said("No.", "Nr")), .trailing, isUnbroken: true),
        Table.Column(Label(said("Recorded", "Zapisano")), isSecondary: false, isUnbroken: true),
        Table.Column(Label(said("What happened, hash of the entry", "Co się stało, skrót wpisu")), width: .rest),
      ], rows: lines.map { $0.row(in: language) })
  }

  private var ending: String {
    let whole =
      !proof.findings.contains(where: { $0.severity == .refused })
      ? said(
        "The journal is as it was written: \(proof.entries) entries, and the queue agrees with it.",
        "Dziennik jest taki, jaki zapisano: wpisy \(proof.entries), kolejka jest z nim zgodna.")
      : said(
        "The journal isn't as it was written: \(proof.findings.count) findings (ksef-desk journal verify).",
        "Dziennik nie jest taki, jaki zapisano: ustalenia \(proof.findings.count) (ksef-desk journal verify).")
    let head = said(
      "Hash of the last entry, for ksef-desk journal verify --kept:",
      "Skrót ostatniego wpisu, do ksef-desk journal verify --kept:")
    return "\(whole)\n\(head)\n\(proof.head)"
  }
}
