import COpenSSL

/// The questions put to libcrypto: each asks whether one exact form of signature matches.
extension SignaturePublicKey {
  /// The bytes of an RSA modulus, which every signature of the key has.
  var rsaModulusLength: Int { Int(EVP_PKEY_get_size(key.pointer)) }

  /// RSASSA-PSS with SHA-256 and MGF1 with SHA-256.
  ///
  /// - Parameter saltLength: bytes, exactly.
  func rsaPSSMatches(_ signature: [UInt8], _ message: [UInt8], saltLength: Int32) -> Bool {
    digestMatches(signature, message) { context in
      EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, saltLength) == 1
        && EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1
    }
  }

  /// The length of the salt of a PSS signature that matches with some salt.
  ///
  /// Not looked for in keys over 4096 bits, where trying every length would take too long.
  func rsaPSSSaltLength(_ signature: [UInt8], _ message: [UInt8]) -> Int? {
    guard rsaModulusLength <= 512 else { return nil }
    guard rsaPSSMatches(signature, message, saltLength: RSA_PSS_SALTLEN_AUTO) else { return nil }
    let longest = rsaModulusLength - 32 - 2
    return (0...longest).first { rsaPSSMatches(signature, message, saltLength: Int32($0)) }
  }

  /// RSASSA-PKCS1-v1_5 with SHA-256.
  func rsaPKCS1Matches(_ signature: [UInt8], _ message: [UInt8]) -> Bool {
    digestMatches(signature, message) { EVP_PKEY_CTX_set_rsa_padding($0, RSA_PKCS1_PADDING) == 1 }
  }

  /// Verifies over the message's SHA-256; ECDSA signatures as DER.
  func digestMatches(
    _ signature: [UInt8], _ message: [UInt8], configure: (OpaquePointer?) -> Bool = { _ in true }
  ) -> Bool {
    guard let context = CryptoObject(EVP_MD_CTX_new(), release: EVP_MD_CTX_free) else { return false }
    // Borrowed: it belongs to the digest context.
    var keyContext: OpaquePointer?
    guard EVP_DigestVerifyInit(context.pointer, &keyContext, EVP_sha256(), nil, key.pointer) == 1,
      configure(keyContext)
    else { return false }
    return EVP_DigestVerify(context.pointer, signature, signature.count, message, message.count) == 1
  }
}

/// The two spellings of an ECDSA signature on P-256.
package enum ECDSASignature {
  /// R and S, 32 bytes each.
  package static let p1363Length = 64

  /// From IEEE P1363 to ASN.1 DER; nil unless there are 64 bytes.
  static func der(fromP1363 signature: [UInt8]) -> [UInt8]? {
    guard signature.count == p1363Length,
      let pair = CryptoObject(ECDSA_SIG_new(), release: ECDSA_SIG_free)
    else { return nil }
    let r = BN_bin2bn(Array(signature[..<32]), 32, nil)
    let s = BN_bin2bn(Array(signature[32...]), 32, nil)
    guard r != nil, s != nil, ECDSA_SIG_set0(pair.pointer, r, s) == 1 else {
      BN_free(r)
      BN_free(s)
      return nil
    }
    return encode(pair)
  }

  /// From ASN.1 DER to IEEE P1363; nil for anything but strict DER of two numbers of at most 32 bytes.
  package static func p1363(fromDER signature: [UInt8]) -> [UInt8]? {
    guard let pair = decode(signature) else { return nil }
    var bytes = [UInt8](repeating: 0, count: p1363Length)
    let written = bytes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return BN_bn2binpad(ECDSA_SIG_get0_r(pair.pointer), start, 32) == 32
        && BN_bn2binpad(ECDSA_SIG_get0_s(pair.pointer), start + 32, 32) == 32
    }
    return written ? bytes : nil
  }

  /// Whether the bytes are the one DER encoding of two numbers, with nothing after it.
  static func isStrictDER(_ signature: [UInt8]) -> Bool {
    guard let pair = decode(signature) else { return false }
    return encode(pair) == signature
  }

  private static func decode(_ signature: [UInt8]) -> CryptoObject? {
    signature.withUnsafeBufferPointer { bytes in
      var position = bytes.baseAddress
      return CryptoObject(d2i_ECDSA_SIG(nil, &position, bytes.count), release: ECDSA_SIG_free)
    }
  }

  private static func encode(_ pair: CryptoObject) -> [UInt8]? {
    let length = i2d_ECDSA_SIG(pair.pointer, nil)
    guard length > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(length))
    let written = bytes.withUnsafeMutableBufferPointer { buffer in
      var position = buffer.baseAddress
      return i2d_ECDSA_SIG(pair.pointer, &position)
    }
    return written == length ? bytes : nil
  }
}
