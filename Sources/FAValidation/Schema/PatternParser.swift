/// A part of a regular expression.
indirect enum PatternPart {
  /// One character of a class, by the class's number.
  case characters(Int)
  case sequence([PatternPart])
  case choice([PatternPart])
  /// At least and at most so often; no limit where the second is nil.
  case repetition(PatternPart, Int, Int?)
}

/// Reads a regular expression of an XSD: groups, choices, classes in brackets, `\d`, `\s`, `.`, and repetitions.
///
/// The expressions are ours, taken from the structures, and hold ASCII; one that can't be read is a mistake of ours.
struct PatternParser {
  /// The classes of characters met so far.
  private(set) var classes: [PatternCharacters] = []
  private let expression: [UInt8]
  private var offset = 0

  init(_ expression: String) { self.expression = Array(expression.utf8) }

  mutating func parse() -> PatternPart {
    let whole = choice()
    precondition(offset == expression.count, "a pattern of a structure can't be read")
    return whole
  }

  private var next: UInt8? { offset < expression.count ? expression[offset] : nil }

  private mutating func take() -> UInt8 {
    precondition(offset < expression.count, "a pattern of a structure ends too early")
    offset += 1
    return expression[offset - 1]
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == scalar.value else { return false }
    offset += 1
    return true
  }

  private mutating func choice() -> PatternPart {
    var parts = [sequence()]
    while skip("|") { parts.append(sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() -> PatternPart {
    var parts: [PatternPart] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let part = atom()
      parts.append(repeated(part))
    }
    return .sequence(parts)
  }

  private mutating func atom() -> PatternPart {
    let byte = take()
    switch byte {
    case UInt8(ascii: "("):
      let inside = choice()
      precondition(skip(")"), "a pattern's bracket isn't closed")
      return inside
    case UInt8(ascii: "["): return .characters(number(of: characterClass()))
    case UInt8(ascii: "."): return .characters(number(of: .anyInLine))
    case UInt8(ascii: "\\"): return .characters(number(of: escape()))
    default: return .characters(number(of: PatternCharacters(byte, to: byte)))
    }
  }

  private mutating func number(of characters: PatternCharacters) -> Int {
    if let known = classes.firstIndex(of: characters) { return known }
    classes.append(characters)
    return classes.count - 1
  }

  private mutating func repeated(_ part: PatternPart) -> PatternPart {
    if skip("?") { return .repetition(part, 0, 1) }
    if skip("*") { return .repetition(.repetition(part, 1, nil), 0, 1) }
    if skip("+") { return .repetition(part, 1, nil) }
    guard skip("{") else { return part }
    let least = number()
    var most: Int? = least
    if skip(",") { most = next == UInt8(ascii: "}") ? nil : number() }
    precondition(skip("}"), "a pattern's repetition isn't closed")
    return .repetition(part, least, most)
  }

  private mutating func number() -> Int {
    var value = 0
    while let byte = next, byte >= 0x30, byte <= 0x39 {
      value = value * 10 + Int(byte - 0x30)
      offset += 1
    }
    return value
  }

  private mutating func escape() -> PatternCharacters {
    let byte = take()
    switch byte {
    case UInt8(ascii: "d"): return .digits
    case UInt8(ascii: "s"): return .whiteSpace
    default: return PatternCharacters(byte, to: byte)
    }
  }

  private mutating func characterClass() -> PatternCharacters {
    var characters = PatternCharacters()
    let isNegated = skip("^")
    while !skip("]") {
      let byte = take()
      if byte == UInt8(ascii: "\\") {
        characters.formUnion(escape())
      } else if next == UInt8(ascii: "-"), expression[offset + 1] != UInt8(ascii: "]") {
        offset += 1
        characters.formUnion(PatternCharacters(byte, to: take()))
      } else {
        characters.formUnion(PatternCharacters(byte, to: byte))
      }
    }
    return isNegated ? characters.negated : characters
  }
}
