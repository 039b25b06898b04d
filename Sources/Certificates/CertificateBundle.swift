import COpenSSL

extension EncodedObject {
  /// The certificates and the revocation lists that a PKCS#7 bundle carries; the bundle itself where it can't be opened
  /// or is empty.
  ///
  /// Signatures in it say nothing of the certificates, and aren't looked at.
  ///
  /// Source: RFC 2315, clause 9.1; RFC 5652, clause 5.1.
  var unbundled: [EncodedObject] {
    defer { discardCryptoErrors() }
    let opened = bytes.withBytes { der in
      var position = der.baseAddress
      return d2i_PKCS7(nil, &position, der.count)
    }
    guard let opened else { return [self] }
    defer { PKCS7_free(opened) }
    guard OBJ_obj2nid(opened.pointee.type) == NID_pkcs7_signed, let signed = opened.pointee.d.sign else {
      return [self]
    }
    let certificates = EncodedObject.encoded(signed.pointee.cert) { i2d_X509(OpaquePointer($0), $1) }
    let lists = EncodedObject.encoded(signed.pointee.crl) { i2d_X509_CRL(OpaquePointer($0), $1) }
    return certificates.isEmpty && lists.isEmpty ? [self] : certificates + lists
  }

  /// Each element of one of libcrypto's stacks as DER.
  ///
  /// - Parameter encode: writes an element, or only tells its length where there is nowhere to write.
  private static func encoded(
    _ stack: OpaquePointer?,
    by encode: (UnsafeMutableRawPointer, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32
  ) -> [EncodedObject] {
    (0..<max(0, min(OPENSSL_sk_num(stack), Int32(limit + 1)))).compactMap { index in
      guard let element = OPENSSL_sk_value(stack, index) else { return nil }
      let length = encode(element, nil)
      guard length > 0 else { return nil }
      let der = WipedBytes(capacity: Int(length))
      der.update { buffer in
        var position = buffer.baseAddress
        return Int(max(encode(element, &position), 0))
      }
      return EncodedObject(der: der)
    }
  }
}
