import Findings
import Foundation
import Testing

@testable import InvoiceTemplate

@Suite("Hostile templates")
struct HostileTemplateTests {
  private func codes(_ bytes: [UInt8]) -> [String] {
    Template.read(bytes, fileName: "hostile.toml").findings.map(\.code)
  }

  @Test("A file over 256 KB is refused unread")
  func size() {
    #expect(codes([UInt8](repeating: UInt8(ascii: "#"), count: 256 * 1024 + 1)) == ["template.too-large"])
    #expect(codes([UInt8](repeating: UInt8(ascii: "\n"), count: 256 * 1024)) == ["template.missing"])
  }

  @Test("Nesting that would exhaust the stack is refused")
  func nesting() {
    let keys = Array(String(repeating: "a.", count: 100_000).utf8)
    #expect(codes(keys + Array("a = 1".utf8)) == ["template.too-large"])
    #expect(codes([UInt8](repeating: UInt8(ascii: "["), count: 100_000)) == ["template.too-large"])
  }

  @Test("The most dots that are let through don't exhaust the stack either", arguments: [17, 4096])
  func deepestNesting(depth: Int) {
    let keys = String(repeating: "a.", count: depth)
    #expect(codes(Array("format = 1\n\(keys)a = 1".utf8)) == ["template.not-toml"])
  }

  @Test("A list in a list in a list is read and refused by its type")
  func ordinaryNesting() {
    #expect(codes(Array("format = 1\nlanguage = [[[[\"pl\"]]]]".utf8)) == ["template.wrong-type"])
  }

  @Test("Bytes that aren't UTF-8 are refused")
  func encoding() {
    #expect(codes(Array("format = 1 # ".utf8) + [0xFF, 0xFE]) == ["template.not-toml"])
    #expect(codes([0x00]) == ["template.not-toml"])
  }

  @Test("Thousands of mistakes are cut short, and that is said")
  func manyMistakes() {
    let lines = (0..<5000).map { "key\($0) = 1" }.joined(separator: "\n")
    let found = codes(Array("format = 1\n\(lines)".utf8))
    #expect(found.count == 101)
    #expect(found.last == "template.more-mistakes")
  }

  @Test("Of thousands of mistakes the first are listed, in the same order each time")
  func firstMistakes() {
    let lines = (0..<500).map { "key\($0) = 1" }.joined(separator: "\n")
    let found = Template.read(Array("format = 1\n\(lines)".utf8), fileName: "hostile.toml").findings
    #expect(found.prefix(100).map(\.place.line) == (2...101).map { $0 })
  }

  @Test(
    "Words of a template are refused that would be a tower of marks, or nothing to be seen",
    arguments: [
      "a" + String(repeating: "\u{301}", count: 60_000), "a\u{301}\u{301}\u{301}", "\u{2800}\u{3164}", " ",
      String(repeating: "a\u{301}", count: 101), "a\u{202E}b", "a\u{0}b", "a\u{2028}b", "\u{E000}",
    ])
  func towers(words: String) {
    let escaped = words.unicodeScalars.map { "\\U" + String(UInt64($0.value) + 0x1_0000_0000, radix: 16).dropFirst() }
      .joined()
    // A raw text where escapes would outgrow the file.
    let text = words.utf8.count > 1000 ? words : escaped
    #expect(codes(Array("format = 1\n[footer.text]\npl = \"\(text)\"".utf8)) == ["template.out-of-range"])
  }

  @Test("Letters with their marks are welcome in a template's words", arguments: ["Žluťoučký kůň", "ế", "Україна ї"])
  func marks(words: String) {
    for form in [words.decomposedStringWithCanonicalMapping, words.precomposedStringWithCanonicalMapping] {
      #expect(codes(Array("format = 1\n[footer.text]\npl = \"\(form)\"".utf8)) == [])
    }
  }

  @Test("A name that nothing resembles gets no nonsense suggestion")
  func nearest() {
    #expect(nearestName(to: "langauge", among: ["language", "lines"]) == "language")
    #expect(nearestName(to: "qqqq", among: ["language", "lines"]) == nil)
    #expect(nearestName(to: String(repeating: "l", count: 10_000), among: ["lines"]) == nil)
  }
}
