/// A regular expression of an XSD, ready to be matched against a whole value in time linear in its length.
///
/// Every character class of the expression is a place in it, at most 128 after repetitions are written out; a match
/// keeps the set of places that the characters so far can have led to (Glushkov's automaton).
///
/// Source: XML Schema, part 2, appendix F: what the structures use of it.
struct Pattern: Sendable {
  /// The expression as the XSD writes it.
  let expression: String
  private let isEmptyMatch: Bool
  private let first: UInt128
  private let last: UInt128
  private let follow: [UInt128]
  /// The places that each ASCII character fits.
  private let ascii: [UInt128]
  /// The classes that hold characters beyond ASCII, and the places that they stand at.
  private let wide: [(characters: PatternCharacters, places: UInt128)]

  init(_ expression: String) {
    self.expression = expression
    var parser = PatternParser(expression)
    let parsed = parser.parse()
    var builder = PatternBuilder(classCount: parser.classes.count)
    let whole = builder.add(parsed)
    isEmptyMatch = whole.canBeEmpty
    first = whole.first
    last = whole.last
    follow = builder.follow
    var ascii = [UInt128](repeating: 0, count: 128)
    var wide: [(PatternCharacters, UInt128)] = []
    for (characters, places) in zip(parser.classes, builder.places) {
      var left = characters.ascii
      while left != 0 {
        ascii[left.trailingZeroBitCount] |= places
        left &= left - 1
      }
      if characters.reachesBeyondASCII { wide.append((characters, places)) }
    }
    self.ascii = ascii
    self.wide = wide
  }

  /// Whether the whole value obeys the expression.
  func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.isEmpty { return isEmptyMatch }
    var reached = first
    var isFirst = true
    var offset = 0
    while offset < bytes.count {
      if !isFirst {
        var (left, next) = (reached, UInt128(0))
        while left != 0 {
          next |= follow[left.trailingZeroBitCount]
          left &= left - 1
        }
        reached = next
      }
      isFirst = false
      let lead = bytes[offset]
      if lead < 0x80 {
        reached &= ascii[Int(lead)]
        offset += 1
      } else {
        let (value, length) = bytes.scalar(at: offset)
        reached &= places(of: value)
        offset += length
      }
      if reached == 0 { return false }
    }
    return reached & last != 0
  }

  private func places(of value: UInt32) -> UInt128 {
    var places: UInt128 = 0
    for entry in wide where entry.characters.containsBeyondASCII(value) { places |= entry.places }
    return places
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The character that begins at an offset, and its length in bytes; the bytes are known to be UTF-8.
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let lead = self[offset]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1 else { return (UInt32(lead), 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in offset + 1..<Swift.min(offset + length, count) { value = value << 6 | UInt32(self[index] & 0x3F) }
    return (value, length)
  }
}

/// Writes an expression out into places, and notes which can follow which.
private struct PatternBuilder {
  private(set) var follow: [UInt128] = []
  /// The places that each class of characters stands at.
  private(set) var places: [UInt128]

  init(classCount: Int) {
    places = [UInt128](repeating: 0, count: classCount)
    follow.reserveCapacity(80)
  }

  /// What a part of the expression can begin and end with.
  struct Ends {
    var canBeEmpty = true
    var first: UInt128 = 0
    var last: UInt128 = 0
  }

  mutating func add(_ part: PatternPart) -> Ends {
    switch part {
    case .characters(let characters):
      let place = place(for: characters)
      return Ends(canBeEmpty: false, first: place, last: place)
    case .sequence(let parts):
      var whole = Ends()
      for part in parts { append(add(part), to: &whole) }
      return whole
    case .choice(let parts):
      var whole = Ends(canBeEmpty: false)
      for part in parts {
        let one = add(part)
        whole.canBeEmpty = whole.canBeEmpty || one.canBeEmpty
        whole.first |= one.first
        whole.last |= one.last
      }
      return whole
    case .repetition(let part, let least, let most):
      return addRepetition(of: part, least, most)
    }
  }

  private mutating func addRepetition(of part: PatternPart, _ least: Int, _ most: Int?) -> Ends {
    var whole = Ends()
    for number in 0..<(most ?? max(least, 1)) {
      var one = add(part)
      if most == nil, number >= least - 1 { link(one.last, to: one.first) }
      if number >= least { one.canBeEmpty = true }
      append(one, to: &whole)
    }
    return whole
  }

  private mutating func append(_ one: Ends, to whole: inout Ends) {
    link(whole.last, to: one.first)
    if whole.canBeEmpty { whole.first |= one.first }
    whole.last = one.canBeEmpty ? whole.last | one.last : one.last
    whole.canBeEmpty = whole.canBeEmpty && one.canBeEmpty
  }

  private mutating func link(_ ends: UInt128, to starts: UInt128) {
    var left = ends
    while left != 0 {
      follow[left.trailingZeroBitCount] |= starts
      left &= left - 1
    }
  }

  private mutating func place(for characters: Int) -> UInt128 {
    precondition(follow.count < 128, "a pattern has at most 128 places")
    let place = UInt128(1) << UInt128(follow.count)
    follow.append(0)
    places[characters] |= place
    return place
  }
}
