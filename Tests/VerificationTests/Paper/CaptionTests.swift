import CodeReading
import KSeFIdentifiers
import KSeFLinks
import Testing

@testable import Verification

/// The words around codes.
@Suite("Words under the codes")
struct CaptionTests {
  private static let valid = "1111111111-20260201-0100001AF629-06"

  /// The answers for a page with both codes side by side, or the first alone, and words around them.
  private func answers(
    _ words: String, both: Bool = false, source: PageText.Source = .textLayer, date: String = "2026-02-01"
  ) throws -> [CheckName: Outcome] {
    let shop = try Shop()
    let xml = shop.invoice(date: date)
    // Beneath four lines of text; the drawing's columns 0 to 15 and 40 to 55.
    func place(_ column: Double) -> PageRegion {
      PageRegion(centerX: 0.05 + (column + 8) * 0.009, centerY: 0.05 + 6.5 * 0.015, width: 0.144, height: 0.1)
    }
    var codes = [FoundCode(text: try shop.invoiceLink(xml, date: date), page: 1, region: place(0))]
    if both { codes.append(FoundCode(text: try shop.certificateLink(xml), page: 1, region: place(40))) }
    let page = PageReading(
      page: 1, codes: codes, isExhausted: true, text: PageText(source: source, words: setPage(words)))
    let report = Verifier().verify([.print(named: "print.pdf", PrintReading(kind: .pdf, pages: [page]))])
    var outcomes: [CheckName: Outcome] = [:]
    for check in report.subjects.flatMap(\.checks) where check.check.rawValue.hasPrefix("printed.") {
      outcomes[check.check] = check.outcome
    }
    return outcomes
  }

  private func under(_ lines: String...) -> String {
    String(repeating: "\n", count: 11) + lines.joined(separator: "\n")
  }

  private let gap = String(repeating: " ", count: 30)

  @Test("OFFLINE and CERTYFIKAT under their codes pass")
  func offline() throws {
    let outcomes = try answers(under("    OFFLINE     " + gap + "  CERTYFIKAT"), both: true)
    #expect(outcomes == [.printedInvoiceWord: .passed, .printedCertificateWord: .passed])
  }

  @Test("A KSeF number under KOD I passes, also broken over two lines")
  func number() throws {
    let passed: [CheckName: Outcome] = [.printedInvoiceWord: .passed, .printedKSeFNumber: .passed]
    #expect(try answers(under(Self.valid)) == passed)
    #expect(try answers(under(String(Self.valid.prefix(20)), String(Self.valid.dropFirst(20)))) == passed)
  }

  @Test("A word above or beside its code is worth a look, and so is none")
  func elsewhere() throws {
    #expect(try answers("\n\n    OFFLINE") == [.printedInvoiceWord: .remark])
    #expect(
      try answers("\n\n\n\n\n\n" + String(repeating: " ", count: 20) + "OFFLINE") == [.printedInvoiceWord: .remark])
    #expect(try answers(under("    Sprawdź")) == [.printedInvoiceWord: .remark])
    let one = try answers(under("    OFFLINE     " + gap + "  Wystawca"), both: true)
    #expect(one == [.printedInvoiceWord: .passed, .printedCertificateWord: .remark])
  }

  @Test("OFFLINE together with a number fails")
  func offlineWithNumber() throws {
    #expect(try answers(under("    OFFLINE", Self.valid))[.printedInvoiceWord] == .failed)
  }

  @Test("KOD II on a print with a KSeF number fails")
  func certificateWithNumber() throws {
    let outcomes = try answers(under(Self.valid + "       CERTYFIKAT"), both: true)
    #expect(outcomes[.printedCertificateWord] == .failed)
  }

  @Test("A number with wrong check digits, of another seller or from before the invoice fails")
  func wrongNumber() throws {
    let wrong = Self.valid.dropLast() + (Self.valid.hasSuffix("0") ? "1" : "0")
    #expect(try answers(under(String(wrong)))[.printedKSeFNumber] == .failed)
    #expect(try answers(under("5265877635-20250826-0100001AF629-AF"))[.printedKSeFNumber] == .failed)
    #expect(try answers(under(Self.valid), date: "2026-02-02")[.printedKSeFNumber] == .failed)
  }

  @Test("Recognised words never fail")
  func recognised() throws {
    let outcomes = try answers(under("    OFFLINE", Self.valid + "       CERTYFIKAT"), both: true, source: .recognised)
    #expect(outcomes[.printedInvoiceWord] == .undecided)
    #expect(outcomes[.printedCertificateWord] == .undecided)
  }

  @Test(
    "A print with codes that says it was issued in a total failure fails; terms that mention one are left to people")
  func totalFailure() throws {
    let offline = under("    OFFLINE")
    #expect(try answers("Tryb: awaria całkowita (art. 106ng)" + offline)[.printedTotalFailure] == .failed)
    let terms =
      "W razie ogłoszenia przez ministra, że trwa awaria całkowita, wydamy Państwu fakturę na papierze bez kodów"
    #expect(try answers(terms + offline)[.printedTotalFailure] == .undecided)
  }

  @Test("A transaction confirmation with both codes is in order")
  func confirmation() throws {
    let page = "Potwierdzenie transakcji" + under("    OFFLINE     " + gap + "  CERTYFIKAT")
    #expect(Set(try answers(page, both: true).values) == [.passed])
  }

  @Test("Without words to be seen nothing is asked")
  func noWords() throws {
    let outcomes = try answers(under("    OFFLINE"), source: .hiddenLayer)
    #expect(outcomes == [.printedInvoiceWord: .notRun])
  }
}
