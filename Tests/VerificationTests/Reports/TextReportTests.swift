import Findings
import Foundation
import Testing

@testable import Verification

@Suite("The report for a terminal, of a run of many")
struct TextReportTests {
  /// So many invoices that pass, each in a print of its own.
  private func passing(_ count: Int) throws -> Report {
    let shop = try Shop()
    let invoices = (1...count).map { shop.invoice($0) }
    let evidence = try invoices.enumerated().flatMap { index, xml in
      print("scan-\(index + 1).pdf", [[try shop.invoiceLink(xml)]])
    }
    let given = invoices.enumerated().map { GivenInvoice($0.element, name: "\($0.offset + 1).xml") }
    return Verifier(invoices: given).verify(evidence)
  }

  @Test("A summary stands first, then what failed, then what is undecided, then what passed")
  func order() throws {
    let text = try FixedRun().report.text(in: .english)
    let parts = [
      "Invoices: 3 (", "\nFAILED (1)", "\nINDETERMINATE (", "\nNot read:", "\nPASSED (1)", "\nOnly KSeF can tell",
    ]
    let places = try parts.map { try #require(text.range(of: $0)?.lowerBound, "\($0)") }
    #expect(places == places.sorted())
  }

  @Test("What passed is a line for each invoice up to fifty, and a number beyond")
  func manyPassed() throws {
    let few = try passing(50).text(in: .english)
    #expect(few.contains("PASSED (50)") && few.contains("scan-50.pdf, page 1"))
    #expect(!few.contains("https://"))
    #expect(try passing(5).text(in: .english).contains("https://qr-test.ksef.mf.gov.pl/invoice/1111111111/"))
    let many = try passing(51).text(in: .english)
    #expect(many.contains("PASSED (51)") && !many.contains("scan-") && !many.contains("https://"))
  }

  @Test("Every invoice that failed is told, however many there are")
  func manyFailed() throws {
    let shop = try Shop()
    let other = try Shop(nip: "9999999999")
    let evidence = try (1...60).flatMap { number in
      print(
        "scan-\(number).pdf",
        [[try shop.invoiceLink(shop.invoice(number)), try other.certificateLink(shop.invoice(number))]])
    }
    let text = Verifier().verify(evidence).text(in: .polish)
    for number in 1...60 { #expect(text.contains("scan-\(number).pdf, strona 1\n")) }
  }

  @Test("A KOD II without its KOD I, and the reverse, are counted")
  func halves() throws {
    let shop = try Shop()
    let evidence =
      try print("a.pdf", [[shop.invoiceLink(shop.invoice(1))]])
      + print("b.pdf", [[shop.invoiceLink(shop.invoice(2))]])
      + print("c.pdf", [[shop.certificateLink(shop.invoice(3)), shop.certificateLink(shop.invoice(4))]])
    let report = Verifier().verify(evidence)
    #expect(report.counts.onlyInvoiceLink == 2 && report.counts.onlyCertificateLink == 2)
    #expect(report.text(in: .english).contains("KOD I without KOD II: 2"))
    #expect(report.text(in: .english).contains("KOD II without KOD I: 2"))
  }

  @Test("An unreadable code is told with its place and what to do")
  func unreadable() throws {
    let text = try FixedRun().report.text(in: .english)
    #expect(text.contains("smudged.jpg, page 1, upper right: A code is seen here and can't be read."))
    #expect(text.contains("200 dpi or more"))
  }

  @Test("A hostile name steers no terminal and begins no line")
  func hostile() throws {
    for language in Language.allCases {
      let text = try Reports.hostileRun().text(in: language)
      #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
      #expect(!text.unicodeScalars.contains { ["\u{202E}", "\u{2028}"].contains($0) })
    }
  }
}
