/// A part of a regular expression.
indirect enum PatternPart {
  case characters(PatternCharacters)
  case sequence([PatternPart])
  case choice([PatternPart])
  /// At least and at most so often; no limit where the second is nil.
  case repetition(PatternPart, Int, Int?)
}

/// Reads a regular expression of an XSD: groups, choices, classes in brackets, `\d`, `\s`, `.`, and repetitions.
///
/// The expressions are ours, taken from the structures; one that can't be read is a mistake of ours.
struct PatternParser {
  private var rest: Substring.UnicodeScalarView

  static func parse(_ expression: String) -> PatternPart {
    var parser = PatternParser(rest: Substring(expression).unicodeScalars)
    let whole = parser.choice()
    precondition(parser.rest.isEmpty, "a pattern of a structure can't be read")
    return whole
  }

  private mutating func choice() -> PatternPart {
    var parts = [sequence()]
    while rest.first == "|" {
      rest.removeFirst()
      parts.append(sequence())
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() -> PatternPart {
    var parts: [PatternPart] = []
    while let scalar = rest.first, scalar != "|", scalar != ")" {
      let part = atom()
      parts.append(repeated(part))
    }
    return .sequence(parts)
  }

  private mutating func atom() -> PatternPart {
    switch rest.removeFirst() {
    case "(":
      let inside = choice()
      precondition(rest.popFirst() == ")", "a pattern's bracket isn't closed")
      return inside
    case "[": return .characters(characterClass())
    case ".": return .characters(PatternCharacters(ranges: [0x0A...0x0A, 0x0D...0x0D], isNegated: true))
    case "\\": return .characters(escape())
    case let scalar: return .characters(PatternCharacters(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func repeated(_ part: PatternPart) -> PatternPart {
    switch rest.first {
    case "?":
      rest.removeFirst()
      return .repetition(part, 0, 1)
    case "*":
      rest.removeFirst()
      return .repetition(.repetition(part, 1, nil), 0, 1)
    case "+":
      rest.removeFirst()
      return .repetition(part, 1, nil)
    case "{":
      rest.removeFirst()
      let least = number()
      guard rest.first == "," else {
        precondition(rest.popFirst() == "}", "a pattern's repetition isn't closed")
        return .repetition(part, least, least)
      }
      rest.removeFirst()
      let most = rest.first == "}" ? nil : number()
      precondition(rest.popFirst() == "}", "a pattern's repetition isn't closed")
      return .repetition(part, least, most)
    default: return part
    }
  }

  private mutating func number() -> Int {
    var value = 0
    while let scalar = rest.first, ("0"..."9").contains(scalar) {
      value = value * 10 + Int(scalar.value - 0x30)
      rest.removeFirst()
    }
    return value
  }

  private mutating func escape() -> PatternCharacters {
    let scalar = rest.removeFirst()
    switch scalar {
    case "d": return PatternCharacters(ranges: PatternCharacters.digits)
    case "s": return PatternCharacters(ranges: PatternCharacters.whiteSpace)
    default: return PatternCharacters(ranges: [scalar.value...scalar.value])
    }
  }

  private mutating func characterClass() -> PatternCharacters {
    var ranges: [ClosedRange<UInt32>] = []
    let isNegated = rest.first == "^"
    if isNegated { rest.removeFirst() }
    while let scalar = rest.popFirst(), scalar != "]" {
      if scalar == "\\" {
        ranges += escape().ranges
      } else if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
        rest.removeFirst(2)
        ranges.append(scalar.value...end.value)
      } else {
        ranges.append(scalar.value...scalar.value)
      }
    }
    return PatternCharacters(ranges: ranges, isNegated: isNegated)
  }
}
