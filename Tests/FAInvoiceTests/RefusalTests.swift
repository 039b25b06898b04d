import FAInvoice
import Findings
import Testing

@Suite("Files that no invoice is")
struct RefusalTests {
  @Test(
    "What isn't XML is named",
    arguments: [
      ("%PDF-1.7\n", "invoice.is-pdf"), ("PK\u{3}\u{4}…", "invoice.is-zip"), ("{\"a\":1}", "invoice.is-json"),
      (" [1]", "invoice.is-json"), ("<!DOCTYPE html><html/>", "invoice.is-html"), ("<HTML>", "invoice.is-html"),
      ("PD94bWwgdmVyc2lvbj0i", "invoice.is-base64"), ("-----BEGIN CERTIFICATE-----", "invoice.is-pem"),
      ("Faktura VAT", "invoice.not-xml"), ("", "file.empty"), (" \n", "file.empty"),
    ])
  func otherFormats(content: String, code: String) {
    #expect(obstacle(Array(content.utf8))?.code == code)
  }

  @Test("Archives and pictures are named by their first bytes")
  func binaryFormats() {
    #expect(obstacle([0x1F, 0x8B, 8, 0, 0])?.code == "invoice.is-gzip")
    #expect(obstacle([0x89, 0x50, 0x4E, 0x47, 13, 10])?.code == "invoice.is-picture")
    #expect(obstacle([0xFF, 0xD8, 0xFF, 0xE0])?.code == "invoice.is-picture")
  }

  @Test(
    "Other documents are named by their element and namespace",
    arguments: [
      ("<Faktura/>", "invoice.no-namespace"),
      ("<Faktura xmlns='http://crd.gov.pl/wzor/2021/11/29/11089/'/>", "invoice.is-fa1"),
      ("<Faktura xmlns='http://crd.gov.pl/wzor/2026/02/01/FA_RR/'/>", "invoice.other-structure"),
      ("<Faktura xmlns='http://crd.gov.pl/wzor/2024/01/01/99999/'/>", "invoice.other-structure"),
      ("<Faktura xmlns='http://crd.gov.pl/wzor/2025/06/25/13775'/>", "invoice.other-structure"),
      ("<faktura xmlns='http://crd.gov.pl/wzor/2025/06/25/13775/'/>", "invoice.other-root"),
      ("<Potwierdzenie xmlns='http://upo.schematy.mf.gov.pl/KSeF/v4-3'/>", "invoice.is-upo"),
      ("<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>", "invoice.is-pef"),
      ("<u:CreditNote xmlns:u='urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'/>", "invoice.is-pef"),
      ("<JPK xmlns='http://jpk.mf.gov.pl/wzor/2022/02/17/02171/'/>", "invoice.is-jpk"),
      ("<svg xmlns='http://www.w3.org/2000/svg'/>", "invoice.other-xml"),
    ])
  func otherDocuments(xml: String, code: String) {
    #expect(obstacle(Array(xml.utf8))?.code == code)
  }

  @Test("Every refusal says in both languages what happened and what to do")
  func wording() throws {
    let refusal = try #require(obstacle(invoice("<Fa>\n</Fax>")))
    #expect(refusal.code == "xml.malformed")
    #expect(refusal.kind == .refused)
    #expect(refusal.reason.english.contains("Fa of line 1"))
    #expect(refusal.reason.polish.contains("Fa"))
    #expect(!refusal.remedy.english.isEmpty && !refusal.remedy.polish.isEmpty)
    #expect(refusal.place.text.hasPrefix("f.xml:2:"))
  }

  @Test(
    "The XML declaration may name UTF-8 and XML 1.0 only",
    arguments: [
      ("<?xml version='1.0' encoding='UTF-8'?>", nil), ("<?xml version = \"1.0\" encoding = \"utf-8\" ?>", nil),
      ("<?xml version='1.0' encoding='UTF-16'?>", "xml.encoding"),
      ("<?xml version='1.0' encoding='windows-1250'?>", "xml.encoding"),
      ("<?xml version='1.0' encoding=\"ISO-8859-2\"?>", "xml.encoding"),
      ("<?xml version='1.0' encoding='us-ascii'?>", "xml.encoding"), ("<?xml version='1.1'?>", "xml.version"),
      ("<?xml encoding='UTF-8'?>", "xml.malformed"), (" <?xml version='1.0'?>", "xml.malformed"),
      ("<?xml version='1.0' encoding='UTF-8>", "xml.malformed"),
    ] as [(String, String?)])
  func declaration(prolog: String, code: String?) {
    #expect(obstacle(invoice("<Fa/>", prolog: prolog))?.code == code)
  }

