/// A JSON value.
package enum ReadJSON: Sendable, Equatable {
  case null
  case boolean(Bool)
  /// A whole number, the only kind that our own programs write.
  case integer(Int)
  /// Any other number, as it is written: `99.9`, `1e3`, `-0`, or one that is too large.
  case number(String)
  case string(String)
  case array([ReadJSON])
  case object([String: ReadJSON])

  /// Reads a whole text; anybody may have written it.
  ///
  /// - Throws: where it isn't JSON in UTF-8, is nested deeper than 32, names a key twice, holds half of a surrogate
  ///   pair, or a number of more than 1024 characters.
  package static func read(_ bytes: [UInt8]) throws(NoJSON) -> ReadJSON {
    try read(bytes[...], isForgiving: false)
  }

  /// Reads a whole text of a program that isn't ours, so that one slip in it doesn't hide all the rest.
  ///
  /// A byte order mark is skipped. Half of a surrogate pair reads as U+FFFD. A key that is named twice has an array of
  /// its values, so that none of them is taken for the one that was meant.
  ///
  /// - Throws: where it isn't JSON in UTF-8, is nested deeper than 32, or holds a number of more than 1024 characters.
  package static func readForgivingly(_ bytes: [UInt8]) throws(NoJSON) -> ReadJSON {
    try read(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], isForgiving: true)
  }

  private static func read(_ bytes: ArraySlice<UInt8>, isForgiving: Bool) throws(NoJSON) -> ReadJSON {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw NoJSON() }
    var reader = JSONReader(text.unicodeScalars, isForgiving: isForgiving)
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

  /// The value of a whole number; nil for any other.
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
  private let isForgiving: Bool
  private static let deepest = 32
  private static let longestNumber = 1024

  init(_ text: String.UnicodeScalarView, isForgiving: Bool) { (rest, self.isForgiving) = (text[...], isForgiving) }

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
    default: return try number()
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
    return takeNext(scalar)
  }

  private mutating func word(_ word: String, _ value: ReadJSON) throws(NoJSON) -> ReadJSON {
    guard rest.starts(with: word.unicodeScalars) else { throw NoJSON() }
    rest.removeFirst(word.unicodeScalars.count)
    return value
  }

  private mutating func number() throws(NoJSON) -> ReadJSON {
    let begin = rest
    _ = takeNext("-")
    if !takeNext("0") { try digits() }
    if takeNext(".") { try digits() }
    if takeNext("e") || takeNext("E") {
      _ = takeNext("+") || takeNext("-")
      try digits()
    }
    let text = String(begin[..<rest.startIndex])
    guard text.utf8.count <= JSONReader.longestNumber else { throw NoJSON() }
    // Minus zero and what overflows is no whole number that could be written the same again.
    if let value = Int(text), String(value) == text { return .integer(value) }
    return .number(text)
  }

  private mutating func digits() throws(NoJSON) {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty else { throw NoJSON() }
    rest = rest[digits.endIndex...]
  }

  /// Takes the character where it is the very next one.
  private mutating func takeNext(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
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
    var repeated: [String: [ReadJSON]] = [:]
    if take("}") { return members }
    repeat {
      skipSpace()
      guard rest.first == "\"" else { throw NoJSON() }
      let key = try string()
      guard take(":") else { throw NoJSON() }
      let value = try self.value(depth: depth + 1)
      if let other = members.updateValue(value, forKey: key) {
        guard isForgiving else { throw NoJSON() }
        repeated[key, default: [other]].append(value)
      }
    } while take(",")
    guard take("}") else { throw NoJSON() }
    for (key, values) in repeated { members[key] = .array(values) }
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
    let afterHalf = rest
    if (0xD800..<0xDC00).contains(high), takeNext("\\"), takeNext("u") {
      let low = try unit()
      if (0xDC00..<0xE000).contains(low), let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      {
        return scalar
      }
    }
    guard isForgiving else { throw NoJSON() }
    rest = afterHalf
    return "\u{FFFD}"
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
