import Testing

@testable import FAValidation

@Suite("Regular expressions of XSDs")
struct PatternTests {
  @Test(
    "An expression matches whole values only",
    arguments: [
      ("[a-c]{2,}x?", ["ab", "abcx", "aaaaaaaaaaaa"], ["a", "x", "abxx", "abd", ""]),
      ("(ab|c)*d", ["d", "abcd", "ccd"], ["ab", "abd ", "acd"]),
      ("(.)+@(.)+", ["a@b", "@@@", "ż@ó"], ["@b", "a@", "a@\n"]),
      ("[^\\s?#]+", ["ab", "ż", "\u{A0}"], ["a b", "a?", ""]),
      ("\\d{1,3}(-\\d)?", ["1", "123", "١٢٣", "1-٩"], ["1234", "-1", "a", "½"]),
      ("[A-Z0-9-]{3}", ["A-1", "---"], ["a-1", "A1"]),
      ("(\\d|[A-Z]|\\+|\\*){1,12}", ["+", "A*9", "ABCDEFGHIJKL"], ["", "ABCDEFGHIJKLM", "a"]),
      ("x{0,2}", ["", "x", "xx"], ["xxx"]),
    ])
  func matches(_ expression: String, _ right: [String], _ wrong: [String]) {
    let pattern = Pattern(expression)
    func matches(_ value: String) -> Bool { Array(value.utf8).withUnsafeBufferPointer(pattern.matches) }
    for value in right { #expect(matches(value), "\(value)") }
    for value in wrong { #expect(!matches(value), "\(value)") }
  }

  @Test("The usual form of amounts is known by its expression, with its numbers")
  func plainDecimals() throws {
    let form = try #require(PlainDecimal(#"-?([1-9]\d{0,1}|0)(\.\d{1,3})?"#))
    func matches(_ value: String) -> Bool { Array(value.utf8).withUnsafeBufferPointer(form.matches) }
    for value in ["0", "99", "-1.5", "0.125"] { #expect(matches(value), "\(value)") }
    for value in ["+1", "01", "100", "1.", ".5", "1.1234"] { #expect(!matches(value), "\(value)") }
    #expect(PlainDecimal(#"\d{1,2}"#) == nil)
  }
}
