public import KSeFIdentifiers
public import KSeFLinks

/// What the codes of a print are to say.
public enum CodesRequest: Sendable, Hashable {
  /// Issued offline and not yet accepted: KOD I with OFFLINE, KOD II with CERTYFIKAT.
  case offline(InvoiceLink, CertificateLink)
  /// Sent online, number not yet known: KOD I alone with OFFLINE.
  case awaitingNumber(InvoiceLink)
  /// Accepted: KOD I alone with the KSeF number.
  case accepted(InvoiceLink, KSeFNumber)
}
