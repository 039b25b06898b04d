/// A bank account in Poland (NRB): 26 digits of which the first two check the others.
package struct PolishAccount: Sendable, Hashable {
  /// The 26 digits.
  package let digits: String

  /// - Parameter text: the digits, with or without `PL` before them, spaces and dashes among them; nil for anything
  ///   else, and where the check digits are wrong.
  package init?(_ text: String) {
    let compact = text.utf8.filter { $0 != 0x20 && $0 != 0x2D }
    let digits = compact.dropFirst(compact.starts(with: "PL".utf8) ? 2 : 0)
    guard digits.count == 26, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      PolishAccount.remainder(of: digits.dropFirst(2) + Array("2521".utf8) + digits.prefix(2)) == 1
    else { return nil }
    self.digits = String(decoding: digits, as: UTF8.self)
  }

  /// Modulo 97, digit by digit; `PL` stands as 2521 behind the number.
  ///
  /// Source: ISO 13616-1, check digits by ISO/IEC 7064, MOD 97-10.
  private static func remainder(of digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { ($0 * 10 + Int($1 - 0x30)) % 97 }
  }
}
