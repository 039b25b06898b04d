/// Texts as long as those on invoices; nothing behind them exists.
enum Payload {
  /// 104 characters: version 7 at level M, 45 modules per side.
  static let invoice = "https://qr-test.ksef.mf.gov.pl/invoice/9999999999/01-02-2026/" + letters(43)
  /// A P-256 signature: 216 characters, version 11, 61 modules.
  static let smallCertificate = certificate(letters(86))
  /// An RSA-2048 signature: 472 characters, version 17, 85 modules.
  static let largeCertificate = certificate(letters(342))

  static let all = [invoice, smallCertificate, largeCertificate]

  private static func certificate(_ signature: String) -> String {
    "https://qr-test.ksef.mf.gov.pl/certificate/Nip/9999999999/9999999999/01F20A5D352AE590/\(letters(43))/\(signature)"
  }

  /// Base64url-like filling.
  private static func letters(_ count: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var random = Pseudorandom(seed: UInt64(count))
    return String((0..<count).map { _ in alphabet[Int(random.next() >> 58)] })
  }
}
