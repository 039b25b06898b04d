import Certificates

/// Which authority a certificate says it comes from.
///
/// The name alone is no proof, but a wrong name is one.
enum Issuer: Sendable, Hashable {
  /// `CN=CCK KSeF`.
  case production
  /// `CN=TEST CCK KSeF` and its kin: another word before `CCK KSeF`.
  case rehearsal
  /// The product's own demonstration authority.
  case demonstration
  case stranger

  init(of certificate: KSeFCertificate) {
    if certificate.isDemonstration {
      self = .demonstration
      return
    }
    switch certificate.issuerCommonName {
    case "CCK KSeF": self = .production
    case let name? where name.hasSuffix(" CCK KSeF"): self = .rehearsal
    default: self = .stranger
    }
  }
}
