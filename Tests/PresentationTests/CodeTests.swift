import FAInvoice
import Findings
import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks
import Presentation
import Testing

@Suite("Codes")
struct CodeTests {
  private func invoiceLink(_ document: FADocument) throws -> InvoiceLink {
    InvoiceLink(environment: .production, identity: try document.identity())
  }

  @Test("An invoice issued offline gets OFFLINE, then CERTYFIKAT, and says its mode")
  func offline() throws {
    let document = try Samples.document("ordinary")
    let link = try invoiceLink(document)
    let serial = try #require(CertificateSerialNumber("01F20A5D352AE590"))
    let claim = CertificateClaim(
      environment: .production, context: .nip(link.identity.seller), seller: link.identity.seller, certificate: serial,
      hash: link.identity.hash)
    let certificate = claim.signed(with: [1, 2, 3])
    let presentation = Presentation(of: document, template: .standard, codes: .offline(link, certificate))
    #expect(presentation.codes.map(\.caption) == ["OFFLINE", "CERTYFIKAT"])
    #expect(presentation.codes.map(\.link) == [link.text, certificate.text])
    #expect(presentation.plainText.contains("Tryb: OFFLINE"))
  }

  @Test("A known number stands under the one code")
  func accepted() throws {
    let document = try Samples.document("ordinary")
    let number = try KSeFNumber("9999999999-20260201-0100001AF629-8D")
    let codes = CodesRequest.accepted(try invoiceLink(document), number)
    let presentation = Presentation(of: document, template: .standard, codes: codes)
    #expect(presentation.codes.map(\.caption) == [number.text])
    #expect(!presentation.plainText.contains("OFFLINE"))
  }

  @Test("Captions are never translated, purposes are")
  func languages() throws {
    let document = try Samples.document("ordinary")
    let codes = CodesRequest.awaitingNumber(try invoiceLink(document))
    let presentation = Presentation(
      of: document, template: .standard, languages: [.english, .polish], codes: codes)
    #expect(presentation.codes.map(\.caption) == ["OFFLINE"])
    #expect(presentation.codes.first?.purpose.text == "Check the invoice in KSeF / Sprawdź fakturę w KSeF")
  }
}
