import Findings
import InvoicePrinting
import KSeFIdentifiers
import WholeFiles

/// Holds what became of invoices until all before them are done, so that prints that come out in any order end in the
/// order of their sources.
struct OrderOfOutcomes {
  enum Outcome {
    /// Nothing is left to do.
    case ended(PrintRow)
    case skipped(RecordedPrint)
    case notPrinted(Obstacle)
    case printed(FinishedPrint)
  }

  struct Ended {
    let source: String
    let place: String
    /// Nil for what wasn't read.
    let xml: InvoiceHash?
    let outcome: Outcome
  }

  private struct Waiting {
    let number: Int
    let source: String
    let place: String
    let xml: InvoiceHash
  }

  private var added = 0
  private var given = 0
  private var underWay: [String: Waiting] = [:]
  private var ended: [Int: Ended] = [:]

  /// Notes an invoice that is to be printed.
  ///
  /// - Returns: what it is called until it is done, its source's name unless another of that name is under way.
  mutating func add(_ source: String, place: String, _ xml: InvoiceHash) -> String {
    var name = source
    var number = 1
    while underWay[name] != nil {
      number += 1
      name = "\(source) (\(number))"
    }
    underWay[name] = Waiting(number: added, source: source, place: place, xml: xml)
    added += 1
    return name
  }

  mutating func addEnded(_ outcome: Outcome) {
    ended[added] = Ended(source: "", place: "", xml: nil, outcome: outcome)
    added += 1
  }

  mutating func end(_ name: String, _ outcome: Outcome) {
    guard let waiting = underWay.removeValue(forKey: name) else {
      preconditionFailure("a crew tells the end of each task once")
    }
    ended[waiting.number] = Ended(
      source: waiting.source, place: waiting.place, xml: waiting.xml, outcome: outcome)
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
    pdf = InvoiceHash(ofExactBytes: answer.pdf)
    pageCount = answer.pageCount
    findings = answer.findings
    notices = answer.notices
  }

  func recorded(source: String, _ xml: InvoiceHash, _ options: InvoiceHash, output: String) -> RecordedPrint {
    func word(_ text: String) -> String { text.printable(upTo: RecordedPrint.wordLimit) }
    return RecordedPrint(
      source: source, xml: xml, options: options, output: output, pdf: pdf, pageCount: pageCount,
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
