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
      "", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{\"a\":1,\"a\":2}", "1.5", "01", "--1", "1e3",
      "99999999999999999999",
      "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u+123\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\n\"", "nul", "1 1",
      "[\"a\" \"b\"]", "{1:2}",
    ])
  func noJSON(text: String) {
    #expect(throws: NoJSON.self) { try read(text) }
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
