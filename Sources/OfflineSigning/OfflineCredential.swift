import COpenSSL
public import Certificates
public import Findings
public import KSeFIdentifiers
public import KSeFLinks

/// An Offline certificate with its private key, found fit to sign KOD II links of one environment.
///
/// Immutable; may be used from several threads at once.
///
/// Source: verification-codes, "KOD II, the issuer's certificate link".
public struct OfflineCredential: Sendable {
  /// The certificate, of type Offline.
  public let certificate: KSeFCertificate
  /// The certificate's serial number, as the claims to be signed must name it.
  public let serialNumber: CertificateSerialNumber
  /// The environment whose links it signs.
  public let environment: KSeFEnvironment
  private let key: SigningKey

  /// Joins a certificate and its key.
  ///
  /// - Parameter now: the moment of signing, in seconds since 1970-01-01 00:00 UTC.
  /// - Throws: `certificate.for-authentication`, `certificate.not-offline`, `certificate.serial-too-long`,
  ///   `certificate.key-not-supported`, `certificate.demonstration`, `certificate.other-environment`,
  ///   `certificate.not-yet-valid`, `certificate.expired`, `key.other-certificate`.
  public init(
    certificate: KSeFCertificate, key: SigningKey, environment: KSeFEnvironment, now: Int64
  ) throws(Obstacle) {
    serialNumber = try certificate.fitSerialNumber(for: environment, now: now)
    guard certificate.belongs(to: key.key) else { throw .keyOfOtherCertificate() }
    self.certificate = certificate
    self.key = key
    self.environment = environment
  }

  /// Opens a certificate's file and its key's file, of at most a megabyte each; `-` is standard input.
  ///
  /// The certificate is judged first, so that nobody types a passphrase for one that can't sign. The bytes of the files
  /// are overwritten as soon as they are read.
  ///
  /// - Parameter passphrase: asked only where the key is encrypted.
  /// - Throws: as `KSeFCertificate.init(_:fileName:)`, `SigningKey.open(file:passphrase:)` and
  ///   `init(certificate:key:environment:now:)`, each with the file's name.
  public static func open(
    certificateFile: String, keyFile: String, passphrase: () throws(Obstacle) -> Passphrase?,
    environment: KSeFEnvironment, now: Int64
  ) throws(Obstacle) -> OfflineCredential {
    let objects = try readSecretFile(certificateFile).withBytes(EncodedObject.all)
    return try open(
      KSeFCertificate(of: objects, fileName: certificateFile), named: certificateFile, keyNamed: keyFile,
      environment: environment, now: now
    ) { () throws(Obstacle) in try SigningKey.open(file: keyFile, passphrase: passphrase) }
  }

  /// Judges the certificate before its key is opened; what is wrong with either is said of its own file.
  private static func open(
    _ certificate: KSeFCertificate, named certificateName: String, keyNamed keyName: String,
    environment: KSeFEnvironment, now: Int64, key: () throws(Obstacle) -> SigningKey
  ) throws(Obstacle) -> OfflineCredential {
    do throws(Obstacle) {
      _ = try certificate.fitSerialNumber(for: environment, now: now)
    } catch {
      throw error.inFile(certificateName)
    }
    let opened = try key()
    do throws(Obstacle) {
      return try OfflineCredential(certificate: certificate, key: opened, environment: environment, now: now)
    } catch {
      throw error.inFile(keyName)
    }
  }

  /// Opens a certificate and its key as they were stored.
  ///
  /// - Parameters:
  ///   - certificate: as PEM or DER.
  ///   - name: what to call the two in an obstacle.
  ///   - passphrase: asked once the certificate is found fit.
  /// - Throws: as `KSeFCertificate.init(_:fileName:)`, `StoredKey.open(fileName:passphrase:)` and
  ///   `init(certificate:key:environment:now:)`, each with the name.
  public static func open(
    certificate: [UInt8], key: StoredKey, name: String, passphrase: () throws(Obstacle) -> Passphrase?,
    environment: KSeFEnvironment, now: Int64
  ) throws(Obstacle) -> OfflineCredential {
    try open(
      KSeFCertificate(certificate, fileName: name), named: name, keyNamed: name, environment: environment, now: now
    ) { () throws(Obstacle) in try key.open(fileName: name, passphrase: passphrase) }
  }

