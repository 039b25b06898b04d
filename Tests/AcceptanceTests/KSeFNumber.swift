import Testing

/// KSeF numbers for tests; none of them was ever given out.
enum KSeFNumber {
  /// A number that KSeF could have given the invoice on its day of issue.
  static func of(_ invoice: Invoice) throws -> String {
    let seller = try #require(try invoice.text(of: "NIP"))
    let day = try #require(try invoice.text(of: "P_1") ?? invoice.text(of: "P_4B")).replacing("-", with: "")
    return withChecksum("\(seller)-\(day)-0100001AF629")
  }

  /// Adds the CRC-8 (polynomial 7, beginning with 0) as two hexadecimal digits.
  static func withChecksum(_ number: String) -> String {
    var sum = 0
    for byte in number.utf8 {
      sum ^= Int(byte)
      for _ in 0..<8 { sum = sum & 0x80 == 0 ? sum << 1 : (sum << 1 ^ 0x107) }
    }
    let digits = String(sum, radix: 16, uppercase: true)
    return number + "-" + (digits.count == 1 ? "0" : "") + digits
  }
}
