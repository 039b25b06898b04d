import Certificates

/// How much work a file asks for before its key opens: a hostile one could ask for days.
enum KeyDerivationCost {
  /// A hundred times what the Ministry's application asks for.
  static let mostIterations = 10_000_000
  /// What scrypt may cost, as its N times r times p; `openssl` itself writes 131,072.
  static let mostScryptWork = 16_777_216

  /// Whether any passphrase-based step in the file costs more than is reasonable.
  ///
  /// In all of them (PBKDF2, the schemes of PKCS#5 and PKCS#12, the MAC of PKCS#12, scrypt) the salt, an OCTET STRING,
  /// stands right before the INTEGERs that say how much work it is; nothing else in such a file looks so. Octet strings
  /// that hold a whole sequence are looked into as well.
  static func isUnreasonable(_ file: WipedBytes) -> Bool {
    file.withBytes { isUnreasonable($0[...]) }
  }

  private static func isUnreasonable(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, depth: Int = 0) -> Bool {
    var position = bytes.startIndex
    var numbers: [Int]?
    while position + 2 <= bytes.endIndex {
      let tag = bytes[position]
      guard let content = contentRange(in: bytes, at: position) else { return false }
      if tag == 0x04 {
        numbers = []
        if depth < 8, content.count > 2, bytes[content.lowerBound] == 0x30,
          isUnreasonable(bytes[content], depth: depth + 1)
        {
          return true
        }
      } else if tag == 0x02, let before = numbers {
        let values = before + [magnitude(bytes[content])]
        if values[0] > mostIterations { return true }
        if values.count >= 3, product(values) > mostScryptWork { return true }
        numbers = values
      } else {
        numbers = nil
      }
      // Constructed elements are stepped into, not over.
      position = tag & 0x20 != 0 ? content.lowerBound : content.upperBound
    }
    return false
  }

  /// Where an element's content stands; of indefinite length, empty: what follows is stepped into.
  private static func contentRange(in bytes: Slice<UnsafeBufferPointer<UInt8>>, at position: Int) -> Range<Int>? {
    let first = Int(bytes[position + 1])
    var start = position + 2
    guard first >= 0x80 else { return start + first <= bytes.endIndex ? start..<start + first : nil }
    let count = first & 0x7F
    guard count <= 4, start + count <= bytes.endIndex else { return nil }
    let length = bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    start += count
    return start + length <= bytes.endIndex ? start..<start + length : nil
  }

  /// Capped, so that a long number doesn't overflow.
  private static func magnitude(_ octets: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    octets.reduce(0) { min($0 << 8 | Int($1), 1 << 40) }
  }

  private static func product(_ values: [Int]) -> Int {
    values.reduce(1) { min($0.multipliedReportingOverflow(by: $1).overflow ? Int.max : $0 * $1, 1 << 40) }
  }
}
