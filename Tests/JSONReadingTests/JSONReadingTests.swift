import JSONReading
import JSONWriting
import Testing

@Suite("JSON between our own programs")
struct JSONReadingTests {
  private func read(_ text: String) throws -> ReadJSON { try ReadJSON.read(Array(text.utf8)) }

  @Test("What is written is read again, whatever stands in a text")
  func roundTrip() throws {
    let text = "\u{1}\u{7F}\u{202E}\"\\/\n\t😀\u{E0001}ż"
    let written = JSONValue.object([
      ("text", .string(text)), ("list", .array([.integer(-7), .null, .boolean(true)])), ("none", .array([])),
      ("empty", .object([])),
    ]).text
    #expect(
      try read(written)
        == .object([
          "text": .string(text), "list": .array([.integer(-7), .null, .boolean(true)]), "none": .array([]),
          "empty": .object([:]),
        ]))
  }

  @Test("Escapes of other writers are read")
  func escapes() throws {
    #expect(
      try read(#" [ "\/\b\f\r\u017c\uD83D\uDE00" , false ] "#) == .array([.string("/\u{8}\u{C}\rż😀"), .boolean(false)]))
  }

  @Test(
    "What is no JSON is refused",
    arguments: [
      "", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{\"a\":1,\"a\":2}", "01", "-01", "--1", "+1", "-", "1.", ".5",
      "1.e3",
      "1e", "1e+", "1e+-3", "1-2", "0x10", "1.5.2", "NaN", "-Infinity",
      "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u+123\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\n\"", "nul", "1 1",
      "[\"a\" \"b\"]", "{1:2}",
    ])
  func noJSON(text: String) {
    #expect(throws: NoJSON.self) { try read(text) }
  }

  @Test(
    "A number that isn't whole, or is too large, is kept as it is written",
    arguments: ["99.9", "1.0", "1e3", "-0", "-0.0", "0E0", "2.5e-7", "1E+10", "1000000000000000000000000000000"])
  func otherNumbers(text: String) throws {
    let number = try read(text)
    #expect(number == .number(text))
    #expect(number.integer == nil)
    #expect(try read("[\(text), 7]") == .array([.number(text), .integer(7)]))
  }

  @Test("Whole numbers that fit are read as such, up to both ends of their range")
  func wholeNumbers() throws {
    for value in [0, 7, -7, Int.max, Int.min] { #expect(try read(String(value)) == .integer(value)) }
    #expect(try read("9223372036854775808") == .number("9223372036854775808"))
  }

  @Test("The length of a number is bounded")
  func longNumbers() throws {
    let longest = String(repeating: "9", count: 1024)
    #expect(try read(longest) == .number(longest))
    #expect(throws: NoJSON.self) { try read(longest + "9") }
  }

  @Test("In what others wrote, slips are forgiven that leave the rest readable")
  func forgiving() throws {
    func forgive(_ text: String) throws -> ReadJSON { try ReadJSON.readForgivingly(Array(text.utf8)) }
    for (text, expected) in [
      (#"\ud800"#, "\u{FFFD}"), (#"\udc00x"#, "\u{FFFD}x"), (#"\ud800\u0041"#, "\u{FFFD}A"),
      (#"\ud800\n"#, "\u{FFFD}\n"), (#"\ud800\ud83d\ude00"#, "\u{FFFD}😀"), (#"\ud83d\ude00"#, "😀"),
    ] {
      #expect(try forgive("\"\(text)\"") == .string(expected))
    }
    #expect(try forgive("\u{FEFF}[1]") == .array([.integer(1)]))
    #expect(
      try forgive(#"{"a": 1, "b": 2, "a": 3, "a": 4}"#)
        == .object(["a": .array([.integer(1), .integer(3), .integer(4)]), "b": .integer(2)]))
  }

  @Test(
    "What is no JSON is refused in what others wrote, too",
    arguments: ["", "\u{FEFF}", "[1,]", "01", #""\ud800\u00""#, #""\ud800"#, "\u{FEFF}\u{FEFF}1", "[\u{FEFF}1]"])
  func unforgivable(text: String) {
    #expect(throws: NoJSON.self) { try ReadJSON.readForgivingly(Array(text.utf8)) }
  }

  @Test("Our own programs write no byte order mark")
  func noMark() {
    #expect(throws: NoJSON.self) { try read("\u{FEFF}1") }
  }

  @Test("A key that is repeated very often is read, too")
  func oftenRepeated() throws {
    let text = "{" + String(repeating: "\"a\":1,", count: 100_000) + "\"a\":1}"
    #expect(try ReadJSON.readForgivingly(Array(text.utf8))["a"]?.elements?.count == 100_001)
  }

  @Test("Bytes that aren't UTF-8 are refused")
  func noText() {
    #expect(throws: NoJSON.self) { try ReadJSON.read([0x22, 0xFF, 0x22]) }
  }

  @Test("Depth is bounded")
  func depth() {
    #expect(throws: NoJSON.self) { try read(String(repeating: "[", count: 100_000)) }
  }
}
