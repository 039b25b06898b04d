import Findings
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

  @Test("A name that nothing resembles gets no nonsense suggestion")
  func nearest() {
    #expect(nearestName(to: "langauge", among: ["language", "lines"]) == "language")
    #expect(nearestName(to: "qqqq", among: ["language", "lines"]) == nil)
    #expect(nearestName(to: String(repeating: "l", count: 10_000), among: ["lines"]) == nil)
  }
}
