import COpenSSL
public import Certificates
public import Findings

/// A private key, opened.
///
/// Immutable; may be used from several threads at once. libcrypto overwrites it when it is released.
public final class SigningKey: Sendable {
  /// What kind of key it is.
  public let kind: KeyKind
  let key: CryptoObject

  init(_ key: CryptoObject) {
    self.key = key
    kind = KeyKind(of: key)
  }

  /// Opens a key from PKCS#8 (encrypted or not), PKCS#1, SEC1 or the old encrypted PEM; as PEM, DER or bare Base64,
  /// told apart by the content alone.
  ///
  /// - Parameters:
  ///   - bytes: stays the caller's to overwrite; `open(file:passphrase:)` keeps no such copy.
  ///   - fileName: what to call the file in an obstacle.
  ///   - passphrase: asked only where the key is encrypted.
  /// - Throws: `key.unreadable`, `key.encryption-unsupported`, `key.derivation-too-costly`, `passphrase.missing`,
  ///   `passphrase.wrong`, or what the file holds instead: `key.holds-certificate`, `key.holds-public-key`,
  ///   `key.holds-request`, `key.holds-pkcs12`; and what `passphrase` throws.
  public static func open(
    _ bytes: [UInt8], fileName: String, passphrase: () throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> SigningKey {
    try open(bytes.withUnsafeBufferPointer(EncodedObject.all), fileName: fileName, passphrase: passphrase)
  }

  /// The same from a file of at most a megabyte, whose bytes are overwritten as soon as the key is opened.
  ///
  /// - Throws: as `open(_:fileName:passphrase:)`; `file.unreadable`, `file.too-large`.
  public static func open(
    file path: String, passphrase: () throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> SigningKey {
    let objects = try readSecretFile(path).withBytes(EncodedObject.all)
    return try open(objects, fileName: path, passphrase: passphrase)
  }

  static func open(
    _ objects: [EncodedObject], fileName: String, passphrase: () throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> SigningKey {
    defer { discardCryptoErrors() }
    for object in objects {
      switch object.kind {
      case .privateKey:
        guard let key = decodePrivateKey(object.bytes) else { throw unreadable(.privateKey, fileName: fileName) }
        return SigningKey(key)
      case .encryptedPrivateKey:
        let box = EncryptedKey(object.bytes, fileName: fileName)
        return SigningKey(try box.open(passphrase))
      case .privateKeyEncryptedByHeaders:
        let box = OldEncryptedKey(headers: object.headers, object.bytes, fileName: fileName)
        return SigningKey(try box.open(passphrase))
      case .certificate, .certificateRequest, .publicKey, .pkcs12, .revocationList, .bundle, .unknown:
        continue
      }
    }
    throw FileOfAnotherKind(objects).obstacle(wanted: .privateKey, fileName: fileName)
  }
}

/// A private key in the clear: PKCS#8, PKCS#1 or SEC1, as DER; nil where it is none of them.
func decodePrivateKey(_ der: WipedBytes) -> CryptoObject? {
  der.withBytes { bytes in
    var position = bytes.baseAddress
    return CryptoObject(d2i_AutoPrivateKey(nil, &position, bytes.count), release: EVP_PKEY_free)
  }
}
