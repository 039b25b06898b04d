import Certificates
import CodeReading
import KSeFIdentifiers

/// Everything that the checks of one invoice may look at.
struct CaseFile: Sendable {
  /// The codes that speak of the invoice.
  let subject: Subject
  /// What the auditor gave.
  let material: GivenMaterial
  /// The invoices whose hash a code of this case names; those attached to its prints are among them, and those that have
  /// the hash in another spelling than that of the file given.
  let ownInvoices: [GivenInvoice]
  /// The invoices given that no code of any case names: one of them may be this case's, altered.
  let unclaimedInvoices: [GivenInvoice]
  /// No other case lacks its invoice, but for one that came with its print, so that one given by name which no code claims
  /// can only be meant for this.
  let isOnlyWithoutInvoice: Bool
  /// Given files that say the same as this case's invoice, in other bytes.
  let echoes: [GivenInvoice]
  /// The certificates given, by serial number.
  let certificates: [CertificateSerialNumber: [KSeFCertificate]]
  /// The revocation lists given.
  let revocations: RevocationRegister
  /// What the receipts given say.
  let receipts: ReceiptRegister
  /// The pages on which this invoice seems to be printed, in the order of prints and pages.
  let pages: [CasePage]
  /// The same pages as lines of words, print by print.
  let prints: [PaperPrint]

  /// The invoice of the codes, where its exact bytes are at hand.
  var invoice: GivenInvoice? { ownInvoices.first }

  /// The auditor gave the invoice himself; what only came with the prints is whatever their maker wished it to be.
  var isInvoiceVouchedFor: Bool { (ownInvoices + echoes).contains { !$0.comesWithPrints } }
}

/// A page of a print that a case is concerned with.
struct CasePage: Sendable {
  /// What the print is called.
  let print: String
  /// What was seen on the page.
  let reading: PageReading
  /// Codes of other invoices stand on the same page, so that its words may be theirs.
  let isShared: Bool
}
