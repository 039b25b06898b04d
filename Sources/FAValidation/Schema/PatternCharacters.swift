/// A class of characters in a pattern.
struct PatternCharacters: Hashable, Sendable {
  let ranges: [ClosedRange<UInt32>]
  let isNegated: Bool

  init(ranges: [ClosedRange<UInt32>], isNegated: Bool = false) {
    self.ranges = ranges
    self.isNegated = isNegated
  }

  func contains(_ value: UInt32) -> Bool {
    ranges.contains { $0.contains(value) } != isNegated
  }

  var reachesBeyondASCII: Bool { isNegated || ranges.contains { $0.upperBound > 0x7F } }

  /// `\s`: the white space of XML.
  static let whiteSpace: [ClosedRange<UInt32>] = [0x20...0x20, 0x09...0x0A, 0x0D...0x0D]

  /// `\d`: the decimal digits of all scripts as Unicode 4.0.1 and libxml2 have them; a NIP in Arabic digits obeys the
  /// schema.
  static let digits: [ClosedRange<UInt32>] = [
    0x30...0x39, 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F, 0x9E6...0x9EF, 0xA66...0xA6F, 0xAE6...0xAEF,
    0xB66...0xB6F, 0xBE7...0xBEF, 0xC66...0xC6F, 0xCE6...0xCEF, 0xD66...0xD6F, 0xE50...0xE59, 0xED0...0xED9,
    0xF20...0xF29, 0x1040...0x1049, 0x1369...0x1371, 0x17E0...0x17E9, 0x1810...0x1819, 0x1946...0x194F,
    0xFF10...0xFF19, 0x104A0...0x104A9, 0x1D7CE...0x1D7FF,
  ]
}
