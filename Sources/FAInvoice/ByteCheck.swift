/// What a first pass over a file's bytes finds before any parser sees them: proper UTF-8, characters that KSeF takes,
/// and no stretch without markup so long that a parser could be kept busy by it.
struct ByteCheck {
  /// Why the bytes can't be an invoice, and where.
  struct Fault {
    enum Kind {
      case invalidUTF8
      case forbidden(Unicode.Scalar)
      case longStretch
    }
    let kind: Kind
    let offset: Int
  }

  private(set) var lines = LineTable()
  /// The first fault in the order of the bytes.
  private(set) var fault: Fault?
  /// The first hundred characters that KSeF refuses although XML allows them, and where they stand.
  private(set) var discouraged: [(scalar: Unicode.Scalar, offset: Int)] = []
  /// Whether `&#` occurs: only then can a character come in that the bytes don't show.
  private(set) var hasCharacterReferences = false

  /// The most bytes between one `<` and the next: one tag, or one text, or one comment.
  ///
  /// No text of the three structures holds more than 3,500 characters. It bounds what libxml2 may have to do for one
  /// tag, since its search for repeated attributes takes time by the square of their number.
  static let stretchLimit = 65_536

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { scan($0) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    var lastTag = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x3C:
        guard offset - lastTag <= ByteCheck.stretchLimit else { return fail(.longStretch, at: lastTag) }
        lastTag = offset
      case 0x26:
        if offset + 1 < bytes.count, bytes[offset + 1] == 0x23 { hasCharacterReferences = true }
      case 0x20...0x7E, 0x09, 0x0D: break
      case 0x0A: lines.lineBegins(at: offset + 1)
      case 0x7F: note("\u{7F}", at: offset)
      case 0x00...0x1F: return fail(.forbidden(Unicode.Scalar(byte)), at: offset)
      default:
        guard let (scalar, length) = ByteCheck.scalar(in: bytes, at: offset) else {
          return fail(.invalidUTF8, at: offset)
        }
        if scalar.value == 0xFFFE || scalar.value == 0xFFFF { return fail(.forbidden(scalar), at: offset) }
        if scalar.isDiscouragedInXML { note(scalar, at: offset) }
        offset += length
        continue
      }
      offset += 1
    }
    if bytes.count - lastTag > ByteCheck.stretchLimit { fail(.longStretch, at: lastTag) }
  }

  private mutating func note(_ scalar: Unicode.Scalar, at offset: Int) {
    if discouraged.count < FileFindings.limit { discouraged.append((scalar, offset)) }
  }

  private mutating func fail(_ kind: Fault.Kind, at offset: Int) {
    fault = Fault(kind: kind, offset: offset)
  }

  /// The character that a lead byte of 0x80 or more begins, and its length in bytes; nil where it isn't UTF-8.
  ///
  /// Source: RFC 3629, section 4: no overlong forms, no surrogates, nothing over U+10FFFF.
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (Unicode.Scalar, length: Int)? {
    let lead = bytes[offset]
    let length: Int
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
    default: return nil
    }
    guard offset + length <= bytes.count else { return nil }
    for index in offset + 1..<offset + length {
      guard bytes[index] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    if length == 3 && value < 0x800 || length == 4 && value < 0x10000 { return nil }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}

extension Unicode.Scalar {
  /// Allowed in XML 1.0 but discouraged: KSeF refuses a file that holds one.
  ///
  /// Source: XML 1.0, section 2.2, note; verification-codes, "What KSeF refuses later".
  var isDiscouragedInXML: Bool {
    switch value {
    case 0x7F...0x84, 0x86...0x9F, 0xFDD0...0xFDEF: true
    case 0x10000...: value & 0xFFFE == 0xFFFE
    default: false
    }
  }

  /// `U+007F`: at least four digits.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
