import COpenSSL
public import Findings

/// A public key that checks the signatures of KOD II links.
///
/// Immutable; may be used from several threads at once.
public struct SignaturePublicKey: Sendable {
  /// What kind of key it is.
  public let kind: KeyKind
  let key: CryptoObject

  /// Reads a bare public key (SubjectPublicKeyInfo, or RSA's PKCS#1) from PEM, DER or bare Base64, told apart by the content alone.
  ///
  /// - Parameter fileName: what to call the file in an obstacle.
  /// - Throws: `public-key.unreadable`, or what the file holds instead: `public-key.holds-certificate`,
  ///   `public-key.holds-key`, `public-key.holds-pkcs12`, `public-key.holds-request`.
  public init(_ bytes: [UInt8], fileName: String) throws(Obstacle) {
    let objects = bytes.withUnsafeBufferPointer(EncodedObject.all)
    guard let object = objects.first(where: { $0.kind == .publicKey }) else {
      throw FileOfAnotherKind(objects).obstacle(wanted: .publicKey, fileName: fileName)
    }
    defer { discardCryptoErrors() }
    let decoded = object.bytes.withBytes { der in
      var position = der.baseAddress
      let ofAnyKind = CryptoObject(d2i_PUBKEY(nil, &position, der.count), release: EVP_PKEY_free)
      if ofAnyKind != nil { return ofAnyKind }
      position = der.baseAddress
      return CryptoObject(d2i_PublicKey(EVP_PKEY_RSA, nil, &position, der.count), release: EVP_PKEY_free)
    }
    guard let decoded else {
      throw unreadable(.publicKey, fileName: fileName)
    }
    self.init(decoded)
  }

  /// - Parameter key: an `EVP_PKEY`.
  package init(_ key: CryptoObject) {
    self.key = key
    kind = KeyKind(of: key)
  }

  /// Checks a signature over the UTF-8 bytes of a text.
  ///
  /// Valid only for a key that KSeF takes (`KeyKind.signsCertificateLinks`) and for the forms of `SignatureForm`:
  /// RSASSA-PSS with a salt of exactly 32 bytes, ECDSA as 64 bytes of IEEE P1363 or as strict DER. Everything else is
  /// invalid, and is looked at once more only to say what went wrong.
  public func check(signature: [UInt8], over text: String) -> SignatureCheck {
    defer { discardCryptoErrors() }
    let message = Array(text.utf8)
    guard kind.signsCertificateLinks else { return .invalid(.unsupportedKey(kind)) }
    if let form = form(of: signature, over: message) { return .valid(form) }
    return .invalid(diagnose(signature, over: message))
  }

  /// The form in which the signature is valid for the message; nil where it is in none.
  private func form(of signature: [UInt8], over message: [UInt8]) -> SignatureForm? {
    switch kind {
    case .rsa:
      guard signature.count == rsaModulusLength, rsaPSSMatches(signature, message, saltLength: 32) else { return nil }
      return .rsaPSS
    case .p256:
      // 64 bytes are P1363 before they are anything else; a DER sequence of that length is still tried after it.
      if let sequence = ECDSASignature.der(fromP1363: signature), digestMatches(sequence, message) {
        return .ecdsaP1363
      }
      return ECDSASignature.isStrictDER(signature) && digestMatches(signature, message) ? .ecdsaDER : nil
    case .other:
      return nil
    }
  }

  /// The most telling reason why a signature found invalid is so.
  private func diagnose(_ signature: [UInt8], over message: [UInt8]) -> SignatureDefect {
    switch kind {
    case .rsa:
      guard signature.count == rsaModulusLength else { return .length(signature.count) }
      if rsaPKCS1Matches(signature, message) { return .pkcs1v15 }
      if let saltLength = rsaPSSSaltLength(signature, message) { return .pssSaltLength(saltLength) }
    case .p256:
      guard signature.count == ECDSASignature.p1363Length || ECDSASignature.isStrictDER(signature) else {
        return .length(signature.count)
      }
    case .other:
      return .unsupportedKey(kind)
    }
    for mistake in MistakenText.allCases where form(of: signature, over: mistake.bytes(insteadOf: message)) != nil {
      return .signedOtherText(mistake)
    }
    return .doesNotMatch
  }
}

extension MistakenText {
  /// What the signer who makes this mistake signs.
  fileprivate func bytes(insteadOf message: [UInt8]) -> [UInt8] {
    switch self {
    case .withScheme:
      return Array("https://".utf8) + message
    case .finalSlash:
      return message + [0x2F]
    case .hashedTwice:
      var digest = [UInt8](repeating: 0, count: 32)
      let done = SHA256(message, message.count, &digest)
      precondition(done != nil, "libcrypto has no SHA-256")
      return digest
    }
  }
}
