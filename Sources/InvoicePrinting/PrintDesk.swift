public import Findings
public import KSeFIdentifiers
public import KSeFLinks
public import OfflineSigning
public import Presentation

/// Whoever keeps the record of what is issued offline: says how an invoice is issued, and writes down that it was.
public protocol PrintDesk: Sendable {
  /// Says how an invoice is issued now, and with what; nothing is written down yet.
  ///
  /// - Throws: why it can't be issued, such as another invoice of the same number.
  func admit(_ invoice: InvoiceToIssue) throws(Obstacle) -> Admission

  /// Writes down a print, before anybody is handed it.
  ///
  /// The same invoice may be recorded again: then it is a re-print.
  ///
  /// - Parameter admission: as the desk gave it for this print.
  /// - Throws: what keeps it from being written down; the print then isn't handed out.
  func record(_ invoice: InvoiceToIssue, _ admission: Admission, _ print: IssuedPrint) throws(Obstacle)
}

/// An invoice at the desk.
public struct InvoiceToIssue: Sendable {
  /// What messages call it.
  public let fileName: String
  /// The XML's exact bytes.
  public let bytes: [UInt8]
  /// Seller, date of issue, hash.
  public let identity: InvoiceIdentity
  /// What the invoice says of itself.
  public let facts: PrintFacts
  /// The invoices that it corrects (`DaneFaKorygowanej`): their own numbers and their KSeF numbers, nil for one without.
  public let corrected: [(number: String, ksefNumber: String?)]
  /// What a technical correction leaves as it is, by the elements' names: date, buyer, currency, total.
  public let terms: [(name: String, value: String)]
  /// Which KSeF the codes lead to.
  public let environment: KSeFEnvironment
  /// How it is issued, where the call says so.
  public let issued: ModeOfIssue?
  /// The number that the call gives.
  public let ksefNumber: String?

  /// An invoice at the desk.
  public init(
    fileName: String, bytes: [UInt8], identity: InvoiceIdentity, facts: PrintFacts,
    corrected: [(number: String, ksefNumber: String?)] = [], terms: [(name: String, value: String)] = [],
    environment: KSeFEnvironment, issued: ModeOfIssue? = nil, ksefNumber: String? = nil
  ) {
    self.fileName = fileName
    self.bytes = bytes
    self.identity = identity
    self.facts = facts
    self.corrected = corrected
    self.terms = terms
    self.environment = environment
    self.issued = issued
    self.ksefNumber = ksefNumber
  }
}

/// How the desk lets an invoice be issued.
public struct Admission: Sendable {
  /// How it is issued; nil where it has its number, so that it no longer matters.
  public let mode: ModeOfIssue?
  /// The event that put the mode in force (`eventId`); nil where none did.
  public let eventID: Int?
  /// The number that KSeF gave it, where the desk knows it.
  public let ksefNumber: String?
  /// The KOD II link of its first print.
  public let signedLink: String?
  /// What the buyer was handed by the first print; nil where there was none.
  public let document: PrintedDocument?
  /// Opens what signs KOD II; asked only where a print needs it.
  public let credential: @Sendable () throws(Obstacle) -> OfflineCredential?
  /// What a person should know.
  public let notices: [Sentence]

  /// How the desk lets an invoice be issued.
  public init(
    mode: ModeOfIssue?, eventID: Int? = nil, ksefNumber: String? = nil, signedLink: String? = nil,
    document: PrintedDocument? = nil,
    credential: @escaping @Sendable () throws(Obstacle) -> OfflineCredential? = { () throws(Obstacle) in nil },
    notices: [Sentence] = []
  ) {
    self.mode = mode
    self.eventID = eventID
    self.ksefNumber = ksefNumber
    self.signedLink = signedLink
    self.document = document
    self.credential = credential
    self.notices = notices
  }
}

/// What was printed of an invoice.
public struct IssuedPrint: Sendable {
  /// How it was issued; nil for a re-print under its number.
  public let mode: ModeOfIssue?
  /// What the buyer is handed.
  public let document: PrintedDocument
  /// KOD II's link; nil where it carries none.
  public let certificateLink: CertificateLink?

  /// What was printed of an invoice.
  public init(mode: ModeOfIssue?, document: PrintedDocument, certificateLink: CertificateLink?) {
    self.mode = mode
    self.document = document
    self.certificateLink = certificateLink
  }
}
