/// What kind of key a certificate or key file holds.
public enum KeyKind: Sendable, Hashable, CustomStringConvertible {
  /// RSA with a modulus of so many bits and an odd public exponent of 3 at least.
  case rsa(bits: Int)
  /// The named elliptic curve P-256 (`prime256v1`, `secp256r1`).
  case p256
  /// Anything else, by its name: another curve, RSASSA-PSS, Ed25519, a curve spelled out instead of named.
  case other(String)

  /// Whether KSeF takes signatures of such a key in a KOD II: P-256, or RSA with 2048 bits at least.
  ///
  /// Source: verification-codes, "KOD II, the issuer's certificate link".
  public var signsCertificateLinks: Bool {
    switch self {
    case .p256: true
    case .rsa(let bits): bits >= 2048
    case .other: false
    }
  }

  /// `EC P-256`, `RSA 2048`, or the other kind's name.
  public var description: String {
    switch self {
    case .rsa(let bits): "RSA \(bits)"
    case .p256: "EC P-256"
    case .other(let name): name
    }
  }
}
