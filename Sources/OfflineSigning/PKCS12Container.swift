import COpenSSL
import Certificates
import Findings

/// A PKCS#12 container (RFC 7292): a private key and its certificate in one encrypted file.
struct PKCS12Container {
  private let bytes: WipedBytes
  private let fileName: String

  /// - Throws: `pkcs12.unreadable` or `pkcs12.holds-…`; `key.derivation-too-costly`.
  init(_ objects: [EncodedObject], fileName: String) throws(Obstacle) {
    guard let object = objects.first(where: { $0.kind == .pkcs12 }) else {
      throw FileOfAnotherKind(objects).obstacle(wanted: .pkcs12, fileName: fileName)
    }
    guard !KeyDerivationCost.isUnreasonable(object.bytes) else { throw .keyDerivationTooCostly(fileName) }
    bytes = object.bytes
    self.fileName = fileName
  }

  /// - Throws: `passphrase.missing`, `passphrase.wrong`, `pkcs12.unreadable`, `pkcs12.no-mac`,
  ///   `pkcs12.legacy-unavailable`, `pkcs12.no-key`, `pkcs12.no-certificate`, and what `passphrase` throws.
  func open(
    _ passphrase: () throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> (key: CryptoObject, certificate: CryptoObject) {
    defer { discardCryptoErrors() }
    guard let container = decode(context: nil) else { throw unreadable(.pkcs12, fileName: fileName) }
    let found = try findPassphrase(for: container, passphrase)
    if let contents = Contents(of: container, found) { return try judged(contents) }

    guard LegacyAlgorithms.areWantedByLastFailure() else { throw unreadable(.pkcs12, fileName: fileName) }
    guard let legacy = LegacyAlgorithms() else { throw .pkcs12LegacyUnavailable(fileName) }
    return try withExtendedLifetime(legacy) { () throws(Obstacle) -> (key: CryptoObject, certificate: CryptoObject) in
      guard let container = decode(context: legacy.context), let contents = Contents(of: container, found) else {
        throw unreadable(.pkcs12, fileName: fileName)
      }
      // Brought over into the ordinary context, since the other one ends here.
      return try judged(contents.reencoded())
    }
  }

  /// The right passphrase; nil where the container opens without one.
  private func findPassphrase(
    for container: CryptoObject, _ passphrase: () throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> Passphrase? {
    guard PKCS12_mac_present(container.pointer) == 1 else { throw .pkcs12NoMAC(fileName) }
    if PKCS12_verify_mac(container.pointer, nil, 0) == 1 || PKCS12_verify_mac(container.pointer, "", 0) == 1 {
      return nil
    }
    // A mere mismatch leaves no error behind.
    guard ERR_peek_error() == 0 else { throw unreadable(.pkcs12, fileName: fileName) }
    guard let passphrase = try passphrase() else { throw .passphraseMissing(fileName) }
    let fits = passphrase.withCharacters { PKCS12_verify_mac(container.pointer, $0, $1) == 1 }
    guard fits, !passphrase.holdsZero else { throw .passphraseWrong(fileName) }
    return passphrase
  }

  private func decode(context: OpaquePointer?) -> CryptoObject? {
    bytes.withBytes { der in
      guard
        let input = CryptoObject(BIO_new_mem_buf(der.baseAddress, Int32(clamping: der.count)), release: BIO_free_all)
      else { return nil }
      var container = PKCS12_init_ex(NID_pkcs7_data, context, nil)
      guard container != nil else { return nil }
      // On failure libcrypto has freed what was passed in and set it to nil.
      return CryptoObject(d2i_PKCS12_bio(input.pointer, &container), release: PKCS12_free)
    }
  }

  private func judged(_ contents: Contents) throws(Obstacle) -> (key: CryptoObject, certificate: CryptoObject) {
    guard let key = contents.key else { throw .pkcs12NoKey(fileName) }
    guard let certificate = contents.certificate else { throw .pkcs12NoCertificate(fileName) }
    return (key, certificate)
  }

  private struct Contents {
    let key: CryptoObject?
    let certificate: CryptoObject?

    private init(key: CryptoObject?, certificate: CryptoObject?) {
      self.key = key
      self.certificate = certificate
    }

    /// Nil where libcrypto can't open the container; its errors say why.
    init?(of container: CryptoObject, _ passphrase: Passphrase?) {
      var key: OpaquePointer?
      var certificate: OpaquePointer?
      let isOpened =
        passphrase?.withCharacters { characters, _ in
          PKCS12_parse(container.pointer, characters, &key, &certificate, nil) == 1
        } ?? (PKCS12_parse(container.pointer, nil, &key, &certificate, nil) == 1)
      self.key = CryptoObject(key, release: EVP_PKEY_free)
      self.certificate = CryptoObject(certificate, release: X509_free)
      guard isOpened else { return nil }
    }

    /// The same, free of the context it was opened in.
    func reencoded() -> Contents {
      let newKey = key.flatMap { key in
        let der = WipedBytes(capacity: Int(max(i2d_PrivateKey(key.pointer, nil), 0)))
        der.update { buffer in
          var position = buffer.baseAddress
          return Int(max(i2d_PrivateKey(key.pointer, &position), 0))
        }
        return decodePrivateKey(der)
      }
      let newCertificate = certificate.flatMap { certificate in
        let der = WipedBytes(capacity: Int(max(i2d_X509(certificate.pointer, nil), 0)))
        der.update { buffer in
          var position = buffer.baseAddress
          return Int(max(i2d_X509(certificate.pointer, &position), 0))
        }
        return der.withBytes { bytes in
          var position = bytes.baseAddress
          return CryptoObject(d2i_X509(nil, &position, bytes.count), release: X509_free)
        }
      }
      return Contents(key: newKey, certificate: newCertificate)
    }
  }
}
