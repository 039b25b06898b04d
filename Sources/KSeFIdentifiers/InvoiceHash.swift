import COpenSSL

/// The SHA-256 of an invoice file's exact bytes: one changed byte is another invoice.
///
/// Source: verification-codes, "KOD I, the invoice link"; FIPS 180-4.
public struct InvoiceHash: Sendable, Hashable, CustomStringConvertible {
  /// 32 bytes.
  public let digest: [UInt8]

  /// - Parameter digest: 32 bytes; nil for any other count.
  public init?(digest: [UInt8]) {
    guard digest.count == 32 else { return nil }
    self.digest = digest
  }

  /// Hashes the bytes of the file as it will be sent to KSeF.
  public init(ofExactBytes bytes: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: 32)
    copenssl_sha256(bytes, bytes.count, &digest)
    self.digest = digest
  }

  /// 43 characters of Base64URL, as both codes carry it.
  public var base64URL: String { Base64URL.encode(digest) }

  /// The 43 characters.
  public var description: String { base64URL }
}
