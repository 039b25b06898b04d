public import Findings

/// A public key that checks the signatures of KOD II links.
///
/// Immutable; may be used from several threads at once.
public struct SignaturePublicKey: Sendable {
  public let kind: KeyKind

  /// Reads a bare public key (SubjectPublicKeyInfo) from PEM, DER or bare Base64, told apart by the content alone.
  ///
  /// - Parameter fileName: what to call the file in an obstacle.
  /// - Throws: `public-key.unreadable`, or what the file holds instead: `public-key.holds-certificate`,
  ///   `public-key.holds-key`, `public-key.holds-pkcs12`.
  public init(_ bytes: [UInt8], fileName: String) throws(Obstacle) {
    preconditionFailure("not written yet")
  }

  /// Checks a signature over the UTF-8 bytes of a text.
  ///
  /// Valid only for a key that KSeF takes (`KeyKind.signsCertificateLinks`) and for the forms of `SignatureForm`:
  /// RSASSA-PSS with a salt of exactly 32 bytes, ECDSA as 64 bytes of IEEE P1363 or as strict DER. Everything else is
  /// invalid, and is looked at once more only to say what went wrong.
  public func check(signature: [UInt8], over text: String) -> SignatureCheck {
    preconditionFailure("not written yet")
  }
}
