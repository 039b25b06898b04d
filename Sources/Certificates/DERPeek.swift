/// The first look at a DER structure: the tags of an element's children, nothing deeper (ITU-T X.690).
struct DERPeek {
  static let integer: UInt8 = 0x02
  static let bitString: UInt8 = 0x03
  static let octetString: UInt8 = 0x04
  static let sequence: UInt8 = 0x30
  static let firstContextTag: UInt8 = 0xA0
  static let utcTime: UInt8 = 0x17
  static let generalizedTime: UInt8 = 0x18
  /// The object identifier with which PKCS#7's SignedData begins: 1.2.840.113549.1.7.2 (RFC 2315, clause 14).
  static let signedData: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]

  struct Element {
    let tag: UInt8
    let content: Range<Int>
  }

  let bytes: UnsafeBufferPointer<UInt8>

  /// The elements that fill the range, at most eight of them; stops at what isn't DER.
  func elements(in range: Range<Int>) -> [Element] {
    var found: [Element] = []
    var position = range.lowerBound
    while found.count < 8, let element = element(at: position, end: range.upperBound) {
      found.append(element)
      position = element.content.upperBound
    }
    return found
  }

  /// The element that begins at `position`; nil where it doesn't end by `end` or its length isn't definite.
  func element(at position: Int, end: Int) -> Element? {
    guard position + 2 <= end else { return nil }
    var start = position + 2
    var length = Int(bytes[position + 1])
    if length >= 0x80 {
      let count = length & 0x7F
      guard (1...4).contains(count), start + count <= end else { return nil }
      length = bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
      start += count
    }
    guard start + length <= end else { return nil }
    return Element(tag: bytes[position], content: start..<start + length)
  }
}
