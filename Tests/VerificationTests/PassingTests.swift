import Certificates
import Findings
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import Testing

@testable import Verification

@Suite("What passes")
struct PassingTests {
  @Test("Both codes with the certificate pass", arguments: [CertificateRecipe.Key.p256, .rsa(bits: 2048)])
  func bothCodes(_ key: CertificateRecipe.Key) throws {
    let shop = try Shop(key: key)
    let xml = shop.invoice()
    let report = Verifier(certificates: [shop.certificate])
      .verify(links(try shop.invoiceLink(xml), try shop.certificateLink(xml)))
    #expect(report.verdict == .passed)
    #expect(report.checks(.failed).isEmpty)
    #expect(report.checks(.undecided).isEmpty)
    #expect(report.checks(.passed).isSuperset(of: [.signature, .sameInvoice, .certificateOffline]))
    #expect(report.checks(.notRun) == [.invoiceHash, .certificateChain, .certificateNotRevoked, .receiptHash])
  }

  @Test("A day that only KOD I names is said to be its word, since KOD II doesn't sign it")
  func dayWithoutInvoice() throws {
    let shop = try Shop()
    let xml = shop.invoice()
    let evidence = links(try shop.invoiceLink(xml), try shop.certificateLink(xml))
    let report = Verifier(certificates: [shop.certificate]).verify(evidence)
    #expect(report.sentence(.certificateValidOnDay).contains("only KOD I names"))
    let compared = Verifier(invoices: [GivenInvoice(xml, name: "a.xml")], certificates: [shop.certificate])
      .verify(evidence)
    #expect(!compared.sentence(.certificateValidOnDay).contains("only KOD I names"))
  }

  @Test("With the invoice its hash, seller and date are compared as well")
  func withInvoice() throws {
    let shop = try Shop()
    let xml = shop.invoice()
    let report = Verifier(invoices: [GivenInvoice(xml, name: "a.xml")], certificates: [shop.certificate])
      .verify(print("scan.pdf", [[try shop.invoiceLink(xml), try shop.certificateLink(xml)]]))
    #expect(report.verdict == .passed)
    #expect(report.checks(.passed).isSuperset(of: [.invoiceHash, .invoiceSeller, .invoiceIssueDate]))
  }

  @Test("An invoice of production passes with a certificate of production's authority")
  func production() throws {
    let shop = try Shop(environment: .production, issuer: "CCK KSeF")
    let xml = shop.invoice()
    let report = Verifier(certificates: [shop.certificate], expectedEnvironment: .production)
      .verify(links(try shop.invoiceLink(xml), try shop.certificateLink(xml)))
    #expect(report.verdict == .passed)
    #expect(report.checks(.remark).isEmpty)
  }

  @Test("KOD I passes with its invoice, and proves nothing of the issuer")
  func invoiceLinkWithInvoice() throws {
    let shop = try Shop()
    let xml = shop.invoice()
    let report = Verifier(invoices: [GivenInvoice(xml, name: "a.xml")]).verify(links(try shop.invoiceLink(xml)))
    #expect(report.verdict == .passed)
    #expect(report.sentence(.sameInvoice).contains("nothing here proves who issued it"))
  }

  @Test("KOD II passes with the certificate and the invoice, which tells the day")
  func certificateLinkWithInvoice() throws {
    let shop = try Shop()
    let xml = shop.invoice()
    let report = Verifier(invoices: [GivenInvoice(xml, name: "a.xml")], certificates: [shop.certificate])
      .verify(links(try shop.certificateLink(xml)))
    #expect(report.verdict == .passed)
    #expect(report.checks(.passed).contains(.certificateValidOnDay))
  }

  @Test("The right one of many certificates is picked, and the authority's confirms it")
  func manyCertificates() throws {
    let shop = try Shop()
    let others = try (0..<3).map { _ in try Shop() }
    let xml = shop.invoice()
    let certificates = others.map(\.certificate) + [shop.certificate, shop.certificate, shop.authority]
    let report = Verifier(certificates: certificates)
      .verify(links(try shop.invoiceLink(xml), try shop.certificateLink(xml)))
    #expect(report.verdict == .passed)
    #expect(report.checks(.passed).contains(.certificateChain))
  }

