public import Findings
public import InvoiceRendering

/// One invoice to be printed, as it comes from a file, an archive or another program.
public struct PrintTask: Sendable {
  /// What messages and reports call it: a path, or the path of an archive and the member's name in it.
  public let name: String
  /// The XML's exact bytes.
  public let bytes: [UInt8]
  /// The number that KSeF gave the invoice; nil where it isn't known, or is among the options of the print.
  public let ksefNumber: String?

  /// An invoice's bytes under the name that messages give it.
  public init(name: String, bytes: [UInt8], ksefNumber: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.ksefNumber = ksefNumber
  }
}

/// A finished print, with what a person should know and what names and reports are made from.
public struct PrintAnswer: Sendable {
  /// The whole file.
  public let bytes: [UInt8]
  /// What sort of file it is.
  public let form: PrintForm
  /// At least 1.
  public let pageCount: Int
  /// The paper of the first page.
  public let paper: PaperExtent
  /// What the check and the print found; refusals among it where they were overridden.
  public let findings: [Finding]
  /// What was chosen and why, such as the document and codes that the buyer is handed.
  public let notices: [Sentence]
  /// What the invoice says of itself.
  public let facts: PrintFacts
  /// What its verification codes say; nil where it carries none.
  public let links: PrintedLinks?

  /// A finished print.
  public init(
    bytes: [UInt8], form: PrintForm, pageCount: Int, paper: PaperExtent, findings: [Finding], notices: [Sentence],
    facts: PrintFacts, links: PrintedLinks? = nil
  ) {
    self.bytes = bytes
    self.form = form
    self.pageCount = pageCount
    self.paper = paper
    self.findings = findings
    self.notices = notices
    self.facts = facts
    self.links = links
  }
}

/// The links in a print's verification codes.
public struct PrintedLinks: Sendable, Hashable {
  /// Of KOD I.
  public let invoice: String
  /// Of KOD II; nil where the print has none.
  public let certificate: String?

  /// Both links.
  public init(invoice: String, certificate: String?) {
    self.invoice = invoice
    self.certificate = certificate
  }
}

/// What an invoice says of itself, as names of files and rows of reports need it; texts are as the XML has them.
public struct PrintFacts: Sendable, Hashable {
  /// `invoice` or `receipt` (UPO).
  public let kind: Kind
  /// The seller's NIP (`Podmiot1/DaneIdentyfikacyjne/NIP`); empty on a UPO.
  public let seller: String
  /// The seller's name; may be empty.
  public let sellerName: String
  /// The buyer's name; may be empty.
  public let buyerName: String
  /// The invoice's own number (`P_2`, on an FA_RR `P_4C`); empty on a UPO.
  public let number: String
  /// The date of issue (`P_1`, on an FA_RR `P_4B`), `YYYY-MM-DD`; empty on a UPO.
  public let issueDate: String
  /// The kind of invoice (`RodzajFaktury`); empty on a UPO.
  public let invoiceKind: String
  /// The number that KSeF gave it, where it is known; else empty.
  public let ksefNumber: String
  /// The SHA-256 of the XML's bytes in Base64URL, as KOD I has it.
  public let hash: String

  /// What sort of document was printed.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case invoice
    case receipt
  }

  /// An invoice's facts, or a UPO's.
  public init(
    kind: Kind, seller: String, sellerName: String, buyerName: String, number: String, issueDate: String,
    invoiceKind: String, ksefNumber: String, hash: String
  ) {
    self.kind = kind
    self.seller = seller
    self.sellerName = sellerName
    self.buyerName = buyerName
    self.number = number
    self.issueDate = issueDate
    self.invoiceKind = invoiceKind
    self.ksefNumber = ksefNumber
    self.hash = hash
  }
}

/// Whoever prints many invoices: several processes, or for tests nobody but the caller.
public protocol PrintingCrew: AnyObject {
  /// Prints all that `next` gives, several at once, until it gives nothing more and all is done.
  ///
  /// - Parameters:
  ///   - next: asked for another task whenever somebody is free, on the caller's thread.
  ///   - done: told of each task's end, on the caller's thread, in whatever order they end; false asks for an early
  ///     end: no more tasks are taken, those under way are finished and told.
  /// - Throws: what keeps the whole crew from working; a single task's trouble is its own result.
  func run(
    next: () -> PrintTask?, done: (PrintTask, Result<PrintAnswer, Obstacle>) -> Bool
  ) throws(Obstacle)
}
