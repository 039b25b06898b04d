/// A JSON value as our own programs write them to each other: numbers are whole.
package enum ReadJSON: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case array([ReadJSON])
  case object([String: ReadJSON])

  /// Reads a whole text; anybody may have written it.
  ///
  /// - Throws: where it isn't JSON in UTF-8, is nested deeper than 32, names a key twice or holds another number.
  package static func read(_ bytes: [UInt8]) throws(NoJSON) -> ReadJSON {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw NoJSON() }
    var reader = JSONReader(text.unicodeScalars)
    let value = try reader.value(depth: 0)
    try reader.end()
    return value
  }

  /// The value of a key; nil where there is none or this is no object.
  package subscript(key: String) -> ReadJSON? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The text of a string.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of a number.
  package var integer: Int? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The values of an array.
  package var elements: [ReadJSON]? {
    if case .array(let values) = self { values } else { nil }
  }
}

/// A text that can't be read as JSON.
package struct NoJSON: Error {}

/// Goes through a text once.
private struct JSONReader {
  private var rest: Substring.UnicodeScalarView
  private static let deepest = 32

  init(_ text: String.UnicodeScalarView) { rest = text[...] }

  mutating func end() throws(NoJSON) {
    skipSpace()
    guard rest.isEmpty else { throw NoJSON() }
  }

  mutating func value(depth: Int) throws(NoJSON) -> ReadJSON {
    guard depth <= JSONReader.deepest else { throw NoJSON() }
    skipSpace()
    switch rest.first {
    case "{": return .object(try object(depth))
    case "[": return .array(try array(depth))
    case "\"": return .string(try string())
    case "t": return try word("true", .boolean(true))
    case "f": return try word("false", .boolean(false))
    case "n": return try word("null", .null)
    default: return .integer(try integer())
    }
  }

  private mutating func skipSpace() {
    while let first = rest.first, first == " " || first == "\n" || first == "\r" || first == "\t" {
      rest.removeFirst()
    }
  }

  /// Takes the character where it is the next one after white space.
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpace()
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func word(_ word: String, _ value: ReadJSON) throws(NoJSON) -> ReadJSON {
    guard rest.starts(with: word.unicodeScalars) else { throw NoJSON() }
    rest.removeFirst(word.unicodeScalars.count)
    return value
  }

  private mutating func integer() throws(NoJSON) -> Int {
    let digits = rest.prefix { $0 == "-" || ("0"..."9").contains($0) }
    guard let value = Int(String(digits)), String(value) == String(digits) else { throw NoJSON() }
    rest.removeFirst(digits.count)
    return value
  }

  private mutating func array(_ depth: Int) throws(NoJSON) -> [ReadJSON] {
    rest.removeFirst()
    var values: [ReadJSON] = []
    if take("]") { return values }
    repeat { values.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw NoJSON() }
    return values
  }

  private mutating func object(_ depth: Int) throws(NoJSON) -> [String: ReadJSON] {
    rest.removeFirst()
    var members: [String: ReadJSON] = [:]
    if take("}") { return members }
    repeat {
      skipSpace()
      guard rest.first == "\"" else { throw NoJSON() }
      let key = try string()
      guard take(":"), members.updateValue(try value(depth: depth + 1), forKey: key) == nil else { throw NoJSON() }
    } while take(",")
    guard take("}") else { throw NoJSON() }
    return members
  }

  private mutating func string() throws(NoJSON) -> String {
    rest.removeFirst()
    var text = ""
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return text
      case "\\": text.unicodeScalars.append(try escaped())
      default:
        guard scalar.value >= 0x20 else { throw NoJSON() }
        text.unicodeScalars.append(scalar)
      }
    }
    throw NoJSON()
  }

  private mutating func escaped() throws(NoJSON) -> Unicode.Scalar {
    switch rest.popFirst() {
    case "\"": return "\""
    case "\\": return "\\"
    case "/": return "/"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": return try unicode()
    default: throw NoJSON()
    }
  }

  /// One scalar of four digits, or of twice four.
  private mutating func unicode() throws(NoJSON) -> Unicode.Scalar {
    let high = try unit()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard (0xD800..<0xDC00).contains(high), rest.popFirst() == "\\", rest.popFirst() == "u" else { throw NoJSON() }
    let low = try unit()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw NoJSON() }
    return scalar
  }

  private mutating func unit() throws(NoJSON) -> UInt32 {
    let digits = String(rest.prefix(4))
    guard digits.utf8.count == 4, digits.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
      let value = UInt32(digits, radix: 16)
    else { throw NoJSON() }
    rest.removeFirst(4)
    return value
  }
}
