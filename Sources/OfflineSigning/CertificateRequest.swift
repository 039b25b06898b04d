import COpenSSL
import Certificates
public import Findings

/// A request for a KSeF certificate (PKCS#10) with the new key that it is for.
///
/// Source: ksef-api, "Certificates"; RFC 2986.
public struct CertificateRequest: Sendable {
  /// The keys that KSeF certifies.
  public enum Key: String, Sendable, Hashable, CaseIterable {
    /// EC P-256, which KSeF prefers.
    case p256
    /// RSA with 2048 bits.
    case rsa2048
  }

  /// The request as DER.
  public let der: [UInt8]
  /// The request as PEM, `CERTIFICATE REQUEST`.
  public let pem: [UInt8]
  /// The new key, encrypted.
  public let key: StoredKey

  /// The request as KSeF's `csr` wants it: the Base64 of its DER, in one line.
  public var base64: String {
    var text = [UInt8](repeating: 0, count: (der.count + 2) / 3 * 4 + 1)
    let length = EVP_EncodeBlock(&text, der, Int32(clamping: der.count))
    return String(decoding: text.prefix(Int(length)), as: UTF8.self)
  }

  /// Makes a key and asks for a certificate of it, signed with ECDSA or RSA (PKCS#1 v1.5) and SHA-256.
  ///
  /// The subject has the holder's attributes in their order, each as a UTF8String, the country as a PrintableString.
  /// The key leaves memory only encrypted. Two requests of the same holder differ.
  ///
  /// - Parameter passphrase: encrypts the key; not empty.
  /// - Throws: `passphrase.needed-to-seal`, `request.failed`, `key.sealing-failed`.
  public static func make(
    for holder: RequestedHolder, key: Key = .p256, passphrase: Passphrase
  ) throws(Obstacle) -> CertificateRequest {
    defer { discardCryptoErrors() }
    guard !passphrase.isEmpty else { throw .passphraseNeededToSeal() }
    guard let newKey = generateKey(key == .p256 ? .p256 : .rsa(bits: 2048)),
      let request = signedRequest(for: holder, newKey),
      let pem = Certificates.pem({ PEM_write_bio_X509_REQ($0, request.pointer) })
    else { throw .requestFailed() }
    return CertificateRequest(der: encoded(request), pem: pem, key: try StoredKey(sealing: newKey, passphrase))
  }

  private static func signedRequest(for holder: RequestedHolder, _ key: CryptoObject) -> CryptoObject? {
    guard let request = CryptoObject(X509_REQ_new(), release: X509_REQ_free),
      X509_REQ_set_version(request.pointer, 0) == 1, X509_REQ_set_pubkey(request.pointer, key.pointer) == 1
    else { return nil }
    let subject = X509_REQ_get_subject_name(request.pointer)
    for attribute in holder.attributes {
      // A type of its own, not MBSTRING_UTF8: libcrypto would choose types and lengths by X.520, not by KSeF.
      let bytes = Array(attribute.value.utf8)
      guard
        X509_NAME_add_entry_by_NID(
          subject, attribute.name.identifier, attribute.name.stringType, bytes, Int32(bytes.count), -1, 0) == 1
      else { return nil }
    }
    guard X509_REQ_sign(request.pointer, key.pointer, EVP_sha256()) > 0,
      X509_REQ_verify(request.pointer, key.pointer) == 1
    else { return nil }
    return request
  }

  private static func encoded(_ request: CryptoObject) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(max(i2d_X509_REQ(request.pointer, nil), 0)))
    bytes.withUnsafeMutableBufferPointer { buffer in
      var position = buffer.baseAddress
      let length = i2d_X509_REQ(request.pointer, &position)
      precondition(Int(length) == buffer.count, "a request is as long as it was said to be")
    }
    return bytes
  }
}
