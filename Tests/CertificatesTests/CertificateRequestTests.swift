import Findings
import Foundation
import KSeFIdentifiers
import OfflineSigning
import Testing

@Suite("Requests for certificates")
struct CertificateRequestTests {
  private let secret = "zmyślone hasło"

  private func make(_ holder: RequestedHolder, _ key: CertificateRequest.Key = .p256) throws -> (
    Workshop, CertificateRequest
  ) {
    let request = try CertificateRequest.make(for: holder, key: key, passphrase: Passphrase(secret))
    let workshop = try Workshop()
    try workshop.write(request.pem, to: "request.csr")
    try workshop.write(request.der, to: "request.der")
    try workshop.write(request.key.pem, to: "request.key")
    try workshop.write(Array(secret.utf8), to: "pass")
    return (workshop, request)
  }

  private func organisation() throws -> RequestedHolder {
    try .organisation("Żółta Gęś Sp. z o.o. (zmyślona)", nip: try #require(NIP("9999999999")))
  }

  @Test(
    "openssl verifies a request's signature, and finds the key and the digest that KSeF wants",
    arguments: CertificateRequest.Key.allCases)
  func verified(key: CertificateRequest.Key) throws {
    let (workshop, request) = try make(organisation(), key)
    #expect(try workshop.openssl("req -in request.csr -verify -noout").contains("verify OK"))
    let text = try workshop.openssl("req -in request.csr -noout -text")
    #expect(text.contains(key == .p256 ? "ASN1 OID: prime256v1" : "Public-Key: (2048 bit)"))
    #expect(text.contains(key == .p256 ? "ecdsa-with-SHA256" : "sha256WithRSAEncryption"))
    #expect(text.contains("Attributes:\n            (none)"))
    let decoded = try #require(Data(base64Encoded: request.base64))
    #expect(Array(decoded) == request.der)
  }

  @Test("The subject has the attributes in their order, as UTF8String, the country as PrintableString")
  func subject() throws {
    let (workshop, _) = try make(organisation())
    let text = try workshop.openssl("asn1parse -in request.csr")
    let parts = text.split(separator: "\n").filter { $0.contains("OBJECT") || $0.contains("STRING") }
    let strings = parts.compactMap { line in
      line.contains("PRINTABLESTRING") ? "printable" : line.contains("UTF8STRING") ? "utf8" : nil
    }
    #expect(strings == ["utf8", "printable", "utf8", "utf8"])
    let name = try workshop.openssl("req -in request.csr -noout -subject -nameopt RFC2253,-esc_msb,utf8,sname,-dn_rev")
    #expect(
      name.contains(
        "CN=Żółta Gęś Sp. z o.o. (zmyślona),C=PL,O=Żółta Gęś Sp. z o.o. (zmyślona),organizationIdentifier=VATPL-9999999999"
      ), "\(name)")
  }

  @Test("A person's request carries every given name and the number by which he is known")
  func person() throws {
    let holder = try RequestedHolder.person(
      givenNames: ["Zofia", "Łucja"], surname: "Zmyślona", number: .pesel("44051401458"))
    let (workshop, _) = try make(holder)
    let name = try workshop.openssl("req -in request.csr -noout -subject -nameopt RFC2253,-esc_msb,utf8,lname,-dn_rev")
    #expect(
      name.contains(
        "commonName=Zofia Łucja Zmyślona,surname=Zmyślona,serialNumber=PNOPL-44051401458,countryName=PL,"
          + "givenName=Zofia,givenName=Łucja"), "\(name)")
  }

  @Test("The key beside it is the request's, and opens with the passphrase only")
  func key() throws {
    let (workshop, request) = try make(organisation())
    #expect(String(decoding: request.key.pem, as: UTF8.self).hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----"))
    let ofKey = try workshop.openssl("pkey -in request.key -passin file:pass -pubout")
    let ofRequest = try workshop.openssl("req -in request.csr -noout -pubkey")
    #expect(ofKey.contains(ofRequest))
    try workshop.write(Array("inne".utf8), to: "other")
    #expect(try workshop.attempt("pkey -in request.key -passin file:other -pubout").status != 0)
  }

  @Test(
    "What KSeF couldn't take is refused with a reason",
    arguments: [
      ("commonName=", "request.attribute-empty"), ("countryName=pl", "request.country-malformed"),
      ("countryName=POL", "request.country-malformed"), ("nazwa=x", "request.attribute-unknown"),
      ("commonName", "request.attribute-unknown"), ("commonName=a\nb", "request.attribute-unprintable"),
      ("commonName=" + String(repeating: "x", count: 513), "request.attribute-too-long"),
    ])
  func refused(assignment: String, expected: String) throws {
    #expect(try code { _ = try RequestedAttribute(assignment: assignment) } == expected)
  }

  @Test("A value may hold anything after the first sign, even another sign")
  func assignment() throws {
    let attribute = try RequestedAttribute(assignment: "commonName=a=b, c\"d")
    #expect(attribute.name == .commonName)
    #expect(attribute.value == "a=b, c\"d")
  }

  @Test("A holder without attributes, with one twice, or without a passphrase for its key is refused")
  func holder() throws {
    let name = try RequestedAttribute(.commonName, "a")
    #expect(try code { _ = try RequestedHolder([]) } == "request.no-attributes")
    #expect(try code { _ = try RequestedHolder([name, name]) } == "request.attribute-repeated")
    #expect(
      try code {
        _ = try CertificateRequest.make(for: try RequestedHolder([name]), passphrase: Passphrase(""))
      } == "passphrase.needed-to-seal")
  }
}
