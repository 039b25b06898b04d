/// A class of characters in a pattern: ASCII one by one, and of the rest the decimal digits, all, or none.
struct PatternCharacters: Equatable, Sendable {
  /// A bit for each ASCII character.
  private(set) var ascii: UInt128 = 0
  /// Whether the decimal digits of other scripts belong to the class.
  private var hasOtherDigits = false
  private var isNegated = false

  /// A class of all characters from one to another.
  init(_ first: UInt8, to last: UInt8) {
    for byte in first...last { ascii |= 1 << UInt128(byte) }
  }

  /// A class of single characters.
  init(_ characters: String = "") {
    for byte in characters.utf8 { ascii |= 1 << UInt128(byte) }
  }

  mutating func formUnion(_ other: PatternCharacters) {
    ascii |= other.ascii
    hasOtherDigits = hasOtherDigits || other.hasOtherDigits
  }

  /// All characters that don't belong to this class.
  var negated: PatternCharacters {
    var negated = self
    negated.ascii = ~ascii
    negated.isNegated = !isNegated
    return negated
  }

  var reachesBeyondASCII: Bool { hasOtherDigits || isNegated }

  /// Whether a character beyond ASCII belongs to the class.
  func containsBeyondASCII(_ value: UInt32) -> Bool {
    (hasOtherDigits && PatternCharacters.isOtherDigit(value)) != isNegated
  }

  /// `.`: everything but the ends of lines.
  static let anyInLine = PatternCharacters("\n\r").negated

  /// `\s`: the white space of XML.
  static let whiteSpace = PatternCharacters(" \t\n\r")

  /// `\d`: the decimal digits of all scripts; a NIP in Arabic digits obeys the schema.
  static let digits = {
    var digits = PatternCharacters("0123456789")
    digits.hasOtherDigits = true
    return digits
  }()

  /// A decimal digit of another script, as Unicode 4.0.1 has them and libxml2 lists them.
  private static func isOtherDigit(_ value: UInt32) -> Bool {
    switch value {
    case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F, 0x9E6...0x9EF, 0xA66...0xA6F, 0xAE6...0xAEF, 0xB66...0xB6F,
      0xBE7...0xBEF, 0xC66...0xC6F, 0xCE6...0xCEF, 0xD66...0xD6F, 0xE50...0xE59, 0xED0...0xED9, 0xF20...0xF29,
      0x1040...0x1049, 0x1369...0x1371, 0x17E0...0x17E9, 0x1810...0x1819, 0x1946...0x194F, 0xFF10...0xFF19,
      0x104A0...0x104A9, 0x1D7CE...0x1D7FF:
      true
    default: false
    }
  }
}
