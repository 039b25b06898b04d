import COpenSSL
import Certificates
import Findings

/// An encrypted PKCS#8 key (RFC 5958, EncryptedPrivateKeyInfo), as the Ministry's application writes it.
struct EncryptedKey {
  private let bytes: WipedBytes
  private let fileName: String

  init(_ bytes: WipedBytes, fileName: String) {
    self.bytes = bytes
    self.fileName = fileName
  }

  func open(_ passphrase: () throws(Obstacle) -> Passphrase?) throws(Obstacle) -> CryptoObject {
    guard !KeyDerivationCost.isUnreasonable(bytes) else { throw .keyDerivationTooCostly(fileName) }
    let box = bytes.withBytes { der in
      var position = der.baseAddress
      return CryptoObject(d2i_X509_SIG(nil, &position, der.count), release: X509_SIG_free)
    }
    guard let box else { throw unreadable(.privateKey, fileName: fileName) }
    guard let passphrase = try passphrase() else { throw .passphraseMissing(fileName) }

    if let information = decrypt(box, passphrase, context: nil) {
      return try key(from: information)
    }
    guard LegacyAlgorithms.areWantedByLastFailure() else { throw .passphraseWrong(fileName) }
    guard let legacy = LegacyAlgorithms() else { throw .keyEncryptionUnsupported(fileName) }
    return try withExtendedLifetime(legacy) { () throws(Obstacle) -> CryptoObject in
      guard let information = decrypt(box, passphrase, context: legacy.context) else {
        throw LegacyAlgorithms.areWantedByLastFailure()
          ? .keyEncryptionUnsupported(fileName) : .passphraseWrong(fileName)
      }
      return try key(from: information)
    }
  }

  private func decrypt(_ box: CryptoObject, _ passphrase: Passphrase, context: OpaquePointer?) -> CryptoObject? {
    passphrase.withCharacters { characters, count in
      CryptoObject(
        PKCS8_decrypt_ex(box.pointer, characters, count, context, nil), release: PKCS8_PRIV_KEY_INFO_free)
    }
  }

  private func key(from information: CryptoObject) throws(Obstacle) -> CryptoObject {
    guard let key = CryptoObject(EVP_PKCS82PKEY(information.pointer), release: EVP_PKEY_free) else {
      throw unreadable(.privateKey, fileName: fileName)
    }
    return key
  }
}

/// A key in the old encrypted PEM, with its cipher named in the headers (RFC 1421; OpenSSL's "traditional" format).
struct OldEncryptedKey {
  private let headers: String
  private let bytes: WipedBytes
  private let fileName: String

  init(headers: String, _ bytes: WipedBytes, fileName: String) {
    self.headers = headers
    self.bytes = bytes
    self.fileName = fileName
  }

  func open(_ passphrase: () throws(Obstacle) -> Passphrase?) throws(Obstacle) -> CryptoObject {
    var cipher = EVP_CIPHER_INFO()
    var headerText = Array(headers.utf8CString)
    guard PEM_get_EVP_CIPHER_INFO(&headerText, &cipher) == 1, cipher.cipher != nil else {
      throw .keyEncryptionUnsupported(fileName)
    }
    guard let passphrase = try passphrase() else { throw .passphraseMissing(fileName) }

    let plain = bytes.withBytes { WipedBytes(copying: $0) }
    var isDecrypted = false
    plain.update { buffer in
      var length = plain.count
      // The passphrase is handed over, never asked for by libcrypto itself.
      isDecrypted =
        PEM_do_header(
          &cipher, buffer.baseAddress, &length, handOverPassphrase, Unmanaged.passUnretained(passphrase).toOpaque())
        == 1
      return isDecrypted ? length : 0
    }
    if isDecrypted {
      // One wrong passphrase in 256 leaves an ending that looks right; what stands before it is no key then.
      guard let key = decodePrivateKey(plain) else { throw .passphraseWrong(fileName) }
      return key
    }
    throw LegacyAlgorithms.areWantedByLastFailure()
      ? .keyEncryptionUnsupported(fileName) : .passphraseWrong(fileName)
  }
}

/// libcrypto's way of getting at a passphrase: copies it into the buffer, returns its length or -1.
private func handOverPassphrase(
  buffer: UnsafeMutablePointer<CChar>?, size: Int32, isForWriting: Int32, passphrase: UnsafeMutableRawPointer?
) -> Int32 {
  guard let buffer, let passphrase else { return -1 }
  return Unmanaged<Passphrase>.fromOpaque(passphrase).takeUnretainedValue().withCharacters { characters, count in
    guard count <= size else { return -1 }
    buffer.update(from: characters, count: Int(count))
    return count
  }
}
