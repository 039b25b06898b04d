public import KSeFIdentifiers

/// What a KOD II says before it is signed.
///
/// Source: verification-codes, "KOD II, the issuer's certificate link".
public struct CertificateClaim: Sendable, Hashable {
  /// The system to which the link leads.
  public let environment: KSeFEnvironment
  /// The context in which the invoice is issued; mostly the seller's own NIP.
  public let context: IssuingContext
  /// The invoice's seller (`Podmiot1`).
  public let seller: NIP
  /// The issuer's KSeF certificate of type Offline.
  public let certificate: CertificateSerialNumber
  /// The invoice's hash.
  public let hash: InvoiceHash

  /// A claim from its parts.
  public init(
    environment: KSeFEnvironment, context: IssuingContext, seller: NIP, certificate: CertificateSerialNumber,
    hash: InvoiceHash
  ) {
    self.environment = environment
    self.context = context
    self.seller = seller
    self.certificate = certificate
    self.hash = hash
  }

  /// The text whose UTF-8 bytes are signed: no scheme, no final slash, nothing after the hash.
  public var signedText: String {
    "\(environment.host)/certificate/\(context.linkWord)/\(context.value)/\(seller)/\(certificate)/\(hash)"
  }

  /// The finished link.
  public func signed(with signature: [UInt8]) -> CertificateLink {
    CertificateLink(claim: self, signature: signature)
  }
}

/// KOD II: the link that proves who issued the invoice.
public struct CertificateLink: Sendable, Hashable {
  /// What is signed.
  public let claim: CertificateClaim
  /// RSASSA-PSS: as long as the modulus. ECDSA on P-256: 64 bytes (IEEE P1363), or ASN.1 DER as others write it.
  public let signature: [UInt8]

  /// A finished link; whether the signature is right is nobody's business here.
  public init(claim: CertificateClaim, signature: [UInt8]) {
    self.claim = claim
    self.signature = signature
  }

  /// `https://{signed text}/{signature as Base64URL without padding}`.
  public var text: String { "https://\(claim.signedText)/\(Base64URL.encode(signature))" }
}
