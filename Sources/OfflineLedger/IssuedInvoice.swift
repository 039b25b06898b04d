public import KSeFIdentifiers
public import OfflineRules

/// An invoice that was issued offline, as the desk recorded it.
public struct IssuedInvoice: Sendable, Hashable {
  /// Which KSeF it is for.
  public let environment: KSeFEnvironment
  /// Seller, date of issue, hash of the exact bytes.
  public let identity: InvoiceIdentity
  /// The invoice's own number (`P_2`).
  public let number: String
  /// The kind of invoice (`RodzajFaktury`); empty on an FA_RR without one.
  public let kind: String
  /// The buyer's name; may be empty.
  public let buyer: String
  /// How it was issued; never `online`.
  public let mode: WorkingMode
  /// The event that put that mode in force (`eventId`); nil for offline24.
  public let eventID: Int?
  /// What the buyer was handed.
  public let document: HandedDocument
  /// The serial number of the certificate that signed KOD II; nil where there is none.
  public let certificate: String?
  /// Who issued it.
  public let user: String
  /// KOD II's link as it was first printed; nil where there is none.
  public let signedLink: String?
  /// The hash of the refused invoice that this one replaces (technical correction), the one on the paper.
  public let corrects: String?
  /// When it was printed.
  public let recorded: Moment
  /// When the buyer was first handed a print: of this file, or of the one whose place it took.
  public let firstRecorded: Moment
  /// The number of its entry in the journal.
  public let entry: Int
  /// What has become of it.
  public let state: State

  /// What has become of an invoice.
  public enum State: Sendable, Hashable {
    /// It must still be sent.
    case waiting
    /// KSeF accepted it.
    case sent(Acceptance)
    /// KSeF refused it, so a technical correction must be sent.
    case rejected(reason: String, at: Moment)
    /// A technical correction took its place.
    case replaced
    /// Somebody decided that it is never sent, such as one that no buyer was handed.
    case abandoned(reason: String, at: Moment)
    /// It was issued in a total failure: nothing is ever sent.
    case nothingToSend
  }
}

/// That KSeF accepted an invoice.
public struct Acceptance: Sendable, Hashable {
  /// The number that KSeF gave it.
  public let number: KSeFNumber
  /// When it was sent; nil where nobody noted it.
  public let sentAt: Moment?
  /// When the desk was told.
  public let recorded: Moment

  /// The day that is held against the due date: the one of sending where it is known, else the one in the number, on which
  /// KSeF had it at the latest.
  public var day: CalendarDate { sentAt?.day ?? number.acceptedOn }
}

/// What a buyer was handed.
public enum HandedDocument: String, Sendable, Hashable, CaseIterable {
  /// The invoice itself.
  case invoice
  /// The confirmation of its transaction (`potwierdzenie transakcji`).
  case confirmation
}

/// An invoice at the moment of its issue, to be recorded.
public struct IssueRecord: Sendable {
  /// Which KSeF it is for.
  public var environment: KSeFEnvironment
  /// Seller, date of issue, hash of `xml`.
  public var identity: InvoiceIdentity
  /// The invoice's own number (`P_2`).
  public var number: String
  /// The kind of invoice (`RodzajFaktury`).
  public var kind: String
  /// The buyer's name.
  public var buyer: String
  /// How it is issued.
  public var mode: WorkingMode
  /// The event that put the mode in force.
  public var eventID: Int?
  /// What the buyer is handed.
  public var document: HandedDocument
  /// The serial number of the certificate that signed KOD II.
  public var certificate: String?
  /// Who issues it.
  public var user: String
  /// KOD II's link.
  public var signedLink: String?
  /// The exact bytes, as they must be sent.
  public var xml: [UInt8]

  /// An invoice at the moment of its issue.
  public init(
    environment: KSeFEnvironment, identity: InvoiceIdentity, number: String, kind: String, buyer: String,
    mode: WorkingMode, eventID: Int?, document: HandedDocument, certificate: String?, user: String,
    signedLink: String?, xml: [UInt8]
  ) {
    precondition(InvoiceHash(ofExactBytes: xml) == identity.hash, "the bytes are the invoice's")
    self.environment = environment
    self.identity = identity
    self.number = number
    self.kind = kind
    self.buyer = buyer
    self.mode = mode
    self.eventID = eventID
    self.document = document
    self.certificate = certificate
    self.user = user
    self.signedLink = signedLink
    self.xml = xml
  }
}
