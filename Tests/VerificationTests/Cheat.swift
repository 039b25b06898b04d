import Certificates
import CodeReading
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import Testing

@testable import Verification

/// A fraud or a mistake, and what each check has to say of it.
struct Cheat: Sendable, CustomTestStringConvertible {
  /// What was done.
  let testDescription: String
  let verdict: Verdict?
  /// Every check that doesn't simply pass, with its outcome; checks that aren't run and don't need to be are left out.
  let outcomes: [CheckName: Outcome]
  let report: @Sendable () throws -> Report

  init(
    _ description: String, _ verdict: Verdict?, _ outcomes: [CheckName: Outcome],
    _ report: @escaping @Sendable () throws -> Report
  ) {
    testDescription = description
    self.verdict = verdict
    self.outcomes = outcomes
    self.report = report
  }
}

/// An invoice issued rightly, with everything that an auditor could ask for: each cheat changes one thing of it.
struct HonestCase {
  let shop: Shop
  let xml: [UInt8]
  var invoiceLink: String
  var certificateLink: String
  var material: GivenMaterial

  init(key: CertificateRecipe.Key = .p256, date: String = "2026-02-01", xml: [UInt8]? = nil) throws {
    shop = try Shop(environment: .production, issuer: "CCK KSeF", key: key)
    self.xml = xml ?? shop.invoice(date: date)
    invoiceLink = try shop.invoiceLink(self.xml, date: date)
    certificateLink = try shop.certificateLink(self.xml)
    material = GivenMaterial(
      invoices: [GivenInvoice(self.xml, name: "invoice.xml")], certificates: [shop.certificate, shop.authority],
      expectedEnvironment: .production)
  }

  /// What is found of a page with these two codes.
  func report() -> Report { report([[invoiceLink, certificateLink]]) }

  /// What is found of a print with these codes on its pages.
  func report(_ pages: [[String]]) -> Report { Verifier(material).verify(print("scan.pdf", pages)) }
}

/// A PDF with both codes whose words are those of the XML: each cheat changes some of them.
struct HonestPrint {
  var honest: HonestCase
  /// The page's words without the codes' captions.
  var words = othersPage()
  /// What stands under KOD I, and under KOD II.
  var captions = ("OFFLINE", "CERTYFIKAT")

  init() throws {
    honest = try HonestCase(xml: paperInvoice())
  }

  /// What is found of it.
  func report() -> Report {
    let top = 22
    // The drawing's columns 0 to 15 and 40 to 55, above the captions.
    func code(_ text: String, column: Double) -> FoundCode {
      FoundCode(
        text: text, page: 1,
        region: PageRegion(
          centerX: 0.05 + (column + 8) * 0.009, centerY: 0.05 + (Double(top) + 2.5) * 0.015, width: 0.144, height: 0.1))
    }
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
    let blank = Array(repeating: Substring(), count: top + 7 - lines.count)
    let gap = String(repeating: " ", count: 40 - (captions.0.split(separator: "\n").last?.count ?? 0))
    let drawing = (lines + blank + [Substring(captions.0 + gap + captions.1)]).joined(separator: "\n")
    let page = PageReading(
      page: 1, codes: [code(honest.invoiceLink, column: 0), code(honest.certificateLink, column: 40)],
      isExhausted: true, text: PageText(source: .textLayer, words: setPage(drawing)))
    return Verifier(honest.material).verify([.print(named: "print.pdf", PrintReading(kind: .pdf, pages: [page]))])
  }
}
