import COpenSSL

/// Which signatures of authorities are still relied on.
///
/// Source: NIST SP 800-131A, revision 2: no MD5, no SHA-1, 112 bits of security at least (RSA from 2048 bits).
enum SignatureStrength {
  private static let digests: Set<Int32> = [
    NID_sha224, NID_sha256, NID_sha384, NID_sha512, NID_sha512_224, NID_sha512_256, NID_sha3_224, NID_sha3_256,
    NID_sha3_384, NID_sha3_512,
  ]

  /// - Parameter identifier: libcrypto's number of a signature's algorithm.
  static func isEnough(signature identifier: Int32) -> Bool {
    if identifier == NID_ED25519 || identifier == NID_ED448 { return true }
    var digest: Int32 = 0
    guard OBJ_find_sigid_algs(identifier, &digest, nil) == 1 else { return false }
    return digests.contains(digest)
  }

  /// The signature on a certificate; of RSASSA-PSS the parameters tell the digest.
  static func isEnough(on certificate: CryptoObject) -> Bool {
    var (digest, kind): (Int32, Int32) = (NID_undef, NID_undef)
    guard X509_get_signature_info(certificate.pointer, &digest, &kind, nil, nil) == 1 else { return false }
    return digests.contains(digest) || kind == NID_ED25519 || kind == NID_ED448
  }

  /// - Parameter key: an `EVP_PKEY`.
  static func isEnough(key: CryptoObject) -> Bool { EVP_PKEY_get_security_bits(key.pointer) >= 112 }
}
