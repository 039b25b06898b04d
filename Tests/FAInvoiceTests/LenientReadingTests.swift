import FAInvoice
import Findings
import Testing

/// What KSeF would refuse but a person can still read: kept, and told of.
@Suite("Lenient reading")
struct LenientReadingTests {
  @Test("A byte order mark is told of, and moves no place")
  func byteOrderMark() throws {
    let document = try read([0xEF, 0xBB, 0xBF] + invoice("\n  <Fa/>"))
    #expect(document.fileFindings.map(\.code) == ["xml.byte-order-mark"])
    #expect(document.fileFindings.first?.severity == .refused)
    let fa = try #require(document.body)
    #expect((fa.line, fa.column) == (2, 3))
    #expect(document.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test("A processing instruction is told of where it stands, before, in and after the invoice")
  func processingInstructions() throws {
    let document = try read(
      invoice("<Fa>\n<P_1>2026<?druk x?>-01-02</P_1></Fa>", prolog: "<?a?>") + Array("\n<?b?>".utf8))
    #expect(document.fileFindings.map(\.code) == Array(repeating: "xml.processing-instruction", count: 3))
    #expect(document.fileFindings.map(\.place.text) == ["f.xml:1:1", "f.xml:2:10", "f.xml:3:1"])
    #expect(document.fileFindings[1].sentence.english.contains("<?druk …?>"))
    #expect(document.fileFindings[1].sentence.polish.contains("<?druk …?>"))
    #expect(document.body?["P_1"]?.text == "2026-01-02")
  }

  @Test("A processing instruction that holds a < is told of where it begins")
  func instructionWithMarkup() throws {
    let document = try read(invoice("<Fa>\n <?druk a<b <?druk ?></Fa>"))
    #expect(document.fileFindings.map(\.place.text) == ["f.xml:2:2"])
  }

  @Test(
    "Characters that KSeF refuses are told of where they stand, written plainly or as a reference",
    arguments: [0x7F, 0x80, 0x84, 0x86, 0x9F, 0xFDD0, 0xFDEF, 0x1FFFE, 0x2FFFF, 0x10FFFF] as [UInt32])
  func discouraged(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let plain = try read(invoice("\n<P_7>a\(scalar)</P_7>")).fileFindings
    #expect(plain.map(\.code) == ["xml.discouraged-character"])
    #expect(plain.first?.place.text == "f.xml:2:7")
    for content in ["<P_7>a&#\(value);</P_7>", "<P_7 a='&#x\(String(value, radix: 16));'/>"] {
      let referred = try read(invoice(content)).fileFindings
      #expect(referred.map(\.code) == ["xml.discouraged-character"])
      #expect(referred.first?.place.path == "/Faktura/P_7")
    }
  }

  @Test("Of a million such faults a hundred are told")
  func many() throws {
    #expect(try read(invoice(String(repeating: "<a>\u{7F}</a>", count: 50_000))).fileFindings.count == 100)
    #expect(try read(invoice(String(repeating: "<a>&#127;</a>", count: 50_000))).fileFindings.count == 100)
    #expect(try read(invoice(String(repeating: "<?a?>", count: 50_000))).fileFindings.count == 100)
  }

  @Test(
    "Text between elements is kept as a leaf in its place",
    arguments: [
      ("<Fa>x<P_1/></Fa>", ["#text", "P_1"], ["x", ""]), ("<Fa><P_1/>x</Fa>", ["P_1", "#text"], ["", "x"]),
      ("<Fa> <P_1/><P_2/> \u{A0}</Fa>", ["P_1", "P_2", "#text"], ["", "", "\u{A0}"]),
      ("<Fa><![CDATA[x]]><P_1/></Fa>", ["#text", "P_1"], ["x", ""]),
      (
        "<Fa>a<P_1/>b<!-- c --> &amp; <![CDATA[d]]><P_2>e</P_2> </Fa>", ["#text", "P_1", "#text", "P_2"],
        ["a", "", "b & d", "e"]
      ),
    ] as [(String, [String], [String])])
  func strayText(content: String, names: [String], texts: [String]) throws {
    let document = try read(invoice(content))
    let fa = try #require(document.body)
    #expect(fa.children.map(\.name) == names)
    #expect(fa.children.map(\.text) == texts)
    #expect(fa.text.isEmpty)
    #expect(document.fileFindings.isEmpty)
  }

  @Test("An element or attribute of another namespace is never taken for one of the invoice's")
  func foreignNames() throws {
    let fa = try read(invoice("<Fa xmlns=''/><x:Fa xmlns:x='urn:x' x:a='1' a='2'/>")).root
    #expect(fa["Fa"] == nil)
    #expect(fa.children.map(\.name) == ["{}Fa", "{urn:x}Fa"])
    #expect(fa["{urn:x}Fa"]?.attributes.map(\.name) == ["{urn:x}a", "a"])
  }

  @Test("A long namespace is shortened, however often it is used")
  func longNamespace() throws {
    let uri = "urn:" + String(repeating: "x", count: 60_000)
    let elements = (0..<9_000).map { "<x:a\($0)/>" }.joined()
    let root = try read(invoice("<x:b xmlns:x='\(uri)'>\(elements)</x:b>")).root
    #expect(root.children.map(\.name) == ["{\(uri.prefix(100))}b"])
  }

  private func read(_ bytes: [UInt8]) throws -> FADocument { try FADocument.read(bytes, fileName: "f.xml") }
}
