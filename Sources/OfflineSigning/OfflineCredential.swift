public import Certificates
public import Findings
public import KSeFIdentifiers
public import KSeFLinks

/// An Offline certificate with its private key, found fit to sign KOD II links of one environment.
///
/// Immutable; may be used from several threads at once.
///
/// Source: verification-codes, "KOD II, the issuer's certificate link".
public struct OfflineCredential: Sendable {
  public let certificate: KSeFCertificate
  public let environment: KSeFEnvironment
  private let key: SigningKey

  /// Joins a certificate and its key.
  ///
  /// - Parameter now: the moment of signing, in seconds since 1970-01-01 00:00 UTC.
  /// - Throws: `certificate.for-authentication`, `certificate.not-offline`, `certificate.serial-too-long`,
  ///   `certificate.key-not-supported`, `certificate.demonstration`, `certificate.not-yet-valid`,
  ///   `certificate.expired`, `key.other-certificate`.
  public init(
    certificate: KSeFCertificate, key: SigningKey, environment: KSeFEnvironment, now: Int64
  ) throws(Obstacle) {
    preconditionFailure("not written yet")
  }

  /// Opens a PKCS#12 file: AES-256 as of today, or 3DES and RC2-40 as of old.
  ///
  /// - Throws: `pkcs12.unreadable`, `pkcs12.no-key`, `pkcs12.no-certificate`, `pkcs12.legacy-unavailable`,
  ///   `passphrase.missing`, `passphrase.wrong`, and all that `init` and `passphrase` throw.
  public static func pkcs12(
    _ bytes: [UInt8], fileName: String, passphrase: () throws(Obstacle) -> Passphrase?, environment: KSeFEnvironment,
    now: Int64
  ) throws(Obstacle) -> OfflineCredential {
    preconditionFailure("not written yet")
  }

  /// Refuses a certificate whose validity doesn't hold the moment; for those who keep a credential for long.
  ///
  /// - Throws: `certificate.not-yet-valid`, `certificate.expired`.
  public func checkValidity(now: Int64) throws(Obstacle) {
    preconditionFailure("not written yet")
  }

  /// Signs a claim: RSASSA-PSS with a salt of 32 bytes, or ECDSA as 64 bytes of IEEE P1363, after the key's kind.
  ///
  /// Two signatures of the same claim differ. Each is checked with the certificate before it is handed out.
  ///
  /// - Throws: `signing.other-certificate`, `signing.other-environment`, `signing.failed`.
  public func sign(_ claim: CertificateClaim) throws(Obstacle) -> CertificateLink {
    preconditionFailure("not written yet")
  }
}
