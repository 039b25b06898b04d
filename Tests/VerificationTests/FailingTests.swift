import Certificates
import Findings
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import Testing

@testable import Verification

/// Each kind of fraud or mistake fails, and by the check that names it.
@Suite("What fails")
struct FailingTests {
  let shop: Shop
  let xml: [UInt8]
  let first: String
  let second: String

  init() throws {
    shop = try Shop()
    xml = shop.invoice()
    first = try shop.invoiceLink(xml)
    second = try shop.certificateLink(xml)
  }

  private func expectFailed(
    _ report: Report, by checks: Set<CheckName>, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(report.verdict == .failed, sourceLocation: location)
    #expect(report.checks(.failed) == checks, sourceLocation: location)
  }

  @Test("One changed byte anywhere in the XML fails by the hash")
  func changedByte() throws {
    for position in xml.indices {
      var changed = xml
      changed[position] ^= 1
      let report = Verifier(invoices: [GivenInvoice(changed, name: "a.xml")], certificates: [shop.certificate])
        .verify(links(first, second))
      #expect(report.verdict == .failed, "byte \(position)")
      #expect(report.checks(.failed).contains(.invoiceHash), "byte \(position)")
    }
  }

  @Test("A missing element, an added one and a changed space fail by the hash alone")
  func otherBytes() throws {
    let text = String(decoding: xml, as: UTF8.self)
    let changes = [
      ("<P_15>123.00</P_15>", ""), ("<Fa>", "<Fa><P_13_1>1</P_13_1>"), ("Sklep Fikcyjny", "Sklep  Fikcyjny"),
    ]
    for (old, new) in changes {
      let changed = Array(text.replacing(old, with: new).utf8)
      expectFailed(
        Verifier(invoices: [GivenInvoice(changed, name: "a.xml")], certificates: [shop.certificate])
          .verify(links(first, second)), by: [.invoiceHash])
    }
  }

  @Test("None of several invoices fits: the nearest by seller and date is named")
  func severalInvoices() throws {
    let other = shop.invoice(2, date: "2026-03-01")
    let near = shop.invoice(3)
    let given = [GivenInvoice(other, name: "other.xml"), GivenInvoice(near, name: "near.xml")]
    let report = Verifier(invoices: given, certificates: [shop.certificate]).verify(links(first, second))
    expectFailed(report, by: [.invoiceHash])
    #expect(report.sentence(.invoiceHash).contains("near.xml"))
  }

  @Test("A KOD II of another invoice on the page fails, although its signature is valid")
  func swappedCertificateLink() throws {
    let other = try shop.certificateLink(shop.invoice(2))
    let verifier = Verifier(certificates: [shop.certificate])
    expectFailed(verifier.verify(print("scan.pdf", [[first, other]])), by: [.sameInvoice])
    expectFailed(verifier.verify(print("scan.pdf", [[first], [other]])), by: [.sameInvoice])
    expectFailed(verifier.verify(print("1.png", [[first]]) + print("2.png", [[other]])), by: [.sameInvoice])
    expectFailed(verifier.verify(links(first, other)), by: [.sameInvoice])
    let withInvoice = Verifier(invoices: [GivenInvoice(xml, name: "a.xml")], certificates: [shop.certificate])
    expectFailed(withInvoice.verify(links(first, other)), by: [.sameInvoice, .invoiceHash])
  }

  @Test("A swapped code fails on its page even where the other pages are in order")
  func swappedAmongOthers() throws {
    let other = shop.invoice(2)
    let pages = [
      [first, try shop.certificateLink(other)], [try shop.invoiceLink(other), try shop.certificateLink(other)],
    ]
    expectFailed(Verifier(certificates: [shop.certificate]).verify(print("batch.pdf", pages)), by: [.sameInvoice])
  }

