import Findings
import InvoicePrinting
import KSeFIdentifiers
import WholeFiles

/// Holds what became of invoices until all before them are done, so that prints that come out in any order end in the
/// order of their sources.
struct OrderOfOutcomes {
  enum Ended {
    /// What couldn't be read.
    case told(PrintRow)
    case skipped(RecordedPrint)
    case notPrinted(GivenInvoice, Obstacle)
    case printed(GivenInvoice, FinishedPrint)
  }

  private var added = 0
  private var given = 0
  private var underWay: [String: (number: Int, invoice: GivenInvoice)] = [:]
  private var ended: [Int: Ended] = [:]

  /// Notes an invoice that is to be printed.
  ///
  /// - Returns: what it is called until it is done, its source's name unless another of that name is under way.
  mutating func add(_ invoice: GivenInvoice) -> String {
    var name = invoice.source
    var number = 1
    while underWay[name] != nil {
      number += 1
      name = "\(invoice.source) (\(number))"
    }
    underWay[name] = (added, invoice)
    added += 1
    return name
  }

  mutating func addEnded(_ end: Ended) {
    ended[added] = end
    added += 1
  }

  mutating func end(_ name: String, _ end: (GivenInvoice) -> Ended) {
    guard let waiting = underWay.removeValue(forKey: name) else {
      preconditionFailure("a crew tells the end of each task once")
    }
    ended[waiting.number] = end(waiting.invoice)
  }

  /// The next one whose turn it is; nil while it isn't done.
  mutating func next() -> Ended? {
    guard let next = ended.removeValue(forKey: given) else { return nil }
    given += 1
    return next
  }
}

/// A print that is done and has no name yet.
struct FinishedPrint {
  let file: StagedFile
  let facts: PrintFacts
  private let pdf: InvoiceHash
  private let pageCount: Int
  private let findings: [Finding]
  private let notices: [Sentence]

  init(_ answer: PrintAnswer, _ file: StagedFile) {
    self.file = file
    facts = answer.facts
    pdf = InvoiceHash(ofExactBytes: answer.bytes)
    pageCount = answer.pageCount
    findings = answer.findings
    notices = answer.notices
  }

  func recorded(_ given: GivenInvoice, output: String) -> RecordedPrint {
    func word(_ text: String) -> String { text.printable(upTo: RecordedPrint.wordLimit) }
    return RecordedPrint(
      source: given.source, xml: given.xml, options: given.options, output: output, pdf: pdf, pageCount: pageCount,
      warningCount: findings.count { $0.severity == .warning }, seller: word(facts.seller), number: word(facts.number),
      issueDate: word(facts.issueDate), ksefNumber: word(facts.ksefNumber))
  }

  func row(_ recorded: RecordedPrint) -> PrintRow {
    var row = PrintRow(recorded.source, .printed)
    row.output = recorded.output
    row.seller = recorded.seller
    row.number = recorded.number
    row.issueDate = recorded.issueDate
    row.ksefNumber = recorded.ksefNumber
    row.hash = recorded.xml.base64URL
    row.pageCount = recorded.pageCount
    row.warningCount = recorded.warningCount
    row.findings = findings
    row.notices = notices
    return row
  }
}
