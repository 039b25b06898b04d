import COpenSSL
public import Certificates
public import Findings

/// A private key as it lies at rest: encrypted PKCS#8 (PBES2 with PBKDF2), never in the clear.
///
/// Source: verification-codes, "Certificates and keys as users have them"; RFC 5958; RFC 8018.
public struct StoredKey: Sendable, Hashable {
  /// The encrypted key as PEM, `ENCRYPTED PRIVATE KEY`.
  public let pem: [UInt8]

  /// Takes a stored key up again, from PEM, DER or bare Base64; it isn't opened.
  ///
  /// - Parameter fileName: what to call the file in an obstacle.
  /// - Throws: `key.not-sealed` for a key in the clear or encrypted in another way, `key.unreadable`, `key.holds-…`.
  public init(_ bytes: [UInt8], fileName: String) throws(Obstacle) {
    defer { discardCryptoErrors() }
    let objects = bytes.withUnsafeBufferPointer(EncodedObject.all)
    guard let object = objects.first(where: \.isPrivateKey) else {
      throw FileOfAnotherKind(objects).obstacle(wanted: .privateKey, fileName: fileName)
    }
    guard object.isSealed, let pem = pemOfSealedKey(object.bytes) else { throw .keyNotSealed(fileName) }
    self.pem = pem
  }

  private init(pem: [UInt8]) {
    self.pem = pem
  }

  /// Encrypts a key: PBKDF2 with HMAC-SHA-256 and 100,000 iterations, AES-256-CBC.
  ///
  /// - Throws: `key.sealing-failed`.
  init(sealing key: CryptoObject, _ passphrase: Passphrase) throws(Obstacle) {
    defer { discardCryptoErrors() }
    guard let encrypted = encrypt(key, passphrase),
      let pem = Certificates.pem({ PEM_write_bio_PKCS8($0, encrypted.pointer) })
    else { throw .keySealingFailed() }
    self.pem = pem
  }

  /// Makes the stored key of a certificate from the user's key file, of any form that `SigningKey.open` takes.
  ///
  /// A key that is encrypted PKCS#8 with PBES2 and PBKDF2 already keeps its encryption, byte for byte; any other is
  /// encrypted anew, with the passphrase it had. The certificate may be of any type, and expired or not valid yet.
  /// The file's bytes are overwritten as soon as the key is opened.
  ///
  /// - Parameters:
  ///   - path: of at most a megabyte; `-` is standard input.
  ///   - passphrase: asked only where the key is encrypted.
  ///   - newPassphrase: asked only where it isn't.
  /// - Throws: as `SigningKey.open(file:passphrase:)`; `key.other-certificate`, `passphrase.needed-to-seal`,
  ///   `key.sealing-failed`; and what `newPassphrase` throws.
  public static func sealing(
    file path: String, for certificate: KSeFCertificate, passphrase: () throws(Obstacle) -> Passphrase?,
    newPassphrase: () throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> StoredKey {
    let objects = try readSecretFile(path).withBytes(EncodedObject.all)
    var given: Passphrase?
    let key = try SigningKey.open(objects, fileName: path) { () throws(Obstacle) -> Passphrase? in
      given = try passphrase()
      return given
    }
    guard certificate.belongs(to: key.key) else { throw .keyOfOtherCertificate().inFile(path) }
    if let given, !given.isEmpty, let object = objects.first(where: \.isPrivateKey), object.isSealed,
      let pem = pemOfSealedKey(object.bytes)
    {
      return StoredKey(pem: pem)
    }
    return try StoredKey(sealing: key.key, sealingPassphrase(given, newPassphrase, fileName: path))
  }

  /// The same from a PKCS#12 file, which holds the certificate too; its key is always encrypted anew.
  ///
  /// - Parameters:
  ///   - path: of at most a megabyte; `-` is standard input.
  ///   - passphrase: asked only where the file doesn't open without.
  ///   - newPassphrase: asked only where it does.
  /// - Throws: `pkcs12.…`, `key.derivation-too-costly`, `passphrase.missing`, `passphrase.wrong`, `file.unreadable`,
  ///   `file.too-large`, `certificate.unreadable`, `key.other-certificate`, `passphrase.needed-to-seal`,
  ///   `key.sealing-failed`; and what the passphrases' sources throw.
  public static func sealing(
    pkcs12 path: String, passphrase: () throws(Obstacle) -> Passphrase?,
    newPassphrase: () throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> (certificate: KSeFCertificate, key: StoredKey) {
    let container = try PKCS12Container(readSecretFile(path).withBytes(EncodedObject.all), fileName: path)
    var given: Passphrase?
    let (key, x509) = try container.open { () throws(Obstacle) -> Passphrase? in
      given = try passphrase()
      return given
    }
    guard let certificate = KSeFCertificate(x509) else { throw unreadable(.certificate, fileName: path) }
    guard certificate.belongs(to: key) else { throw .keyOfOtherCertificate().inFile(path) }
    let stored = try StoredKey(sealing: key, sealingPassphrase(given, newPassphrase, fileName: path))
    return (certificate, stored)
  }

  /// The passphrase that a file was opened with, or a new one where there was none; never an empty one.
  private static func sealingPassphrase(
    _ given: Passphrase?, _ newPassphrase: () throws(Obstacle) -> Passphrase?, fileName: String
  ) throws(Obstacle) -> Passphrase {
    if let given, !given.isEmpty { return given }
    guard let new = try newPassphrase(), !new.isEmpty else { throw .passphraseNeededToSeal().inFile(fileName) }
    return new
  }

  /// Opens the key.
  ///
  /// - Parameter fileName: what to call the stored key in an obstacle.
  /// - Throws: as `SigningKey.open(_:fileName:passphrase:)`.
  public func open(
    fileName: String, passphrase: () throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> SigningKey {
    try SigningKey.open(pem, fileName: fileName, passphrase: passphrase)
  }
}
