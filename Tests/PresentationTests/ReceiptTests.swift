import FAInvoice
import Findings
import InvoiceTemplate
import Testing

@testable import Presentation

@Suite("A UPO's print")
struct ReceiptTests {
  @Test("Every leaf of the UPO's own is said")
  func leaves() throws {
    let receipt = try Samples.receipt()
    let text = Presentation(of: receipt).plainText
    for leaf in leaves(of: receipt.root) where !text.contains(leaf.text) {
      // Days and moments are said as all days are, in the zone they are written in.
      let parts = leaf.text.split(separator: "T")
      let day = parts[0].split(separator: "-").reversed().joined(separator: ".")
      #expect(text.contains(day), "\(leaf.path)")
      if parts.count == 2 { #expect(text.contains("\(parts[1].dropLast()) UTC"), "\(leaf.path)") }
    }
  }

  @Test("What no view knows follows by its name")
  func unknownLeaf() throws {
    let text = try said(replacing: "<KodFormularza>", with: "<Nowosc><Wartosc>7</Wartosc></Nowosc><KodFormularza>")
    #expect(text.contains("== remainder"))
    #expect(text.contains("- Nowosc/Wartosc: 7"))
  }

  @Test("A time with an offset keeps it")
  func offset() throws {
    #expect(
      try said(replacing: "2026-03-02T09:16:04.218Z", with: "2026-03-02T10:16:04.218+01:00")
        .contains("02.03.2026 (10:16:04.218+01:00)"))
  }

  @Test("A file without a signature says so")
  func unsigned() throws {
    let xml = String(decoding: contents(of: Samples.receiptPath), as: UTF8.self)
    let start = try #require(xml.firstRange(of: "  <ds:Signature ")?.lowerBound)
    let bare = String(xml[..<start]) + "</Potwierdzenie>"
    let text = Presentation(of: try Samples.receipt(Array(bare.utf8)), languages: [.english]).plainText
    #expect(text.contains("The file carries no electronic signature."))
    #expect(!text.contains("This print doesn't check it"))
  }

  @Test("A signature without its value is none, and what it holds is said all the same")
  func emptySignature() throws {
    let xml = String(decoding: contents(of: Samples.receiptPath), as: UTF8.self)
    let start = try #require(xml.firstRange(of: "<ds:SignatureValue")?.lowerBound)
    let end = try #require(xml.firstRange(of: "</ds:SignatureValue>")?.upperBound)
    let text = Presentation(of: try Samples.receipt(Array((xml[..<start] + xml[end...]).utf8))).plainText
    #expect(text.contains("Plik nie zawiera podpisu elektronicznego."))
    #expect(!text.contains("Plik zawiera podpis"))
    #expect(text.contains("CN=Centrum przykładowe"))
  }

  @Test(
    "Each kind of context is named",
    arguments: [
      ("IdWewnetrzny", "9999999999-12345", "identyfikator wewnętrzny"),
      ("IdZlozonyVatUE", "9999999999-DE999999999", "NIP i numer VAT UE"),
      ("IdDostawcyUslugPeppol", "PPL999999", "Peppol"),
    ])
  func context(element: String, value: String, word: String) throws {
    let text = try said(replacing: "<Nip>9999999999</Nip>", with: "<\(element)>\(value)</\(element)>")
    let line = try #require(text.split(separator: "\n").first { $0.contains(value) })
    #expect(line.contains(word))
  }

  @Test("Ten thousand invoices are ten thousand rows")
  func many() throws {
    let document = """
      <Dokument><NipSprzedawcy>9999999999</NipSprzedawcy><NumerFaktury>FV/%</NumerFaktury></Dokument>
      """
    let xml =
      "<Potwierdzenie xmlns=\"http://upo.schematy.mf.gov.pl/KSeF/v4-2\">"
      + (1...10_000).map { document.replacing("%", with: "\($0)") }.joined() + "</Potwierdzenie>"
    let presentation = Presentation(of: try Samples.receipt(Array(xml.utf8)))
    let tables = presentation.sections.flatMap(\.blocks).compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    #expect(tables.map(\.rows.count) == [10_000])
    #expect(tables.first?.rows.last?.cells.first?.text == "FV/10000")
  }

  private func said(replacing old: String, with new: String) throws -> String {
    let xml = String(decoding: contents(of: Samples.receiptPath), as: UTF8.self)
    #expect(xml.contains(old))
    return Presentation(of: try Samples.receipt(Array(xml.replacing(old, with: new).utf8))).plainText
  }

  private func leaves(of element: InvoiceElement) -> [InvoiceElement] {
    if element.name == "Signature" { return [] }
    return element.isLeaf ? [element] : element.children.flatMap(leaves)
  }
}