  @Test("UTF-16 and UTF-32 are refused, with a byte order mark or without one")
  func encodings() {
    let plain = invoice("<Fa/>")
    let wide = plain.flatMap { [$0, 0] as [UInt8] }
    #expect(obstacle([0xFF, 0xFE] + wide)?.code == "xml.encoding")
    #expect(obstacle([0xFE, 0xFF] + plain.flatMap { [0, $0] as [UInt8] })?.code == "xml.encoding")
    #expect(obstacle(wide)?.code == "xml.encoding")
    #expect(obstacle(plain.flatMap { [0, 0, 0, $0] as [UInt8] })?.code == "xml.encoding")
  }

  @Test(
    "Bytes that aren't UTF-8 are refused where they stand",
    arguments: [
      [0xB3], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x82, 0x82, 0xAC],
      [0xC5], [0xFF], [0xE2, 0x82],
    ] as [[UInt8]])
  func invalidUTF8(sequence: [UInt8]) {
    let bytes = invoice("\n<Fa>") + sequence
    #expect(obstacle(bytes)?.code == "xml.invalid-utf-8" || obstacle(bytes + [0x3C])?.code == "xml.invalid-utf-8")
    #expect(obstacle(Array("<Faktura>\n<a>".utf8) + sequence + Array("</a></Faktura>".utf8))?.place.text == "f.xml:2:4")
  }

  @Test(
    "Control characters are refused where they stand",
    arguments: [0x00, 0x01, 0x08, 0x0B, 0x0C, 0x1F, 0xFFFE, 0xFFFF] as [UInt32])
  func forbidden(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let plain = obstacle(invoice("<P_7>\n\(scalar)</P_7>"))
    #expect(plain?.code == "xml.forbidden-character")
    #expect(plain?.place.text == "f.xml:2:1")
    #expect(obstacle(invoice("<P_7>&#\(value);</P_7>"))?.code == "xml.malformed")
  }

  @Test(
    "The neighbours of refused characters are accepted",
    arguments: [0x7E, 0x85, 0xA0, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0x1FFFD] as [UInt32])
  func neighbours(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let document = try FADocument.read(invoice("<Fa><P_7>\(scalar)&#\(value);</P_7></Fa>"), fileName: "f.xml")
    #expect(document.body?["P_7"]?.text.unicodeScalars.map(\.value) == [value, value])
  }

  @Test(
    "Malformed XML is refused in plain words, with its line",
    arguments: [
      ("<Fa>\n<P_1></P_2></Fa>", "P_1 of line 2"), ("<Fa>\n", "closed by another name"),
      ("\n<P_7>A & B</P_7>", "&amp;"), ("\n<P_7>&nbsp;</P_7>", "&nbsp;"), ("\n<P_7 a='1' a='2'/>", "twice"),
      ("\n<P_7 a=1/>", "tag"), ("\n<x:P_7/>", "prefix x"), ("\n<!-- -- -->", "comment"), ("\n<![CDATA[", "CDATA"),
      ("\n&#0;", "reference"),
    ])
  func malformed(content: String, words: String) throws {
    let refusal = try #require(obstacle(invoice(content)))
    #expect(refusal.code == "xml.malformed")
    #expect(refusal.reason.english.contains(words), "\(refusal.reason.english)")
    #expect(refusal.place.line == 2)
  }

  @Test("A file that breaks off or goes on after its end is refused, wherever that is")
  func truncation() throws {
    let whole = invoice("<Fa><P_1 a='b'>1 &amp; 2</P_1><!-- c --><![CDATA[]]></Fa>")
    for length in 1..<whole.count {
      let refusal = try #require(obstacle(Array(whole[..<length])))
      #expect(refusal.code == "xml.malformed", "\(length)")
    }
    #expect(obstacle(whole + Array("<Fa/>".utf8))?.code == "xml.malformed")
    #expect(obstacle(whole + Array("x".utf8))?.code == "xml.malformed")
  }
}

@Suite("Findings about the structure")
struct StructureFindingTests {
  private func codes(version: String) throws -> [String] {
    let text = """
      <Faktura xmlns="\(FASchema.faRR1.namespaces[1])"><Naglowek>\
      <KodFormularza kodSystemowy="FA_RR(1)" wersjaSchemy="\(version)">FA_RR</KodFormularza></Naglowek></Faktura>
      """
    return try FADocument.read(Array(text.utf8), fileName: "rr.xml").structureFindings.map(\.code)
  }

  @Test("The first version of FA_RR is read, with a warning that 1-1E has replaced it")
  func supersededVersion() throws {
    #expect(try codes(version: "1-0E") == ["invoice.superseded-structure"])
    #expect(try codes(version: "1-1E").isEmpty)
  }
}
