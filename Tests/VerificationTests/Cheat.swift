import Certificates
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

  init(key: CertificateRecipe.Key = .p256, date: String = "2026-02-01") throws {
    shop = try Shop(environment: .production, issuer: "CCK KSeF", key: key)
    xml = shop.invoice(date: date)
    invoiceLink = try shop.invoiceLink(xml, date: date)
    certificateLink = try shop.certificateLink(xml)
    material = GivenMaterial(
      invoices: [GivenInvoice(xml, name: "invoice.xml")], certificates: [shop.certificate, shop.authority],
      expectedEnvironment: .production)
  }

  /// What is found of a page with these two codes.
  func report() -> Report { report([[invoiceLink, certificateLink]]) }

  /// What is found of a print with these codes on its pages.
  func report(_ pages: [[String]]) -> Report { Verifier(material).verify(print("scan.pdf", pages)) }
}
