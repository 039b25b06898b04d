import FAInvoice
import Findings
import Foundation
import KSeFIdentifiers
import Testing

@testable import Verification

@Suite("Invoices in other bytes")
struct RespellingTests {
  private static let original = """
    <?xml version="1.0" encoding="UTF-8"?>
    <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <Naglowek>
        <KodFormularza kodSystemowy="FA (3)" wersjaSchemy="1-0E">FA</KodFormularza>
      </Naglowek>
      <Podmiot1>
        <DaneIdentyfikacyjne>
          <NIP>1111111111</NIP>
          <Nazwa>Żółw &amp; Gęś "Fikcja" &gt; 'x'</Nazwa>
        </DaneIdentyfikacyjne>
        <Adres/>
      </Podmiot1>
      <!-- uwaga -->
      <Fa>
        <P_1>2026-02-01</P_1>
        <P_2>FV/1/2026</P_2>
        <P_15>123.00</P_15>
        <Opis> </Opis>
      </Fa>
    </Faktura>

    """

  private static func replaced(_ old: String, _ new: String) -> [UInt8] {
    Array(original.replacing(old, with: new).utf8)
  }

  /// What was done to the file, and the bytes that result.
  private static let respelled: [(name: String, bytes: [UInt8])] = [
    ("CRLF", replaced("\n", "\r\n")),
    ("CR", replaced("\n", "\r")),
    ("byte order mark", [0xEF, 0xBB, 0xBF] + Array(original.utf8)),
    ("byte order mark and CRLF", [0xEF, 0xBB, 0xBF] + replaced("\n", "\r\n")),
    ("no final line end", Array(original.dropLast().utf8)),
    ("lower-case encoding", replaced("UTF-8", "utf-8")),
    ("single quotes in the declaration", replaced("\"1.0\" encoding=\"UTF-8\"", "'1.0' encoding='UTF-8'")),
    ("standalone", replaced("\"UTF-8\"?>\n", "\"UTF-8\" standalone=\"no\"?>")),
    ("no declaration", replaced("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "")),
    ("on one line", squeezed),
    ("on one line, with space", Array(String(decoding: squeezed, as: UTF8.self).replacing("/>", with: " />").utf8)),
    ("indented by tabs", replaced("  ", "\t")),
    ("indented by four", replaced("  ", "    ")),
    ("long empty elements", replaced("<Adres/>", "<Adres></Adres>")),
    (
      "single quotes",
      replaced("kodSystemowy=\"FA (3)\" wersjaSchemy=\"1-0E\"", "kodSystemowy='FA (3)' wersjaSchemy='1-0E'")
        .replacingAllQuotes()
    ),
    ("quotes as entities", replaced("\"Fikcja\"", "&quot;Fikcja&quot;")),
    ("no entity for >", replaced("&gt;", ">")),
  ]

  private static var squeezed: [UInt8] {
    var inText = original
    for indent in ["\n      ", "\n    ", "\n  ", "\n"] { inText = inText.replacing(indent, with: "") }
    return Array(inText.utf8)
  }

  private func verify(_ xml: [UInt8], given: [UInt8], isOfCollection: Bool = true) throws -> Report {
    let nip = try #require(NIP("1111111111"))
    let day = try #require(CalendarDate(iso: "2026-02-01"))
    let link = "https://qr-test.ksef.mf.gov.pl/invoice/\(nip)/\(day.dayFirst)/\(InvoiceHash(ofExactBytes: xml))"
    let material = GivenMaterial(invoices: [GivenInvoice(given, name: "given.xml", isOfCollection: isOfCollection)])
    return Verifier(material).verify(links(link))
  }

  @Test("An invoice in another spelling is recognised, either way round", arguments: respelled.map(\.name))
  func recognised(name: String) throws {
    let other = try #require(RespellingTests.respelled.first { $0.name == name }?.bytes)
    let original = Array(RespellingTests.original.utf8)
    #expect(other != original)
    for (xml, given) in [(original, other), (other, original)] {
      let report = try verify(xml, given: given)
      #expect(report.verdict == .passed)
      #expect(report.checks(.remark).contains(.invoiceHash))
      #expect(report.sentence(.invoiceHash).hasPrefix("given.xml has the same content in other bytes"))
      #expect(report.subjects.first?.invoiceFile == "given.xml")
    }
  }

  @Test("The report says in what the spelling differs")
  func differences() throws {
    let original = Array(RespellingTests.original.utf8)
    let crlf = try verify(RespellingTests.replaced("\n", "\r\n"), given: original).sentence(.invoiceHash)
    #expect(crlf.hasSuffix("has CRLF line ends."))
    let tabs = try verify(RespellingTests.replaced("  ", "\t"), given: original).sentence(.invoiceHash)
    #expect(tabs.hasSuffix("has indented by tabs."))
  }

  @Test(
    "Another content is never taken for the same",
    arguments: [
      ("123.00", "923.00"), ("123.00", "123.0"), ("<Opis> </Opis>", "<Opis></Opis>"), ("Żółw", "Zółw"),
      ("FV/1/2026", "FV/1/2026 "), ("FA (3)", "FA  (3)"), ("<P_15>", "<P_14>"), ("&amp;", "&amp;amp;"),
    ])
  func changed(old: String, new: String) throws {
    let changed = RespellingTests.replaced(old, new.replacing("<P_14>", with: "<P_15> "))
    let original = Array(RespellingTests.original.utf8)
    for (xml, given) in [(original, changed), (changed, original)] {
      let wanted: Set = [InvoiceHash(ofExactBytes: xml)]
      #expect(xml != given && RespellingSearch(of: given, for: wanted, budget: 5_000_000).hits.isEmpty)
    }
  }

  @Test("A changed digit leaves the code without its invoice, and fails where the file was named")
  func changedDigit() throws {
    let original = Array(RespellingTests.original.utf8)
    let changed = RespellingTests.replaced("123.00", "923.00")
    let report = try verify(original, given: changed)
    #expect(report.verdict == .indeterminate && !report.checks(.remark).contains(.invoiceHash))
    #expect(try verify(original, given: changed, isOfCollection: false).verdict == .failed)
  }

  @Test("A given file with the content of the attached invoice is named, and is no invoice without a code")
  func echo() throws {
    let original = Array(RespellingTests.original.utf8)
    // Attributes in another order are nothing that the search for spellings would try.
    let other = RespellingTests.replaced(
      "kodSystemowy=\"FA (3)\" wersjaSchemy=\"1-0E\"", "wersjaSchemy=\"1-0E\" kodSystemowy=\"FA (3)\"")
    let hash = InvoiceHash(ofExactBytes: original)
    let link = "https://qr-test.ksef.mf.gov.pl/invoice/1111111111/01-02-2026/\(hash)"
    let material = GivenMaterial(
      invoices: [GivenInvoice(original, name: "exact.xml"), GivenInvoice(other, name: "other.xml")])
    let report = Verifier(material).verify(links(link))
    #expect(report.verdict == .passed && report.invoicesWithoutCode.isEmpty)
    let sentences = report.subjects.flatMap(\.checks).filter { $0.check == .invoiceHash }.map(\.sentence.english)
    #expect(sentences.contains { $0.hasPrefix("other.xml has the same content as exact.xml") })
  }

  @Test("The search ends where its budget ends, and on what can't be cut")
  func bounded() throws {
    let wanted: Set = [InvoiceHash(ofExactBytes: [])]
    #expect(RespellingSearch(of: Array(RespellingTests.original.utf8), for: wanted, budget: 5000).hits.isEmpty)
    for text in [
      "", "<", "<a", "<a b", "<a b=", "<a b='", "<!--", "<![CDATA[", "<?xml ", "</", "text", "<a/", "\u{FEFF}",
    ] {
      #expect(RespellingSearch(of: Array(text.utf8), for: wanted, budget: 1_000_000).hits.isEmpty)
    }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let noise = (0..<200).map { _ in "<>/='\" a!-[]?&;\n".utf8.randomElement(using: &random) ?? 0 }
      #expect(RespellingSearch(of: noise, for: wanted, budget: 20_000).hits.isEmpty)
    }
  }

  @Test("A shelf keeps what the codes ask for, and counts the rest")
  func shelf() throws {
    let shop = try Shop()
    let own = shop.invoice(1)
    var shelf = InvoiceShelf(for: links(try shop.invoiceLink(own)), memory: 500)
    shelf.add(shop.invoice(2), name: "same-day.xml")
    shelf.add(shop.invoice(3), name: "too-much.xml")
    shelf.add(shop.invoice(4, date: "2026-02-02"), name: "other-day.xml")
    shelf.add(Array("no invoice".utf8), name: "readme.txt")
    shelf.add(own, name: "own.xml")
    shelf.add(own, name: "copy.xml")
    #expect(shelf.invoices.map(\.name) == ["same-day.xml", "own.xml"])
    #expect(shelf.others == 1 && shelf.foreign == 1 && shelf.leftOut == 1)
    #expect(shelf.invoices.allSatisfy { $0.isOfCollection })
  }
}

extension [UInt8] {
  /// Single quotes around all attributes, the declaration's aside.
  fileprivate func replacingAllQuotes() -> [UInt8] {
    Array(
      String(decoding: self, as: UTF8.self).replacing("=\"http", with: "='http").replacing(
        "/13775/\"", with: "/13775/'"
      )
      .replacing("instance\"", with: "instance'").utf8)
  }
}
