import Certificates
import CodeReading
import Findings
import Foundation
import KSeFIdentifiers
import KSeFLinks
import Testing

@testable import Verification

/// Codes that the Ministry published or others printed, with outcomes known from elsewhere.
@Suite("Known codes", .enabled(if: SharedFacts.areHere, "no shared folder"))
struct KnownCodeTests {
  struct Derived: Decodable {
    let name: String
    let url: String
    let public_key: String
    let expect: String
  }
  struct CertificateVectors: Decodable {
    struct Published: Decodable {
      let url: String
      let certificate: String?
      let expect: String?
    }
    let published: [Published]
    let derived: [Derived]
  }
  struct InvoiceVectors: Decodable {
    struct Official: Decodable {
      let file: String
      let kod1: String
    }
    struct Published: Decodable {
      let url: String
      let file: String?
      let transform: String?
      let nip_matches_xml: Bool?
    }
    let published: [Published]
    let official: [Official]
  }

  private func certificate(_ path: String) throws -> KSeFCertificate {
    try KSeFCertificate(Array(try SharedFacts.bytes("vectors/\(path)")), fileName: path)
  }

  @Test("Each derived KOD II is judged by its signature, and none passes with what is held")
  func derived() throws {
    for vector in try SharedFacts.vectors("kod2.json", as: CertificateVectors.self).derived {
      let bytes = Array(try SharedFacts.bytes("vectors/\(vector.public_key)"))
      let isCertificate = vector.public_key.hasPrefix("certs/")
      let verifier =
        isCertificate
        ? Verifier(certificates: [try certificate(vector.public_key)])
        : Verifier(
          publicKeys: [
            GivenPublicKey(try SignaturePublicKey(bytes, fileName: vector.public_key), name: vector.public_key)
          ])
      let report = verifier.verify(links(vector.url))
      let isValid = !vector.expect.hasPrefix("invalid")
      #expect(report.checks(isValid ? .passed : .failed).contains(.signature), "\(vector.name)")
      // The only certificate among them is of type Authentication.
      #expect(report.verdict == (isValid && !isCertificate ? .indeterminate : .failed), "\(vector.name)")
    }
  }

  @Test("A wrong padding, salt or text is named")
  func diagnoses() throws {
    let derived = try SharedFacts.vectors("kod2.json", as: CertificateVectors.self).derived
    let expected = [
      "bad-rsa-pkcs1v15": "PKCS#1 v1.5", "bad-rsa-pss-salt20": "salt of 20 bytes",
      "bad-signed-with-https-prefix": "https://",
    ]
    for (name, words) in expected {
      let vector = try #require(derived.first { $0.name == name })
      let key = try SignaturePublicKey(
        Array(try SharedFacts.bytes("vectors/\(vector.public_key)")), fileName: vector.public_key)
      let report = Verifier(publicKeys: [GivenPublicKey(key, name: "key")]).verify(links(vector.url))
      #expect(report.checks(.failed) == [.signature], "\(name)")
      #expect(report.sentence(.signature).contains(words), "\(name)")
    }
  }

  @Test("The Ministry's examples fail by the type of their certificate, the earlier also by padding and host")
  func published() throws {
    let published = try SharedFacts.vectors("kod2.json", as: CertificateVectors.self).published
    var seen = 0
    for vector in published {
      guard let path = vector.certificate else { continue }
      let report = Verifier(certificates: [try certificate(path)]).verify(links(vector.url))
      let isValid = vector.expect == "valid"
      #expect(
        report.checks(.failed)
          == (isValid ? [.certificateOffline] : [.certificateOffline, .signature, .certificateLinkHost]))
      if !isValid { #expect(report.sentence(.signature).contains("PKCS#1 v1.5")) }
      seen += 1
    }
    #expect(seen == 2)
  }

  @Test("Every official invoice passes with its KOD I, and not with the KOD I of another")
  func officialInvoices() throws {
    let official = try SharedFacts.vectors("kod1.json", as: InvoiceVectors.self).official
    for (index, vector) in official.enumerated() {
      let invoice = GivenInvoice(Array(try SharedFacts.bytes("corpus/\(vector.file)")), name: vector.file)
      #expect(Verifier(invoices: [invoice]).verify(links(vector.kod1)).verdict == .passed, "\(vector.file)")
      let other = official[(index + 1) % official.count].kod1
      let report = Verifier(invoices: [invoice]).verify(links(other))
      #expect(report.verdict == .failed)
      #expect(report.checks(.failed).contains(.invoiceHash))
    }
  }

  @Test("A printed KOD I with a placeholder for the NIP fails by the seller, not by the hash")
  func placeholder() throws {
    let vector = try #require(
      SharedFacts.vectors("kod1.json", as: InvoiceVectors.self).published.first { $0.nip_matches_xml == false })
    let file = try #require(vector.file)
    let bytes = Array(try SharedFacts.bytes("corpus/\(file)"))
    let report = Verifier(invoices: [GivenInvoice(bytes, name: "a.xml")]).verify(links(vector.url))
    #expect(report.checks(.failed) == [.sellerNIP, .invoiceSeller])
    #expect(report.checks(.passed).isSuperset(of: [.invoiceHash, .invoiceIssueDate]))
  }

  @Test("The Ministry's pictures are read as two codes of one invoice")
  func pictures() throws {
    let evidence = try ["docs-qr-cert.png", "docs-qr-ksef.png", "docs-qr-offline.png"].flatMap { name in
      Evidence.onPrint(Array(try SharedFacts.bytes("vectors/images/\(name)")), fileName: name, reader: CodeReader())
    }
    let report = Verifier(certificates: [try certificate("certs/ti-authlike-org-01F20A5D352AE590.pem")])
      .verify(evidence)
    #expect(report.subjects.count == 1)
    #expect(report.subjects.first?.codes.map(\.origins.count) == [2, 1])
    #expect(report.checks(.failed) == [.certificateOffline])
  }
}
