public import KSeFIdentifiers

/// KOD I: the link to the invoice in KSeF.
///
/// Source: verification-codes, "KOD I, the invoice link".
public struct InvoiceLink: Sendable, Hashable {
  /// The system to which the link leads.
  public let environment: KSeFEnvironment
  /// The invoice that it names.
  public let identity: InvoiceIdentity

  /// The link of one invoice in one system.
  public init(environment: KSeFEnvironment, identity: InvoiceIdentity) {
    self.environment = environment
    self.identity = identity
  }

  /// `https://{host}/invoice/{seller NIP}/{DD-MM-YYYY}/{hash}`.
  public var text: String {
    "https://\(environment.host)/invoice/\(identity.seller)/\(identity.issueDate.dayFirst)/\(identity.hash)"
  }
}
