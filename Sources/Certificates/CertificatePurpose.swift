/// What a KSeF certificate may be used for; it has exactly one purpose.
///
/// Source: verification-codes, "KOD II, the issuer's certificate link" (keyUsage of the certificate types).
public enum CertificatePurpose: String, Sendable, Hashable, CaseIterable {
  /// Signs KOD II links (`Offline`): the key usage is nonRepudiation and nothing else.
  case offline
  /// Logs in to KSeF (`Authentication`): the key usage is digitalSignature and nothing else.
  case authentication
  /// Neither: another key usage, both, none, or a certification authority.
  case other
}
