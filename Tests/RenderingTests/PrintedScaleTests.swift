import FAInvoice
import Foundation
import InvoiceRendering
import Testing

/// The whole way to the file: what a reader of the PDF finds of documents of any size.
@Suite("Large documents on paper")
struct PrintedScaleTests {
  private static func lines(_ count: Int) -> String {
    (1...count).map {
      "<FaWiersz><NrWierszaFa>\($0)</NrWierszaFa><P_7>rzecz\($0) zmyślona</P_7><P_8B>2</P_8B><P_11>7.45</P_11></FaWiersz>"
    }.joined()
  }

  @Test("Every line of an invoice stands on its print, in order", arguments: [26, 1_000, 10_000])
  func lines(count: Int) throws {
    try expect((1...count).map { "rzecz\($0)zmyślona" }, inOrderOn: packedText(body: Self.lines(count)))
  }

  @Test("Every cell of an attachment of a thousand rows and twenty columns stands on its print, in order")
  func attachment() throws {
    let columns = (0..<20).map { "<Kol Typ=\"txt\"><NKom>Kolumna \($0)</NKom></Kol>" }.joined()
    let rows = (1...1_000).map { row in
      "<Wiersz>" + (0..<20).map { "<WKom>k\($0)x\(row)z</WKom>" }.joined() + "</Wiersz>"
    }.joined()
    let text = try packedText(
      attachment: """
        <Zalacznik><BlokDanych><Tabela><TNaglowek>\(columns)</TNaglowek>\(rows)</Tabela></BlokDanych></Zalacznik>
        """)
    for column in 0..<20 { try expect((1...1_000).map { "k\(column)x\($0)z" }, inOrderOn: text) }
  }

  @Test("Names of 512 letters without a space stand whole on the print, of every party")
  func longNames() throws {
    func name(_ party: String) -> String {
      String((party + String(repeating: "dżdżownica", count: 52)).prefix(512))
    }
    func party(_ element: String, _ identifier: String = "<BrakID>1</BrakID>") -> String {
      """
      <\(element)><DaneIdentyfikacyjne>\(identifier)<Nazwa>\(name(element))</Nazwa></DaneIdentyfikacyjne></\(element)>
      """
    }
    let text = try packedText(
      issuer: party("Podmiot1", "<NIP>9999999999</NIP>"),
      parties: party("Podmiot2") + party("Podmiot3") + party("PodmiotUpowazniony", "<NIP>1111111111</NIP>"),
      body: party("Podmiot1K", "<NIP>9999999999</NIP>") + party("Podmiot2K"))
    for element in ["Podmiot1", "Podmiot2", "Podmiot3", "PodmiotUpowazniony", "Podmiot1K", "Podmiot2K"] {
      #expect(text.range(of: Data(name(element).utf8)) != nil, "\(element)")
    }
  }

  @Test("Each of a hundred further parties stands on the print")
  func parties() throws {
    let parties = (1...100).map {
      "<Podmiot3><DaneIdentyfikacyjne><BrakID>1</BrakID><Nazwa>odbiorca\($0) zmyślony</Nazwa></DaneIdentyfikacyjne></Podmiot3>"
    }.joined()
    let text = try packedText(parties: parties)
    for number in 1...100 { #expect(text.range(of: Data("odbiorca\(number)zmyślony".utf8)) != nil) }
  }

  @Test("Fifty thousand corrected invoices, as many as the schema allows, stand on the print, in order")
  func correctedInvoices() throws {
    let entries = (1...50_000).map {
      """
      <DaneFaKorygowanej><DataWystFaKorygowanej>2026-01-02</DataWystFaKorygowanej><NrFaKorygowanej>f\($0)k\
      </NrFaKorygowanej><NrKSeFN>1</NrKSeFN></DaneFaKorygowanej>
      """
    }.joined()
    try expect((1...50_000).map { "f\($0)k" }, inOrderOn: packedText(body: entries))
  }

  /// The text of an invoice's print without white space, as another program finds it.
  private func packedText(
    issuer: String = """
    <Podmiot1><DaneIdentyfikacyjne><NIP>9999999999</NIP><Nazwa>Firma zmyślona</Nazwa></DaneIdentyfikacyjne></Podmiot1>
    """,
    parties: String = "", body: String = "", attachment: String = ""
  ) throws -> Data {
    let xml = """
      <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">\(issuer)\(parties)<Fa><KodWaluty>PLN</KodWaluty>\
      <P_1>2026-03-02</P_1><P_2>FV/1</P_2><P_15>1.00</P_15><RodzajFaktury>VAT</RodzajFaktury>\(body)</Fa>\
      \(attachment)</Faktura>
      """
    let renderer = try InvoiceRenderer(resources: House.resources())
    let document = try FADocument.read(Array(xml.utf8), fileName: "large.xml")
    let pdf = try renderer.render(try House.cleared(document), codes: nil, creationDate: House.creationDate).bytes
    return try House.withFolder { folder in
      let file = folder.appendingPathComponent("print.pdf")
      try Data(pdf).write(to: file)
      let text = try #require(try House.output(of: "pdftotext", ["-raw", file.path, "-"]))
      return Data(text.utf8.filter { $0 > 0x20 })
    }
  }

  private func expect(_ marks: [String], inOrderOn text: Data) throws {
    var place = text.startIndex
    for mark in marks {
      let found = try #require(text.range(of: Data(mark.utf8), in: place..<text.endIndex), "\(mark) isn't on the print")
      place = found.upperBound
    }
  }
}
