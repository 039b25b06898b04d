import FAInvoice
import FAValidation
import Findings
import KSeFIdentifiers
import Testing

@Test("What KSeF would refuse about the file is told by the check")
func fileFindings() throws {
  let text = "<Faktura xmlns=\"http://crd.gov.pl/wzor/2025/06/25/13775/\"><?druk szybko?></Faktura>"
  let document = try FADocument.read([0xEF, 0xBB, 0xBF] + Array(text.utf8), fileName: "f.xml")
  let today = try #require(CalendarDate(iso: "2026-03-01"))
  let codes = InvoiceCheck(environment: .production, today: today).findings(for: document).map(\.code)
  #expect(codes.contains("xml.byte-order-mark"))
  #expect(codes.contains("xml.processing-instruction"))
}
