public import Certificates
public import KSeFIdentifiers

/// What the auditor gives beside the prints; trusted because it is given.
public struct GivenMaterial: Sendable {
  /// What the codes are compared with; each belongs to the code that names its hash.
  public var invoices: [GivenInvoice]
  /// How many more were looked through, which no code asks for; see `InvoiceShelf`.
  public var otherInvoices = 0
  /// Picked by the serial number in KOD II. Those of authorities only confirm who issued the others.
  public var certificates: [KSeFCertificate]
  /// Used where no certificate of the right number is given.
  public var publicKeys: [GivenPublicKey]
  /// Say which certificates were revoked; each believed where an authority given signed it.
  public var revocationLists: [RevocationList]
  /// KSeF's confirmations (UPO).
  public var receipts: [GivenReceipt]
  /// The environment that the codes should be of; nil where any will do.
  public var expectedEnvironment: KSeFEnvironment?

  /// All of it may be missing; then little can be decided.
  public init(
    invoices: [GivenInvoice] = [], certificates: [KSeFCertificate] = [], publicKeys: [GivenPublicKey] = [],
    revocationLists: [RevocationList] = [], receipts: [GivenReceipt] = [], expectedEnvironment: KSeFEnvironment? = nil
  ) {
    var fingerprints: Set<[UInt8]> = []
    self.certificates = certificates.filter { fingerprints.insert($0.fingerprint).inserted }
    self.invoices = invoices
    self.publicKeys = publicKeys
    self.revocationLists = revocationLists
    self.receipts = receipts
    self.expectedEnvironment = expectedEnvironment
  }
}
