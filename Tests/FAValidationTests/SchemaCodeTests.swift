import FAInvoice
import FAValidation
import Findings
import Foundation
import KSeFIdentifiers
import Testing

@Suite("The codes of the schema")
struct SchemaCodeTests {
  @Test(
    "A change of a valid invoice is told first by the code of what was changed",
    arguments: [
      ("<P_2>", "<Zmyslony/><P_2>", "schema.unexpected-element"),
      ("<P_1M>Przykładowo</P_1M>", "<P_2>1</P_2><P_1M>Przykładowo</P_1M>", "schema.element-order"),
      ("<P_1>2026-03-02</P_1>", "", "schema.missing-element"),
      ("<KodWaluty>PLN</KodWaluty>", "<KodWaluty>PLN</KodWaluty><KodWaluty>PLN</KodWaluty>", "schema.too-many"),
      ("<Fa>", "<Fa>tekst", "schema.text"),
      ("<P_2>", "<P_2><b/>", "schema.element-in-value"),
      ("<P_2>", "<P_2 a=\"b\">", "schema.attribute"),
      ("<P_2>FV/2026/03/0021", "<P_2>", "schema.value-empty"),
      ("<P_2>", "<P_2>\(String(repeating: "x", count: 300))", "schema.value-length"),
      ("<KodWaluty>PLN", "<KodWaluty>QQQ", "schema.value-unlisted"),
      ("<P_15>", "<P_15>x", "schema.value-number"),
      ("<P_1>2026-03-02", "<P_1>2026-02-30", "schema.value-date"),
      ("<P_1>2026-03-02", "<P_1>2005-12-31", "schema.value-range"),
      ("<NIP>9999999999", "<NIP>99999", "schema.value-format"),
    ])
  func codes(part: String, change: String, code: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "samples/fa3-vat.xml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let place = try #require(text.range(of: part))
    let changed = text.replacingCharacters(in: place, with: change)
    let today = try #require(CalendarDate(iso: "2026-12-31"))
    let check = InvoiceCheck(environment: .production, today: today)
    let document = try FADocument.read(Array(changed.utf8), fileName: "changed.xml")
    let found = check.schemaFindings(for: document)
    #expect(found.first?.code == code, "\(found.map(\.code))")
    #expect(found.allSatisfy { $0.severity == .refused && $0.place.line != nil && $0.place.path != nil })
    #expect(check.schemaFindings(for: try FADocument.read(Array(text.utf8), fileName: "sample.xml")).isEmpty)
  }
}
