import FAInvoice
import InvoiceTemplate
import Testing

@testable import Presentation

@Suite("Saying things once, and all of them")
struct BrevityTests {
  private func header(form: String, system: String) -> String {
    """
    <Naglowek><KodFormularza kodSystemowy="\(system)" wersjaSchemy="1-0E">\(form)</KodFormularza>\
    <WariantFormularza>3</WariantFormularza></Naglowek>
    """
  }

  @Test("The structure's name says code and variant of the form")
  func structure() throws {
    let text = try Samples.text("", around: header(form: "FA", system: "FA (3)"))
    #expect(text.contains("Struktura: FA (3) 1-0E"))
    #expect(!text.contains("Kod i wariant formularza"))
  }

  @Test("A form that the structure's name doesn't say is named beside it")
  func otherForm() throws {
    let text = try Samples.text("", around: header(form: "FB", system: "FA (3)"))
    #expect(text.contains("Struktura: FA (3) 1-0E"))
    #expect(text.contains("Kod i wariant formularza: FB 3"))
  }

  private func buyer(country: String, place: String) -> String {
    """
    <Podmiot2><DaneIdentyfikacyjne><BrakID>1</BrakID></DaneIdentyfikacyjne><Adres><KodKraju>\(country)</KodKraju>\
    <AdresL1>ul. Zmyślona 1</AdresL1><AdresL2>\(place)</AdresL2></Adres></Podmiot2>
    """
  }

  @Test(
    "An address names its country: Poland behind its last line, others on a line of their own",
    arguments: [
      ("PL", "00-000 Przykładowo", "00-000 Przykładowo, Polska"), ("PL", "Przykładowo, POLSKA", "Przykładowo, POLSKA"),
      ("DE", "00000 Musterstadt", "00000 Musterstadt\nNiemcy"),
    ])
  func country(code: String, place: String, expected: String) throws {
    let document = try Samples.invoice("", around: buyer(country: code, place: place))
    let presentation = Presentation(of: document, template: .standard, codes: nil)
    #expect(presentation.texts.contains("ul. Zmyślona 1\n\(expected)"))
  }

  @Test("A name of many lines is cut in the head, and stands in full among the parties")
  func longName() throws {
    let name = Array(repeating: "Przykładowe", count: 40).joined(separator: " ")
    let xml = """
      <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/"><Podmiot1><DaneIdentyfikacyjne>\
      <NIP>9999999999</NIP><Nazwa>\(name)</Nazwa></DaneIdentyfikacyjne></Podmiot1>\
      <Fa><RodzajFaktury>VAT</RodzajFaktury></Fa></Faktura>
      """
    let document = try FADocument.read(Array(xml.utf8), fileName: "test.xml")
    let presentation = Presentation(of: document, template: .standard, codes: nil)
    #expect(presentation.head.issuer.hasSuffix("Przykładowe…"))
    #expect(presentation.head.issuer.count < 120)
    #expect(presentation.author == name)
    #expect(presentation.texts.contains(name))
  }

  @Test("No date stands alone under a row of four")
  func dates() throws {
    let document = try Samples.document("ordinary")
    let confirmation = Presentation(of: document, template: .standard, codes: nil, as: .confirmation)
    let grids = confirmation.sections.filter { $0.name == .dates }.flatMap(\.blocks).compactMap { block in
      if case .grid(let fields, let columns) = block { (fields.count, columns) } else { nil }
    }
    let (count, columns) = try #require(grids.first)
    #expect(count <= columns || count % columns != 1)
  }
}

extension Presentation {
  /// The running texts of all sections, as they are.
  fileprivate var texts: [String] { sections.flatMap { texts(of: $0.blocks) } }

  private func texts(of blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .text(let text, _): [text]
      case .columns(let columns, _): columns.flatMap(texts)
      default: []
      }
    }
  }
}