  /// Opens a PKCS#12 file: AES-256 as of today, or 3DES and RC2-40 as of old.
  ///
  /// - Parameters:
  ///   - bytes: stay the caller's to overwrite; `pkcs12(file:…)` keeps no such copy.
  ///   - passphrase: asked only where the file doesn't open without.
  /// - Throws: `pkcs12.unreadable`, `pkcs12.no-mac`, `pkcs12.no-key`, `pkcs12.no-certificate`,
  ///   `pkcs12.legacy-unavailable`, `pkcs12.holds-…`, `key.derivation-too-costly`, `passphrase.missing`, `passphrase.wrong`, and all that `init` and
  ///   `passphrase` throw.
  public static func pkcs12(
    _ bytes: [UInt8], fileName: String, passphrase: () throws(Obstacle) -> Passphrase?, environment: KSeFEnvironment,
    now: Int64
  ) throws(Obstacle) -> OfflineCredential {
    try OfflineCredential(
      container: PKCS12Container(bytes.withUnsafeBufferPointer(EncodedObject.all), fileName: fileName),
      fileName: fileName, passphrase: passphrase, environment: environment, now: now)
  }

  /// The same from a file of at most a megabyte, whose bytes are overwritten as soon as it is opened.
  ///
  /// - Throws: as `pkcs12(_:fileName:passphrase:environment:now:)`; `file.unreadable`, `file.too-large`.
  public static func pkcs12(
    file path: String, passphrase: () throws(Obstacle) -> Passphrase?, environment: KSeFEnvironment, now: Int64
  ) throws(Obstacle) -> OfflineCredential {
    try OfflineCredential(
      container: PKCS12Container(readSecretFile(path).withBytes(EncodedObject.all), fileName: path),
      fileName: path, passphrase: passphrase, environment: environment, now: now)
  }

  private init(
    container: PKCS12Container, fileName: String, passphrase: () throws(Obstacle) -> Passphrase?,
    environment: KSeFEnvironment, now: Int64
  ) throws(Obstacle) {
    let (key, x509) = try container.open(passphrase)
    guard let certificate = KSeFCertificate(x509) else { throw unreadable(.certificate, fileName: fileName) }
    do throws(Obstacle) {
      try self.init(certificate: certificate, key: SigningKey(key), environment: environment, now: now)
    } catch {
      throw error.inFile(fileName)
    }
  }

  /// Refuses a certificate whose validity doesn't hold the moment; for those who keep a credential for long.
  ///
  /// - Parameter now: seconds since 1970-01-01 00:00 UTC.
  /// - Throws: `certificate.not-yet-valid`, `certificate.expired`.
  public func checkValidity(now: Int64) throws(Obstacle) {
    try certificate.checkValidity(now: now)
  }

  /// Signs a claim: RSASSA-PSS with a salt of 32 bytes, or ECDSA as 64 bytes of IEEE P1363, after the key's kind.
  ///
  /// Two signatures of the same claim differ. Each is checked with the certificate before it is handed out.
  ///
  /// - Throws: `signing.other-certificate`, `signing.other-environment`, `signing.failed`.
  public func sign(_ claim: CertificateClaim) throws(Obstacle) -> CertificateLink {
    guard claim.certificate == serialNumber else { throw .signingOtherCertificate(claim.certificate) }
    guard claim.environment == environment else { throw .signingOtherEnvironment(claim.environment) }
    defer { discardCryptoErrors() }
    guard let signature = key.signature(over: Array(claim.signedText.utf8)) else { throw .signingFailed() }
    switch certificate.publicKey.check(signature: signature, over: claim.signedText) {
    case .valid(.rsaPSS), .valid(.ecdsaP1363): return claim.signed(with: signature)
    case .valid(.ecdsaDER), .invalid: throw .signingFailed()
    }
  }
}

extension SigningKey {
  /// The signature in the form to issue; nil where libcrypto couldn't make it.
  fileprivate func signature(over message: [UInt8]) -> [UInt8]? {
    guard let context = CryptoObject(EVP_MD_CTX_new(), release: EVP_MD_CTX_free) else { return nil }
    // Borrowed: it belongs to the digest context.
    var keyContext: OpaquePointer?
    guard EVP_DigestSignInit(context.pointer, &keyContext, EVP_sha256(), nil, key.pointer) == 1 else { return nil }
    if case .rsa = kind {
      guard EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1,
        EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, 32) == 1,
        EVP_PKEY_CTX_set_rsa_mgf1_md(keyContext, EVP_sha256()) == 1
      else { return nil }
    }
    var length = Int(EVP_PKEY_get_size(key.pointer))
    var signature = [UInt8](repeating: 0, count: length)
    guard EVP_DigestSign(context.pointer, &signature, &length, message, message.count) == 1 else { return nil }
    signature.removeLast(signature.count - length)
    return kind == .p256 ? ECDSASignature.p1363(fromDER: signature) : signature
  }
}