  @Test("Codes of one hash that name different sellers or days fail")
  func differentClaims() throws {
    let stranger = try #require(NIP("2222222222"))
    let verifier = Verifier(certificates: [shop.certificate])
    let otherSeller = try shop.certificateLink(xml, context: .nip(shop.nip), seller: stranger)
    expectFailed(verifier.verify(links(first, otherSeller)), by: [.sameInvoice])
    let otherDay = try shop.invoiceLink(xml, date: "2026-02-02")
    expectFailed(verifier.verify(links(first, otherDay, second)), by: [.sameInvoice])
  }

  @Test("A day or seller in the codes that isn't the XML's fails by that check")
  func otherFields() throws {
    let invoices = [GivenInvoice(xml, name: "a.xml")]
    expectFailed(
      Verifier(invoices: invoices).verify(links(try shop.invoiceLink(xml, date: "2026-02-02"))),
      by: [.invoiceIssueDate])
    let stranger = try Shop(nip: "2222222222")
    expectFailed(Verifier(invoices: invoices).verify(links(try stranger.invoiceLink(xml))), by: [.invoiceSeller])
  }

  @Test("Another's certificate with the same number fails by the signature")
  func othersCertificate() throws {
    let serial: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8]
    let signer = try Shop(serial: serial)
    let other = try Shop(serial: serial)
    expectFailed(
      Verifier(certificates: [other.certificate])
        .verify(links(try signer.invoiceLink(xml), try signer.certificateLink(xml))), by: [.signature])
  }

  @Test(
    "A cut or lengthened signature fails by the signature", arguments: [CertificateRecipe.Key.p256, .rsa(bits: 2048)])
  func cutSignature(_ key: CertificateRecipe.Key) throws {
    let shop = try Shop(key: key)
    let (first, second) = (try shop.invoiceLink(xml), try shop.certificateLink(xml))
    guard case .certificate(let link) = ReadLink(second) else {
      Issue.record("the link isn't read")
      return
    }
    let head = try #require(second.lastIndex(of: "/"))
    for signature in [Array(link.signature.dropLast()), Array(link.signature.dropFirst()), link.signature + [0], [0]] {
      let text = String(second[...head]) + Base64URL.encode(signature)
      let report = Verifier(certificates: [shop.certificate]).verify(links(first, text))
      expectFailed(report, by: [.signature])
      #expect(report.sentence(.signature).contains("\(signature.count) byte"))
    }
  }

  @Test("A key used outside the certificate's days fails by the day")
  func outsideValidity() throws {
    for day in ["2025-12-31", "2028-01-02", "2099-01-01"] {
      let xml = shop.invoice(date: day)
      expectFailed(
        Verifier(certificates: [shop.certificate])
          .verify(links(try shop.invoiceLink(xml, date: day), try shop.certificateLink(xml))),
        by: [.certificateValidOnDay])
    }
  }

  @Test("A certificate of a rehearsal authority fails under a link of production")
  func rehearsalCertificate() throws {
    let other = try Shop(environment: .production, issuer: "TI CCK KSeF")
    expectFailed(
      Verifier(certificates: [other.certificate])
        .verify(links(try other.invoiceLink(xml), try other.certificateLink(xml))), by: [.certificateEnvironment])
    let production = second.replacing("qr-test.", with: "qr.")
    expectFailed(
      Verifier(certificates: [shop.certificate]).verify(links(first.replacing("qr-test.", with: "qr."), production)),
      by: [.certificateEnvironment, .signature])
  }

  @Test("A demonstration certificate fails under a link of production")
  func demonstrationCertificate() throws {
    let recipe = CertificateRecipe(nip: shop.nip, organisation: "Sklep Fikcyjny", now: newYear)
    let certificate = try recipe.make().certificate
    let serial = try #require(certificate.serialNumber)
    let claim = CertificateClaim(
      environment: .production, context: .nip(shop.nip), seller: shop.nip, certificate: serial,
      hash: InvoiceHash(ofExactBytes: xml))
    let report = Verifier(certificates: [certificate]).verify(links(claim.signed(with: [1, 2, 3]).text))
    #expect(report.verdict == .failed)
    #expect(report.checks(.failed).contains(.certificateEnvironment))
  }

  @Test("Codes of different environments, or of another than expected, fail")
  func environments() throws {
    let elsewhere = try Shop(environment: .demo)
    let verifier = Verifier(certificates: [shop.certificate])
    expectFailed(verifier.verify(links(try elsewhere.invoiceLink(xml), second)), by: [.sameEnvironment])
    expectFailed(
      Verifier(certificates: [shop.certificate], expectedEnvironment: .production).verify(links(first, second)),
      by: [.expectedEnvironment])
  }

  @Test(
    "A retired or foreign host fails by the host",
    arguments: ["ksef-test.mf.gov.pl/client-app", "ksef.mf.gov.pl", "qr-test.ksef.mf.gov.pl.example.com"])
  func hosts(_ base: String) throws {
    let old = first.replacing("qr-test.ksef.mf.gov.pl", with: base)
    expectFailed(
      Verifier(invoices: [GivenInvoice(xml, name: "a.xml")]).verify(links(old)), by: [.invoiceLinkHost])
    let report = Verifier(certificates: [shop.certificate])
      .verify(links(first, second.replacing("qr-test.ksef.mf.gov.pl", with: base)))
    expectFailed(report, by: [.certificateLinkHost, .signature])
  }

  @Test("A malformed link fails by its form, whatever stands beside it")
  func malformed() throws {
    let invoices = [GivenInvoice(xml, name: "a.xml")]
    let verifier = Verifier(invoices: invoices, certificates: [shop.certificate])
    let padded = second + "=="
    expectFailed(verifier.verify(print("scan.pdf", [[first, padded]])), by: [.certificateLinkForm])
    expectFailed(verifier.verify(print("scan.pdf", [[first + "=", second]])), by: [.invoiceLinkForm])
    let firstGeneration = "https://ksef-test.mf.gov.pl/web/verify/6891152920-20231221-B3242FB4B54B-DF/abc"
    let report = verifier.verify(links(firstGeneration))
    expectFailed(report, by: [.invoiceLinkForm])
    #expect(report.sentence(.invoiceLinkForm).contains("KSeF 1.0"))
  }

  @Test("A KOD II with a character that no code has fails, and isn't passed over as somebody else's")
  func strangeCharacters() throws {
    let verifier = Verifier(invoices: [GivenInvoice(xml, name: "a.xml")], certificates: [shop.certificate])
    for ending in ["ą", "\u{0}A", " A", "\u{FFFD}"] {
      expectFailed(verifier.verify(print("scan.pdf", [[first, second + ending]])), by: [.certificateLinkForm])
    }
  }

  @Test("A NIP that can't be one fails in production and is remarked elsewhere")
  func impossibleSeller() throws {
    let real = try Shop(environment: .production, issuer: "CCK KSeF", nip: "0101010101")
    expectFailed(
      Verifier(invoices: [GivenInvoice(real.invoice(), name: "a.xml")])
        .verify(links(try real.invoiceLink(real.invoice()))), by: [.sellerNIP])
    let rehearsal = try Shop(nip: "0101010101")
    let report = Verifier(invoices: [GivenInvoice(rehearsal.invoice(), name: "a.xml")])
      .verify(links(try rehearsal.invoiceLink(rehearsal.invoice())))
    #expect(report.verdict == .passed)
    #expect(report.checks(.remark).contains(.sellerNIP))
  }

  @Test("A KOD II with any one character replaced passes only where it still says and signs the same")
  func changedCharacter() throws {
    guard case .certificate(let original) = ReadLink(second) else {
      Issue.record("the link isn't read")
      return
    }
    let verifier = Verifier(certificates: [shop.certificate])
    let characters = Array(second)
    for position in characters.indices {
      for replacement: Character in ["A", "a", "0", "/", "-", "%"] where replacement != characters[position] {
        var changed = characters
        changed[position] = replacement
        let text = String(changed)
        guard verifier.verify(links(first, text)).verdict == .passed else { continue }
        guard case .certificate(let link) = ReadLink(text) else {
          Issue.record("passed without a KOD II: \(text)")
          continue
        }
        #expect(link.signedText == original.signedText && link.signature == original.signature, "\(text)")
      }
    }
  }
}
