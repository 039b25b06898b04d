import COpenSSL
import Certificates

/// A certificate in the making; the first thing that fails spoils it, and `signed` then gives nil.
final class CertificateDraft {
  private let draft: CryptoObject
  private var isSound: Bool

  /// A version 3 certificate for a public key.
  init?(publicKey: CryptoObject) {
    guard let draft = CryptoObject(X509_new(), release: X509_free) else { return nil }
    self.draft = draft
    isSound = X509_set_version(draft.pointer, 2) == 1 && X509_set_pubkey(draft.pointer, publicKey.pointer) == 1
  }

  /// - Parameter octets: big-endian.
  func setSerial(_ octets: [UInt8]) {
    let number = BN_bin2bn(octets, Int32(octets.count), nil)
    defer { BN_free(number) }
    require(number != nil && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(draft.pointer)) != nil)
  }

  /// Both in seconds since 1970-01-01 00:00 UTC.
  func setValidity(_ notBefore: Int64, _ notAfter: Int64) {
    require(ASN1_TIME_set(X509_getm_notBefore(draft.pointer), time_t(notBefore)) != nil)
    require(ASN1_TIME_set(X509_getm_notAfter(draft.pointer), time_t(notAfter)) != nil)
  }

  func addToSubject(_ attributes: (identifier: Int32, text: String)...) {
    let subject = X509_get_subject_name(draft.pointer)
    for (identifier, text) in attributes {
      let bytes = Array(text.utf8)
      require(
        X509_NAME_add_entry_by_NID(subject, identifier, MBSTRING_UTF8, bytes, Int32(bytes.count), -1, 0) == 1)
    }
  }

  /// Adds extensions in the words of OpenSSL's configuration files.
  ///
  /// - Parameter issuer: nil where the certificate issues itself.
  func extend(issuer: CryptoObject?, _ extensions: (identifier: Int32, value: String)...) {
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, issuer?.pointer ?? draft.pointer, draft.pointer, nil, nil, 0)
    for (identifier, value) in extensions {
      let made = CryptoObject(
        X509V3_EXT_nconf_nid(nil, &context, identifier, value), release: X509_EXTENSION_free)
      require(made != nil && X509_add_ext(draft.pointer, made?.pointer, -1) == 1)
    }
  }

  /// The finished certificate, signed with ECDSA or RSA and SHA-256.
  ///
  /// - Parameter issuer: nil where the certificate issues itself.
  func signed(issuer: CryptoObject?, _ key: CryptoObject) -> CryptoObject? {
    require(X509_set_issuer_name(draft.pointer, X509_get_subject_name(issuer?.pointer ?? draft.pointer)) == 1)
    return isSound && X509_sign(draft.pointer, key.pointer, EVP_sha256()) > 0 ? draft : nil
  }

  private func require(_ succeeded: Bool) {
    isSound = isSound && succeeded
  }
}
