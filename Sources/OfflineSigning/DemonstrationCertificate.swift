import COpenSSL
import Certificates
public import Findings
public import KSeFIdentifiers

/// A throw-away certificate of type Offline, shaped like KSeF's, issued by an authority that says it is none.
///
/// It lets a user see signed codes before having a certificate of KSeF's. KSeF knows nothing of it.
public struct DemonstrationCertificate: Sendable {
  /// The keys on offer, as on KSeF.
  public enum Key: String, Sendable, Hashable, CaseIterable {
    case p256
    case rsa2048
  }

  /// The certificate, as PEM.
  public let certificate: [UInt8]
  /// The private key, encrypted in the way of the Ministry's application, as PEM.
  public let encryptedKey: [UInt8]
  /// The certificate of the authority, as PEM; its key no longer exists.
  public let authority: [UInt8]
  /// The serial number that codes signed with it will carry.
  public let serialNumber: CertificateSerialNumber

  /// Makes a certificate that is valid for a year from now, and since the beginning of 2026.
  ///
  /// KSeF's own are valid for two years at most; this one also covers whatever sample a user tries it on.
  ///
  /// - Parameters:
  ///   - organisation: the name that the certificate carries; its first 64 characters.
  ///   - now: seconds since 1970-01-01 00:00 UTC.
  /// - Throws: `demonstration.failed`.
  public static func make(
    for nip: NIP, organisation: String, key: Key = .p256, passphrase: Passphrase, now: Int64
  ) throws(Obstacle) -> DemonstrationCertificate {
    var recipe = CertificateRecipe(nip: nip, organisation: organisation, now: now)
    recipe.notBefore = min(now, since2026)
    recipe.notAfter = now + 365 * 86_400
    recipe.key = key == .p256 ? .p256 : .rsa(bits: 2048)
    return try DemonstrationCertificate(recipe.make(), passphrase: passphrase)
  }

  /// 1 January 2026, 00:00 UTC: before that year no invoice needed a code.
  private static let since2026: Int64 = 1_767_225_600

  /// Writes down what came of a recipe.
  ///
  /// - Throws: `demonstration.failed`.
  package init(_ product: CertificateRecipe.Product, passphrase: Passphrase) throws(Obstacle) {
    defer { discardCryptoErrors() }
    let encrypted = encrypt(product.key.key, passphrase)
    guard let serialNumber = product.certificate.serialNumber,
      let certificate = pem({ PEM_write_bio_X509($0, product.certificateObject.pointer) }),
      let authority = pem({ PEM_write_bio_X509($0, product.authorityObject.pointer) }),
      let encrypted, let encryptedKey = pem({ PEM_write_bio_PKCS8($0, encrypted.pointer) })
    else { throw .demonstrationFailed() }
    self.certificate = certificate
    self.authority = authority
    self.encryptedKey = encryptedKey
    self.serialNumber = serialNumber
  }
}

extension Obstacle {
  static func demonstrationFailed() -> Obstacle {
    Obstacle(
      "demonstration.failed",
      Sentence(
        "The demonstration certificate couldn't be made.", pl: "Nie udało się utworzyć certyfikatu demonstracyjnego."),
      remedy: Sentence(
        "Check that the organisation has a name and that OpenSSL works on this machine.",
        pl: "Sprawdź, czy podano nazwę organizacji i czy na tym komputerze działa OpenSSL."))
  }
}
