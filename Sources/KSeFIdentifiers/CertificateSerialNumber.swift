/// The serial number of a KSeF certificate: sixteen upper-case hexadecimal digits, the leading zero kept.
///
/// Source: verification-codes, "KOD II, the issuer's certificate link".
public struct CertificateSerialNumber: Sendable, Hashable, CustomStringConvertible {
  /// Sixteen of `0-9A-F`.
  public let text: String

  /// Nil unless the text is `^[0-9A-F]{16}$`.
  public init?(_ text: String) {
    guard text.utf8.count == 16,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x46).contains($0) })
    else { return nil }
    self.text = text
  }

  /// From the big-endian octets of the certificate's serial number; nil where they need more than eight.
  public init?(octets: [UInt8]) {
    let significant = octets.drop { $0 == 0 }
    guard significant.count <= 8 else { return nil }
    let padded = [UInt8](repeating: 0, count: 8 - significant.count) + significant
    let digits = Array("0123456789ABCDEF".utf8)
    text = String(decoding: padded.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The sixteen digits.
  public var description: String { text }
}
