import Certificates
import KSeFIdentifiers

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
    switch DistinguishedName.commonName(of: certificate.issuerName) {
    case "CCK KSeF": self = .production
    case let name? where name.hasSuffix(" CCK KSeF"): self = .rehearsal
    default: self = .stranger
    }
  }
}

/// A distinguished name as RFC 2253 writes it.
enum DistinguishedName {
  /// The value of the first `CN`; nil where there is none or its value is escaped in a way that no KSeF name is.
  static func commonName(of name: String) -> String? {
    var isEscaped = false
    var attribute = ""
    for character in name.unicodeScalars.map(Character.init) + [","] {
      if !isEscaped, character == "," || character == "+" {
        if attribute.hasPrefix("CN=") {
          let value = attribute.dropFirst(3)
          return value.contains("\\") ? nil : String(value)
        }
        attribute = ""
      } else {
        attribute.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return nil
  }
}
