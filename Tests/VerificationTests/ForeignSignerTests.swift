import KSeFIdentifiers
import Testing

@testable import Verification

/// Certificates and signatures made with the `openssl` command, right and wrong in the ways that others get them wrong.
@Suite("Signed with another tool")
struct ForeignSignerTests {
  private let hash = InvoiceHash(ofExactBytes: Array("invoice".utf8))

  private func report(_ signer: ForeignSigner, options: [String]) throws -> Report {
    Verifier(certificates: [signer.certificate]).verify(
      links(signer.invoiceLink(hash), try signer.certificateLink(hash, options: options)))
  }

  @Test("A signature of openssl's with a salt of 32 bytes, and one in DER, pass")
  func right() throws {
    let rsa = try ForeignSigner(key: ForeignSigner.rsa)
    #expect(try report(rsa, options: ForeignSigner.pss("32")).verdict == .passed)
    let p256 = try ForeignSigner(key: ForeignSigner.p256)
    let der = try report(p256, options: [])
    #expect(der.verdict == .passed)
    #expect(der.sentence(.signature).contains("DER"))
  }

  @Test("PKCS#1 v1.5 and other salts fail by the signature and are named")
  func wrongPadding() throws {
    let signer = try ForeignSigner(key: ForeignSigner.rsa)
    let wrong = [
      ([], "PKCS#1 v1.5"), (ForeignSigner.pss("20"), "salt of 20 bytes"), (ForeignSigner.pss("0"), "salt of 0 bytes"),
      (ForeignSigner.pss("max"), "salt of 222 bytes"),
    ]
    for (options, words) in wrong {
      let report = try report(signer, options: options)
      #expect(report.verdict == .failed)
      #expect(report.checks(.failed) == [.signature])
      #expect(report.sentence(.signature).contains(words))
    }
  }

  @Test(
    "A certificate of type Authentication, or of both, fails by its type though the signature is valid",
    arguments: ["digitalSignature", "nonRepudiation,digitalSignature", "keyEncipherment"])
  func wrongType(_ usage: String) throws {
    let signer = try ForeignSigner(key: ForeignSigner.p256, usage: usage)
    let report = try report(signer, options: [])
    #expect(report.verdict == .failed)
    #expect(report.checks(.failed) == [.certificateOffline])
    #expect(report.checks(.passed).contains(.signature))
  }

  @Test(
    "Keys that KSeF doesn't take fail by the signature",
    arguments: [["rsa:1024"], ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"]])
  func wrongKey(_ key: [String]) throws {
    let signer = try ForeignSigner(key: key)
    let report = try report(signer, options: key[0].hasPrefix("rsa") ? ForeignSigner.pss("32") : [])
    #expect(report.verdict == .failed)
    #expect(report.checks(.failed) == [.signature])
  }
}