  @Test("Codes of several invoices are told apart, and the same code read twice is one")
  func severalInvoices() throws {
    let shop = try Shop()
    let pages = try (1...3).map { number in
      let xml = shop.invoice(number)
      return [try shop.invoiceLink(xml), try shop.certificateLink(xml)]
    }
    let report = Verifier(certificates: [shop.certificate])
      .verify(print("batch.pdf", pages) + print("batch-again.pdf", pages))
    #expect(report.verdict == .passed)
    #expect(report.subjects.count == 3)
    #expect(report.subjects.allSatisfy { $0.codes.count == 2 && $0.codes[0].origins.count == 2 })
  }

  @Test("Each invoice is compared with the code that names its hash")
  func invoicesFindTheirCodes() throws {
    let shop = try Shop()
    let files = (1...3).map { shop.invoice($0) }
    let report = Verifier(invoices: files.reversed().map { GivenInvoice($0, name: "x.xml") })
      .verify(try files.map { .text(try shop.invoiceLink($0), .argument(1)) })
    #expect(report.verdict == .passed)
    #expect(report.subjects.count == 3)
  }

  @Test("What a scanner did to a link, or another spelling, is a remark", arguments: ["/", "?utm=1", " \n"])
  func rewritten(_ ending: String) throws {
    let shop = try Shop()
    let xml = shop.invoice()
    let second = try shop.certificateLink(xml).replacing("https://qr", with: "http://QR") + ending
    let report = Verifier(certificates: [shop.certificate]).verify(links(try shop.invoiceLink(xml), second))
    #expect(report.verdict == .passed)
    #expect(report.checks(.remark).contains(.certificateLinkForm))
  }

  @Test("Another's context and a demonstration certificate are remarks outside production")
  func remarks() throws {
    let xml = try Shop().invoice()
    let shop = try Shop(
      issuer: CertificateRecipe(nip: try #require(NIP("1111111111")), organisation: "X", now: 0).issuerCommonName)
    let context = IssuingContext.nip(try #require(NIP("2222222222")))
    let report = Verifier(certificates: [shop.certificate])
      .verify(links(try shop.invoiceLink(xml), try shop.certificateLink(xml, context: context)))
    #expect(report.verdict == .passed)
    #expect(report.checks(.remark).isSuperset(of: [.context, .certificateHolder, .certificateEnvironment]))
  }

  @Test("A demonstration certificate that was written down and read again verifies what its key signed")
  func demonstration() throws {
    let nip = try #require(NIP("1111111111"))
    let made = try DemonstrationCertificate.make(
      for: nip, organisation: "Sklep Fikcyjny", passphrase: Passphrase("not a secret"), now: newYear)
    let certificate = try KSeFCertificate(made.certificate, fileName: "demo.crt")
    let key = try SigningKey.open(made.encryptedKey, fileName: "demo.key") { () throws(Obstacle) in
      Passphrase("not a secret")
    }
    let credential = try OfflineCredential(certificate: certificate, key: key, environment: .test, now: newYear + 1)
    let hash = InvoiceHash(ofExactBytes: [1])
    let claim = CertificateClaim(
      environment: .test, context: .nip(nip), seller: nip, certificate: made.serialNumber, hash: hash)
    let day = try #require(CalendarDate(iso: "2026-03-01"))
    let first = InvoiceLink(
      environment: .test, identity: InvoiceIdentity(seller: nip, issueDate: day, hash: hash))
    let report = Verifier(certificates: [certificate]).verify(links(first.text, try credential.sign(claim).text))
    #expect(report.verdict == .passed)
    #expect(report.sentence(.certificateEnvironment).contains("demonstration"))
  }
}
