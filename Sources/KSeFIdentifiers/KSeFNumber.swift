/// The number that KSeF gives an accepted invoice (numer KSeF).
///
/// Source: verification-codes, "KSeF number".
public struct KSeFNumber: Sendable, Hashable, CustomStringConvertible {
  /// Which system gave the number.
  public enum Generation: Sendable, Hashable {
    /// KSeF 1.0: the technical part may hold a dash (36 characters), and its check digits follow another rule.
    case first
    /// KSeF 2.0: 35 characters, CRC-8.
    case second
  }

  /// Why a text is no KSeF number.
  public enum Refusal: Error, Sendable, Hashable {
    /// Not `NIP-YYYYMMDD-` and twelve hexadecimal digits (or six, a dash, six) `-` and two.
    case form
    /// The NIP can't be one.
    case sellerNIP
    /// The calendar has no such day.
    case date
    /// CRC-8 asks for other last digits; they are given.
    case checksum(expected: String)
    /// An identifier of a collective payment, not of an invoice.
    case collectivePayment
  }

  /// The number as written, 35 or 36 characters.
  public let text: String
  /// The seller whose invoice was accepted.
  public let seller: NIP
  /// The day on which KSeF accepted the invoice.
  public let acceptedOn: CalendarDate
  /// Which system gave it.
  public let generation: Generation

  /// The first day of the numbers whose CRC-8 is held against them: the oldest numbers known of KSeF 2.0 are of
  /// June 2025; before it a number of 35 characters whose CRC-8 doesn't fit is taken for one of KSeF 1.0.
  private static let secondGenerationSince = 2025_06_01

  /// Reads a number strictly: upper case, dashes in place, nothing around it.
  public init(_ text: String) throws(Refusal) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 || parts.count == 5, text.utf8.count == 31 + parts.count else {
      throw .form
    }
    guard let seller = NIP(parts[0]) else { throw .form }
    guard !(parts[1].hasPrefix("IZ") && parts.count == 4) else { throw .collectivePayment }
    let technical = parts.dropFirst(2).dropLast()
    let lengths = parts.count == 4 ? [12] : [6, 6]
    guard technical.map(\.utf8.count) == lengths, technical.allSatisfy(isHexadecimal),
      parts[parts.count - 1].utf8.count == 2, isHexadecimal(parts[parts.count - 1]),
      parts[1].utf8.count == 8, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw .form }
    guard seller.obeysPattern else { throw .sellerNIP }
    guard let date = CalendarDate(compact: parts[1]) else { throw .date }

    self.text = text
    self.seller = seller
    acceptedOn = date
    let expected = KSeFNumber.checkDigits(of: text.utf8.prefix(32))
    if parts.count == 4, expected == parts[3] {
      // The test environment numbers invoices of sellers whose NIP fails its checksum; here CRC-8 guards the digits.
      generation = .second
    } else if !seller.isValid {
      throw .sellerNIP
    } else if parts.count == 5 {
      generation = .first
    } else if date.year * 10000 + date.month * 100 + date.day < KSeFNumber.secondGenerationSince {
      generation = .first
    } else {
      throw .checksum(expected: expected)
    }
  }

  /// The number as written.
  public var description: String { text }

  /// CRC-8 (polynomial 0x07, initial value 0x00, not reflected) as two upper-case hexadecimal digits.
  static func checkDigits(of bytes: some Sequence<UInt8>) -> String {
    var register: UInt8 = 0
    for byte in bytes {
      register ^= byte
      for _ in 0..<8 { register = register & 0x80 == 0 ? register << 1 : register << 1 ^ 0x07 }
    }
    let digits = String(register, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}

private func isHexadecimal(_ text: String) -> Bool {
  text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
}
