import KSeFIdentifiers
import KSeFLinks
import Testing

/// Links published by the Ministry or printed by others.
@Suite("Known links", .enabled(if: SharedFacts.areHere, "no shared folder"))
struct KnownLinkTests {
  struct InvoiceVectors: Decodable {
    struct Published: Decodable {
      let url: String
      let nip: String?
      let issue_date: String?
      let sha256_base64url: String?
      let form: String?
      let expect: String?
    }
    struct Official: Decodable {
      let file: String
      let kod1: String
    }
    let published: [Published]
    let official: [Official]
  }

  struct CertificateVectors: Decodable {
    struct Published: Decodable {
      let url: String
      let context_value: String?
      let seller_nip: String?
      let certificate_serial: String?
      let sha256_base64url: String?
      let signature_bytes: Int
      let signed_text: String?
      let canonical_base64url: Bool?
    }
    struct Derived: Decodable {
      let name: String
      let url: String
    }
    let published: [Published]
    let derived: [Derived]
  }

  @Test("Every published KOD I is read for what it is")
  func publishedInvoiceLinks() throws {
    for vector in try SharedFacts.vectors("kod1.json", as: InvoiceVectors.self).published {
      let read = ReadLink(vector.url)
      if vector.form != nil {
        #expect(read == .malformed(.firstGeneration, nil), "\(vector.url)")
        continue
      }
      if vector.expect == "malformed" {
        guard case .malformed = read else {
          Issue.record("\(vector.url) is read as \(read)")
          continue
        }
        continue
      }
      guard case .invoice(let link) = read else {
        Issue.record("\(vector.url) is read as \(read)")
        continue
      }
      #expect(link.identity.seller.digits == vector.nip)
      #expect(link.identity.issueDate.iso == vector.issue_date)
      #expect(link.identity.hash.base64URL == vector.sha256_base64url)
      #expect(link.remarks.isEmpty)
      switch link.host {
      case .current(let environment):
        #expect(InvoiceLink(environment: environment, identity: link.identity).text == vector.url)
      case .retired(let host): #expect(vector.url.hasPrefix("https://\(host)/invoice/"))
      case .unknown(let host): Issue.record("\(host) is unknown")
      }
    }
  }

  @Test("The KOD I of every official invoice is built as published")
  func officialInvoiceLinks() throws {
    let official = try SharedFacts.vectors("kod1.json", as: InvoiceVectors.self).official
    #expect(official.count > 20)
    for vector in official {
      let hash = InvoiceHash(ofExactBytes: Array(try SharedFacts.bytes("corpus/\(vector.file)")))
      guard case .invoice(let link) = ReadLink(vector.kod1) else {
        Issue.record("\(vector.kod1) isn't read")
        continue
      }
      #expect(link.host == .current(.test))
      #expect(link.identity.hash == hash, "\(vector.file)")
      let identity = InvoiceIdentity(seller: link.identity.seller, issueDate: link.identity.issueDate, hash: hash)
      #expect(InvoiceLink(environment: .test, identity: identity).text == vector.kod1)
    }
  }

  @Test("Every published KOD II is read for what it is")
  func publishedCertificateLinks() throws {
    for vector in try SharedFacts.vectors("kod2.json", as: CertificateVectors.self).published {
      guard case .certificate(let link) = ReadLink(vector.url) else {
        Issue.record("\(vector.url) isn't read")
        continue
      }
      #expect(link.signature.count == vector.signature_bytes)
      if let text = vector.signed_text { #expect(link.signedText == text) }
      if let value = vector.context_value { #expect(link.context.value == value) }
      if let seller = vector.seller_nip { #expect(link.seller.digits == seller) }
      if let serial = vector.certificate_serial { #expect(link.certificate.text == serial) }
      if let hash = vector.sha256_base64url { #expect(link.hash.base64URL == hash) }
      #expect(link.remarks == (vector.canonical_base64url == false ? [.nonCanonicalSignature] : []))
      expectRebuilt(link, vector.url)
    }
  }

  @Test("Every derived KOD II is read and built again as it was")
  func derivedCertificateLinks() throws {
    let derived = try SharedFacts.vectors("kod2.json", as: CertificateVectors.self).derived
    #expect(derived.count == 9)
    for vector in derived {
      guard case .certificate(let link) = ReadLink(vector.url) else {
        Issue.record("\(vector.name) isn't read")
        continue
      }
      #expect(link.host == .current(.test))
      #expect(link.remarks.contains(.nonCanonicalSignature) == (vector.name == "noncanonical-last-char"))
      expectRebuilt(link, vector.url)
    }
  }

  private func expectRebuilt(_ link: ReadCertificateLink, _ url: String) {
    switch link.host {
    case .current(let environment):
      let claim = CertificateClaim(
        environment: environment, context: link.context, seller: link.seller, certificate: link.certificate,
        hash: link.hash)
      #expect(claim.signedText == link.signedText)
      #expect((claim.signed(with: link.signature).text == url) == link.remarks.isEmpty)
    case .retired(let host): #expect(url.hasPrefix("https://\(host)/certificate/"))
    case .unknown(let host): Issue.record("\(host) is unknown")
    }
  }
}
