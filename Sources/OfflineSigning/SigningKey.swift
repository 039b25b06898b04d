public import Certificates
public import Findings

/// A private key, opened.
///
/// Immutable; may be used from several threads at once. libcrypto overwrites it when it is released.
public final class SigningKey: Sendable {
  public let kind: KeyKind

  private init(kind: KeyKind) {
    self.kind = kind
  }

  /// Opens a key from PKCS#8 (encrypted or not), PKCS#1, SEC1 or the old encrypted PEM; as PEM, DER or bare Base64,
  /// told apart by the content alone.
  ///
  /// - Parameters:
  ///   - fileName: what to call the file in an obstacle.
  ///   - passphrase: asked only where the key is encrypted.
  /// - Throws: `key.unreadable`, `passphrase.missing`, `passphrase.wrong`, or what the file holds instead:
  ///   `key.holds-certificate`, `key.holds-public-key`, `key.holds-pkcs12`; and what `passphrase` throws.
  public static func open(
    _ bytes: [UInt8], fileName: String, passphrase: () throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> SigningKey {
    preconditionFailure("not written yet")
  }
}
