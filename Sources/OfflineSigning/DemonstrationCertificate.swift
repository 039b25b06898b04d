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

  /// Makes a certificate that is valid for two years from now.
  ///
  /// - Parameters:
  ///   - organisation: the name that the certificate carries, at most 64 characters of it.
  ///   - now: seconds since 1970-01-01 00:00 UTC.
  /// - Throws: `demonstration.failed`.
  public static func make(
    for nip: NIP, organisation: String, key: Key = .p256, passphrase: Passphrase, now: Int64
  ) throws(Obstacle) -> DemonstrationCertificate {
    preconditionFailure("not written yet")
  }
}
