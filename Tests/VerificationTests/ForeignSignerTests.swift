import Certificates
import Foundation
import KSeFIdentifiers
import KSeFLinks
import Testing

@testable import Verification

/// Certificates and signatures made with the `openssl` command, right and wrong in the ways that others get them wrong.
@Suite("Signed with another tool")
struct ForeignSignerTests {
  private let workshop: Workshop
  private let hash = InvoiceHash(ofExactBytes: Array("invoice".utf8))

  init() throws {
    workshop = try Workshop()
  }

  private func makeCertificate(key: [String], usage: String) throws -> KSeFCertificate {
    let arguments =
      ["req", "-x509", "-newkey"] + key + [
        "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "700", "-set_serial", "0x0102030405060708",
        "-subj", "/CN=TEST CCK KSeF/organizationIdentifier=VATPL-1111111111", "-addext", "keyUsage=critical,\(usage)",
        "-addext", "basicConstraints=critical,CA:FALSE",
      ]
    let (status, output) = try workshop.run("/usr/bin/env", ["openssl"] + arguments)
    guard status == 0 else { throw Workshop.Failure(output: output) }
    return try KSeFCertificate(try workshop.bytes("cert.pem"), fileName: "cert.pem")
  }

  /// Today's date stands in KOD I, since openssl's certificates begin now.
  private func report(_ certificate: KSeFCertificate, options: [String]) throws -> Report {
    let today = Calendar(identifier: .gregorian).dateComponents(
      in: try #require(TimeZone(identifier: "Europe/Warsaw")), from: Date())
    let (year, month) = (try #require(today.year), try #require(today.month))
    let dayOfMonth = try #require(today.day)
    let day = try #require(CalendarDate(year: year, month: month, day: dayOfMonth))
    let nip = try #require(NIP("1111111111"))
    let claim = CertificateClaim(
      environment: .test, context: .nip(nip), seller: nip, certificate: try #require(certificate.serialNumber),
      hash: hash)
    try workshop.write(Array(claim.signedText.utf8), to: "text")
    let arguments = ["openssl", "dgst", "-sha256", "-sign", "key.pem", "-out", "signature"] + options + ["text"]
    let (status, output) = try workshop.run("/usr/bin/env", arguments)
    guard status == 0 else { throw Workshop.Failure(output: output) }
    let identity = InvoiceIdentity(seller: nip, issueDate: day, hash: hash)
    return Verifier(certificates: [certificate]).verify(
      links(
        InvoiceLink(environment: .test, identity: identity).text,
        claim.signed(with: try workshop.bytes("signature")).text))
  }

  private static let rsa = ["rsa:2048"]
  private static let p256 = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
  private static func pss(_ salt: String) -> [String] {
    ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:\(salt)"]
  }

  @Test("A signature of openssl's with a salt of 32 bytes, and one in DER, pass")
  func right() throws {
    let rsa = try makeCertificate(key: Self.rsa, usage: "nonRepudiation")
    #expect(try report(rsa, options: Self.pss("32")).verdict == .passed)
    let p256 = try makeCertificate(key: Self.p256, usage: "nonRepudiation")
    let der = try report(p256, options: [])
    #expect(der.verdict == .passed)
    #expect(der.sentence(.signature).contains("DER"))
  }

  @Test("PKCS#1 v1.5 and other salts fail by the signature and are named")
  func wrongPadding() throws {
    let certificate = try makeCertificate(key: Self.rsa, usage: "nonRepudiation")
    let wrong = [
      ([], "PKCS#1 v1.5"), (Self.pss("20"), "salt of 20 bytes"), (Self.pss("0"), "salt of 0 bytes"),
      (Self.pss("max"), "salt of 222 bytes"),
    ]
    for (options, words) in wrong {
      let report = try report(certificate, options: options)
      #expect(report.verdict == .failed)
      #expect(report.checks(.failed) == [.signature])
      #expect(report.sentence(.signature).contains(words))
    }
  }

  @Test(
    "A certificate of type Authentication, or of both, fails by its type though the signature is valid",
    arguments: ["digitalSignature", "nonRepudiation,digitalSignature", "keyEncipherment"])
  func wrongType(_ usage: String) throws {
    let certificate = try makeCertificate(key: Self.p256, usage: usage)
    let report = try report(certificate, options: [])
    #expect(report.verdict == .failed)
    #expect(report.checks(.failed) == [.certificateOffline])
    #expect(report.checks(.passed).contains(.signature))
  }

  @Test(
    "Keys that KSeF doesn't take fail by the signature",
    arguments: [["rsa:1024"], ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"]])
  func wrongKey(_ key: [String]) throws {
    let certificate = try makeCertificate(key: key, usage: "nonRepudiation")
    let report = try report(certificate, options: key[0].hasPrefix("rsa") ? Self.pss("32") : [])
    #expect(report.verdict == .failed)
    #expect(report.checks(.failed) == [.signature])
  }
}
