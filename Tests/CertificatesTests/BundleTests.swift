import Certificates
import Findings
import Foundation
import Testing

@Suite("Bundles of certificates")
struct BundleTests {
  private func family() throws -> (PaperAuthority, [KSeFCertificate]) {
    let paper = try PaperAuthority()
    let root = try paper.make("root", .init(subject: "/CN=Korzen"))
    let authority = try paper.make("cck", .init(issuer: "root"))
    let leaf = try paper.make("leaf", .leaf(issuer: "cck"))
    return (paper, [leaf, authority, root])
  }

  @Test("A PKCS#7 bundle as PEM, DER or Base64 gives its certificates", arguments: ["PEM", "DER", "Base64"])
  func bundle(form: String) throws {
    let (paper, family) = try family()
    let outer = form == "PEM" ? "PEM" : "DER"
    try paper.workshop.openssl(
      "crl2pkcs7 -nocrl -certfile leaf.pem -certfile cck.pem -certfile root.pem -outform \(outer) -out b.p7b")
    var bytes = try paper.workshop.bytes("b.p7b")
    if form == "Base64" { bytes = Array(Data(bytes).base64EncodedString().utf8) }
    let found = try KSeFCertificate.all(in: bytes, fileName: "b.p7b")
    #expect(Set(found.map(\.fingerprint)) == Set(family.map(\.fingerprint)) && found.count == 3)
    #expect(try KSeFCertificate(bytes, fileName: "b.p7b").fingerprint == family[0].fingerprint)
  }

  @Test("A message signed with CMS carries certificates as well")
  func signedMessage() throws {
    let (paper, family) = try family()
    try paper.workshop.write(Array("text".utf8), to: "text")
    try paper.workshop.openssl(
      "cms -sign -binary -in text -signer leaf.pem -inkey leaf.key -certfile cck.pem -outform DER -stream -out s.p7m")
    let found = try KSeFCertificate.all(in: paper.workshop.bytes("s.p7m"), fileName: "s.p7m")
    #expect(Set(found.map(\.fingerprint)) == Set(family.prefix(2).map(\.fingerprint)))
  }

  @Test("Certificates may stand beside a bundle in one file")
  func mixed() throws {
    let (paper, family) = try family()
    try paper.workshop.openssl("crl2pkcs7 -nocrl -certfile cck.pem -certfile root.pem -out b.p7b")
    let bytes = try paper.workshop.bytes("leaf.pem") + paper.workshop.bytes("b.p7b")
    #expect(try KSeFCertificate.all(in: bytes, fileName: "mixed").map(\.fingerprint).count == family.count)
  }

  @Test("Ten thousand certificates of one bundle are read, more are refused")
  func limits() throws {
    let (paper, _) = try family()
    let pem = try paper.workshop.bytes("leaf.pem")
    try paper.workshop.write(Array(repeatElement(pem, count: 10_000).joined()), to: "many.pem")
    try paper.workshop.openssl("crl2pkcs7 -nocrl -certfile many.pem -outform DER -out many.p7b")
    #expect(try KSeFCertificate.all(in: paper.workshop.bytes("many.p7b"), fileName: "many").count == 10_000)
    let more = try paper.workshop.bytes("many.pem") + pem
    #expect(try code { _ = try KSeFCertificate.all(in: more, fileName: "more") } == "certificate.too-many")
  }

  @Test("An empty, cut or encrypted bundle is no certificate")
  func refused() throws {
    let (paper, _) = try family()
    try paper.workshop.openssl("crl2pkcs7 -nocrl -certfile leaf.pem -outform DER -out b.p7b")
    let whole = try paper.workshop.bytes("b.p7b")
    for length in stride(from: 0, to: whole.count, by: 5) {
      #expect(
        try code { _ = try KSeFCertificate.all(in: Array(whole[..<length]), fileName: "") } == "certificate.unreadable")
    }
    let empty = der(0x30, DERParts.signedData + der(0xA0, der(0x30, DERParts.nothing)))
    #expect(try code { _ = try KSeFCertificate.all(in: empty, fileName: "") } == "certificate.unreadable")
    let tag = der(0x30, DERParts.signedData + der(0xA0, [0x05, 0x00]))
    #expect(try code { _ = try KSeFCertificate.all(in: tag, fileName: "") } == "certificate.unreadable")
  }
}

/// Parts of PKCS#7's SignedData.
private enum DERParts {
  static let signedData = "06092A864886F70D010702".hexadecimalBytes
  /// Version 1, no digests, content of type data that isn't there, no signers.
  static let nothing = "0201013100300B06092A864886F70D0107013100".hexadecimalBytes
}
