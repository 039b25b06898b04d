public import Findings
public import KSeFIdentifiers

/// An X.509 certificate, seen as KSeF uses it.
///
/// Immutable; may be used from several threads at once.
///
/// Source: verification-codes, "Certificates and keys as users have them"; RFC 5280.
public struct KSeFCertificate: Sendable {
  /// The serial number as KOD II carries it; nil where it is negative or takes more than eight octets.
  public let serialNumber: CertificateSerialNumber?
  /// The serial number as upper-case hexadecimal digits, two for each octet, of any length.
  public let serialText: String
  public let purpose: CertificatePurpose
  /// A certification authority's own certificate (basicConstraints, `cA`).
  public let isAuthority: Bool
  public let holder: CertificateHolder
  /// The issuer's distinguished name as RFC 2253 writes it: `CN=TEST CCK KSeF,OU=…,O=…,C=PL`.
  public let issuerName: String
  /// The first moment of validity: seconds since 1970-01-01 00:00 UTC.
  public let notBefore: Int64
  /// The last moment of validity: seconds since 1970-01-01 00:00 UTC.
  public let notAfter: Int64
  /// The key with which the holder's signatures are checked.
  public let publicKey: SignaturePublicKey
  /// Issued by the product's own demonstration authority, or that authority itself: worth nothing outside rehearsals.
  public let isDemonstration: Bool
  /// SHA-256 of the certificate's DER encoding, 32 bytes.
  public let fingerprint: [UInt8]

  /// Reads a certificate from PEM, DER or bare Base64, told apart by the content alone.
  ///
  /// Of several certificates in one file the first that isn't an authority's is taken.
  ///
  /// - Parameter fileName: what to call the file in an obstacle.
  /// - Throws: `certificate.unreadable`, or what the file holds instead: `certificate.holds-key`,
  ///   `certificate.holds-public-key`, `certificate.holds-pkcs12`, `certificate.holds-request`.
  public init(_ bytes: [UInt8], fileName: String) throws(Obstacle) {
    preconditionFailure("not written yet")
  }

  /// Reads every certificate of a file, in the file's order; at least one.
  ///
  /// - Throws: as `init(_:fileName:)`; one unreadable certificate refuses the whole file.
  public static func all(in bytes: [UInt8], fileName: String) throws(Obstacle) -> [KSeFCertificate] {
    preconditionFailure("not written yet")
  }

  /// What kind of key the certificate binds to its holder.
  public var key: KeyKind { publicKey.kind }

  /// Whether the moment lies in the validity, its ends included.
  ///
  /// - Parameter instant: seconds since 1970-01-01 00:00 UTC.
  public func covers(instant: Int64) -> Bool {
    notBefore <= instant && instant <= notAfter
  }

  /// Whether any moment of that day, as Polish clocks count it, lies in the validity.
  public func covers(_ day: CalendarDate) -> Bool {
    preconditionFailure("not written yet")
  }

  /// Whether the other certificate is an authority's and its key signed this one.
  ///
  /// Names, key identifiers and the signature are compared; dates and revocation aren't.
  public func isIssued(by authority: KSeFCertificate) -> Bool {
    preconditionFailure("not written yet")
  }
}
