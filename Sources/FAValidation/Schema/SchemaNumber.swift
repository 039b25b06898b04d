/// A number as XML Schema reads it.
struct SchemaNumber {
  let isNegative: Bool
  /// Digits before the point, without leading noughts.
  let wholeDigits: Int
  /// Digits after the point, without noughts at the end.
  let decimals: Int
  /// All digits, without the point and without noughts at the end of the decimals.
  let mantissa: UInt128

  /// libxml2 takes no number with more digits than this, noughts at the beginning left out and noughts at the end
  /// counted; the standard asks for 18 at least. All types but `xsd:integer` have a narrower limit of their own.
  static let digitLimit = 24

  /// Reads digits with a sign and, where it may have one, a decimal point; nil for anything else, white space included.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, mayHavePoint: Bool) {
    var offset = 0
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      offset = 1
    }
    var mantissa: UInt128 = 0
    var (wholeDigits, written, trailingNoughts) = (0, 0, 0)
    var (hasDigits, hasPoint) = (false, false)
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "."), mayHavePoint, !hasPoint {
        hasPoint = true
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      hasDigits = true
      if hasPoint {
        written += 1
        trailingNoughts = byte == 0x30 ? trailingNoughts + 1 : 0
      } else if wholeDigits > 0 || byte != 0x30 {
        wholeDigits += 1
      }
      guard wholeDigits + written <= SchemaNumber.digitLimit else { return nil }
      mantissa = mantissa &* 10 &+ UInt128(byte - 0x30)
    }
    guard hasDigits else { return nil }
    for _ in 0..<trailingNoughts { mantissa /= 10 }
    self.isNegative = isNegative && mantissa != 0
    self.wholeDigits = wholeDigits
    decimals = written - trailingNoughts
    self.mantissa = mantissa
  }

  /// A number that a structure names.
  init(_ text: String) {
    var text = text
    let number = text.withUTF8 { SchemaNumber($0, mayHavePoint: true) }
    guard let number else { preconditionFailure("a structure names a number that isn't one") }
    self = number
  }
}

extension SchemaNumber: Comparable {
  /// By value; both have few enough decimals that neither side can overflow: a limit of a structure has none or one.
  static func < (left: SchemaNumber, right: SchemaNumber) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let scale = max(left.decimals, right.decimals)
    let (one, other) = (left.mantissa(at: scale), right.mantissa(at: scale))
    return left.isNegative ? other < one : one < other
  }

  static func == (left: SchemaNumber, right: SchemaNumber) -> Bool {
    left.isNegative == right.isNegative && left.decimals == right.decimals && left.mantissa == right.mantissa
  }

  private func mantissa(at scale: Int) -> UInt128 {
    var value = mantissa
    for _ in decimals..<scale { value *= 10 }
    return value
  }
}
