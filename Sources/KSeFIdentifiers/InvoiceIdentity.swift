/// What makes an invoice file this one and no other: its seller, its date of issue, and the hash of its bytes.
///
/// KOD I prints it, KOD II signs it, a verifier compares it.
public struct InvoiceIdentity: Sendable, Hashable {
  /// The seller's NIP (`Podmiot1/DaneIdentyfikacyjne/NIP`; on an FA_RR the farmer's).
  public let seller: NIP
  /// Date of issue (`P_1`; on an FA_RR `P_4B`).
  public let issueDate: CalendarDate
  /// SHA-256 of the exact bytes.
  public let hash: InvoiceHash

  /// An identity from its three parts.
  public init(seller: NIP, issueDate: CalendarDate, hash: InvoiceHash) {
    self.seller = seller
    self.issueDate = issueDate
    self.hash = hash
  }
}
