import COpenSSL

/// What one of libcrypto's writers of PEM writes; nil where it fails.
package func pem(_ write: (OpaquePointer) -> Int32) -> [UInt8]? {
  guard let output = CryptoObject(BIO_new(BIO_s_mem()), release: BIO_free_all), write(output.pointer) > 0 else {
    return nil
  }
  var bytes = [UInt8](repeating: 0, count: Int(BIO_ctrl_pending(output.pointer)))
  let count = BIO_read(output.pointer, &bytes, Int32(clamping: bytes.count))
  return Int(count) == bytes.count ? bytes : nil
}

extension KSeFCertificate {
  /// The certificate as PEM, as it can be stored and read again; its DER bytes are those that were read.
  public var pem: [UInt8] {
    defer { discardCryptoErrors() }
    guard let bytes = Certificates.pem({ PEM_write_bio_X509($0, certificate.pointer) }) else {
      preconditionFailure("a certificate that was read can be written")
    }
    return bytes
  }
}
