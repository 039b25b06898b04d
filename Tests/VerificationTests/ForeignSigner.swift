import Certificates
import Foundation
import KSeFIdentifiers
import KSeFLinks
import Testing

@testable import Verification

/// A signer who works with the `openssl` command, rightly or wrongly in the ways that others get it wrong.
struct ForeignSigner {
  private let workshop: Workshop
  let certificate: KSeFCertificate
  let nip: NIP
  /// Today, since openssl's certificates begin now.
  let today: CalendarDate

  static let rsa = ["rsa:2048"]
  static let p256 = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]

  /// The options that give RSASSA-PSS with a salt of that many bytes.
  static func pss(_ salt: String) -> [String] {
    ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:\(salt)"]
  }

  init(key: [String], usage: String = "nonRepudiation") throws {
    workshop = try Workshop()
    nip = try #require(NIP("1111111111"))
    let arguments =
      ["req", "-x509", "-newkey"] + key + [
        "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "700", "-set_serial", "0x0102030405060708",
        "-subj", "/CN=TEST CCK KSeF/organizationIdentifier=VATPL-1111111111", "-addext", "keyUsage=critical,\(usage)",
        "-addext", "basicConstraints=critical,CA:FALSE",
      ]
    try workshop.openssl(arguments)
    certificate = try KSeFCertificate(try workshop.bytes("cert.pem"), fileName: "cert.pem")
    let now = Calendar(identifier: .gregorian).dateComponents(
      in: try #require(TimeZone(identifier: "Europe/Warsaw")), from: Date())
    let (year, month, day) = (try #require(now.year), try #require(now.month), try #require(now.day))
    today = try #require(CalendarDate(year: year, month: month, day: day))
  }

  func invoiceLink(_ hash: InvoiceHash) -> String {
    InvoiceLink(environment: .test, identity: InvoiceIdentity(seller: nip, issueDate: today, hash: hash)).text
  }

  /// A KOD II with a signature that `openssl dgst` makes; `change` may spoil it.
  func certificateLink(
    _ hash: InvoiceHash, options: [String], change: ([UInt8]) throws -> [UInt8] = { $0 }
  ) throws -> String {
    let claim = CertificateClaim(
      environment: .test, context: .nip(nip), seller: nip, certificate: try #require(certificate.serialNumber),
      hash: hash)
    try workshop.write(Array(claim.signedText.utf8), to: "text")
    try workshop.openssl(["dgst", "-sha256", "-sign", "key.pem", "-out", "signature"] + options + ["text"])
    return claim.signed(with: try change(try workshop.bytes("signature"))).text
  }
}
