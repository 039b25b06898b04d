/// One of the three KSeF systems; an invoice of one is unknown to the others.
public enum KSeFEnvironment: String, Sendable, Hashable, CaseIterable {
  case production
  /// Pre-production, for rehearsals with real rights.
  case demo
  case test

  /// The host of the addresses that stand in the codes.
  ///
  /// Source: verification-codes, "Environments".
  public var host: String {
    switch self {
    case .production: "qr.ksef.mf.gov.pl"
    case .demo: "qr-demo.ksef.mf.gov.pl"
    case .test: "qr-test.ksef.mf.gov.pl"
    }
  }

  /// The environment whose codes carry this host, compared without regard to case.
  public init?(host: String) {
    let wanted = host.lowercased()
    guard let match = KSeFEnvironment.allCases.first(where: { $0.host == wanted }) else { return nil }
    self = match
  }
}
