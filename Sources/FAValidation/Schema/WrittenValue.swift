/// A value as the file has it: white space and length as XML Schema counts them.
extension UnsafeBufferPointer<UInt8> {
  /// Whether the value is exactly this.
  func says(_ other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }

  /// How many Unicode characters it has.
  var characterCount: Int {
    var characters = 0
    for byte in self where byte & 0xC0 != 0x80 { characters += 1 }
    return characters
  }

  /// Whether it is as `whiteSpace` collapse would leave it: single blanks inside, none at the ends.
  var isCollapsed: Bool {
    var afterBlank = true
    for byte in self {
      if byte > 0x20 {
        afterBlank = false
      } else {
        guard byte == 0x20, !afterBlank else { return false }
        afterBlank = true
      }
    }
    return isEmpty || !afterBlank
  }

  /// Whether nothing but white space stands in it.
  var isBlank: Bool { allSatisfy { $0 <= 0x20 } }

  /// Whether it consists of digits with at most one point, however many.
  var isLongNumber: Bool {
    var points = 0
    for byte in self {
      if byte == UInt8(ascii: ".") { points += 1 } else if byte < 0x30 || byte > 0x39 { return false }
    }
    return count > points && points < 2
  }

  /// The value as `whiteSpace` collapse leaves it.
  ///
  /// Source: XML Schema, part 2, section 4.3.6.
  func collapsed<Result>(_ judge: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for byte in self {
      if byte > 0x20 {
        bytes.append(byte)
      } else if let last = bytes.last, last != 0x20 {
        bytes.append(0x20)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return bytes.withUnsafeBufferPointer(judge)
  }

  /// The value as `whiteSpace` replace leaves it.
  func withBlanksForWhiteSpace<Result>(_ judge: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    map { $0 < 0x20 ? 0x20 : $0 }.withUnsafeBufferPointer(judge)
  }
}

extension Sequence<UInt8> {
  /// At most 16 bytes as one number, none of them nought, so that different values have different numbers.
  var packed: UInt128 {
    var number: UInt128 = 0
    for byte in self { number = number << 8 | UInt128(byte) }
    return number
  }
}
