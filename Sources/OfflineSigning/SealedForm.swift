import COpenSSL
import Certificates

extension EncodedObject {
  /// Whether it is a private key of any form, in the clear or encrypted.
  var isPrivateKey: Bool {
    switch kind {
    case .privateKey, .encryptedPrivateKey, .privateKeyEncryptedByHeaders: true
    case .certificate, .certificateRequest, .publicKey, .pkcs12, .revocationList, .bundle, .unknown: false
    }
  }

  /// Whether it is encrypted PKCS#8 by PBES2 with PBKDF2, the form in which keys are stored.
  ///
  /// Source: RFC 8018, appendix A.4.
  var isSealed: Bool {
    guard kind == .encryptedPrivateKey else { return false }
    defer { discardCryptoErrors() }
    let box = bytes.withBytes { der in
      var position = der.baseAddress
      return CryptoObject(d2i_X509_SIG(nil, &position, der.count), release: X509_SIG_free)
    }
    guard let box else { return false }
    var scheme: UnsafePointer<X509_ALGOR>?
    X509_SIG_get0(box.pointer, &scheme, nil)
    guard let parameters = scheme?.sequence(of: NID_pbes2) else { return false }
    var position = ASN1_STRING_get0_data(parameters)
    guard let steps = d2i_PBE2PARAM(nil, &position, Int(ASN1_STRING_length(parameters))) else { return false }
    defer { PBE2PARAM_free(steps) }
    return UnsafePointer(steps.pointee.keyfunc)?.sequence(of: NID_id_pbkdf2) != nil
  }
}

extension UnsafePointer<X509_ALGOR> {
  /// The parameters of an algorithm that are a sequence; nil where it is another algorithm.
  fileprivate func sequence(of algorithm: Int32) -> UnsafePointer<ASN1_STRING>? {
    var identifier: OpaquePointer?
    var kind: Int32 = 0
    var value: UnsafeRawPointer?
    X509_ALGOR_get0(&identifier, &kind, &value, self)
    guard OBJ_obj2nid(identifier) == algorithm, kind == V_ASN1_SEQUENCE else { return nil }
    return value?.assumingMemoryBound(to: ASN1_STRING.self)
  }
}

/// Encrypted PKCS#8 as PEM, its DER untouched; nil where libcrypto fails.
func pemOfSealedKey(_ der: WipedBytes) -> [UInt8]? {
  der.withBytes { bytes in
    pem { PEM_write_bio($0, PEM_STRING_PKCS8, "", bytes.baseAddress, bytes.count) }
  }
}
