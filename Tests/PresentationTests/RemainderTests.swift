import FAInvoice
import Findings
import InvoiceTemplate
import Presentation
import Testing

@Suite("What no view knows")
struct RemainderTests {
  @Test("An unknown element is listed by its way and number")
  func unknownElement() throws {
    let text = try Samples.text("<FaWiersz><P_7>a</P_7></FaWiersz><FaWiersz><Nowe>x</Nowe></FaWiersz><Inne>1</Inne>")
    #expect(text.contains("== remainder: Pozostałe dane"))
    #expect(text.contains("- Fa/FaWiersz[2]/Nowe: x"))
    #expect(text.contains("- Fa/Inne: 1"))
  }

  @Test("A second value where the schema allows one is listed")
  func repeatedElement() throws {
    let text = try Samples.text("<P_1M>Warszawa</P_1M><P_1M>Kraków</P_1M>")
    #expect(text.contains("Miejsce wystawienia: Warszawa"))
    #expect(text.contains("- Fa/P_1M[2]: Kraków"))
  }

  @Test("An unknown attribute is listed, one that points to a schema isn't")
  func attributes() throws {
    let text = try Samples.text("<P_1M dopisek=\"x\">Warszawa</P_1M>")
    #expect(text.contains("- Fa/P_1M/@dopisek: x"))
    let xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\""
    #expect(try !Samples.text("<P_1M \(xsi)>Warszawa</P_1M><P_15>1</P_15>").contains("== remainder"))
  }

  @Test("Attributes of the document itself, and those beside an attribute that is printed, are listed")
  func attributesElsewhere() throws {
    let column = "<Kol Typ=\"txt\" dopisek=\"y\"><NKom>Nazwa</NKom></Kol>"
    let table = "<Tabela><TNaglowek>\(column)</TNaglowek><Wiersz><WKom>a</WKom></Wiersz></Tabela>"
    let attachment = "<Zalacznik><BlokDanych>\(table)</BlokDanych></Zalacznik>"
    #expect(
      try Samples.text("", around: attachment).contains("- Zalacznik/BlokDanych/Tabela/TNaglowek/Kol/@dopisek: y"))
    let xml = """
      <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/" dopisek="x">
      <Fa><P_1>2026-02-01</P_1><RodzajFaktury>VAT</RodzajFaktury></Fa></Faktura>
      """
    let document = try FADocument.read(Array(xml.utf8), fileName: "test.xml")
    #expect(Presentation(of: document, template: .standard, codes: nil).plainText.contains("- @dopisek: x"))
  }

  @Test("Elements where a text belongs are listed")
  func elementsForText() throws {
    let text = try Samples.text("<P_1M><a>b</a></P_1M>")
    #expect(text.contains("- Fa/P_1M/a: b"))
  }

  @Test("A marker that is neither yes nor no is listed and reported")
  func strangeMarker() throws {
    let document = try Samples.invoice("<Adnotacje><P_16>7</P_16></Adnotacje>")
    let presentation = Presentation(of: document, template: .standard, codes: nil)
    #expect(presentation.plainText.contains("- Fa/Adnotacje/P_16: 7"))
    #expect(presentation.findings.map(\.code) == ["presentation.unknown-code"])
  }

  @Test("A code without a known meaning is printed as it stands and reported")
  func unknownCode() throws {
    let document = try Samples.invoice("<Platnosc><FormaPlatnosci>9</FormaPlatnosci></Platnosc>")
    let presentation = Presentation(of: document, template: .standard, codes: nil)
    #expect(presentation.plainText.contains("# Płatność\n9\n"))
    #expect(presentation.findings.map(\.place.path) == ["/Faktura/Fa/Platnosc/FormaPlatnosci"])
  }

  @Test("No more than a hundred unknown codes are reported, and all are listed")
  func manyUnknownCodes() throws {
    let corrected = "<DaneFaKorygowanej><NrKSeFN>7</NrKSeFN></DaneFaKorygowanej>"
    let document = try Samples.invoice(String(repeating: corrected, count: 300))
    let presentation = Presentation(of: document, template: .standard, codes: nil)
    #expect(presentation.findings.count == 100)
    #expect(presentation.plainText.contains("- Fa/DaneFaKorygowanej[300]/NrKSeFN: 7"))
  }

  @Test("Sections that the template leaves out follow in their own order")
  func orderOfSections() throws {
    let document = try Samples.document("ordinary")
    var template = Template.standard
    template.sections = [.notes, .lines]
    let names = Presentation(of: document, template: template, codes: nil).sections.map(\.name)
    #expect(names == [.notes, .lines, .dates, .parties, .summary, .terms])
  }
}
