import Certificates
import Findings
import Foundation
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import Testing

@Suite("Demonstration certificates")
struct DemonstrationCertificateTests {
  private func papers(_ key: DemonstrationCertificate.Key = .p256, organisation: String = "Zmyślona Sp. z o.o.") throws
    -> DemonstrationCertificate
  {
    try DemonstrationCertificate.make(
      for: #require(NIP("9999999999")), organisation: organisation, key: key, passphrase: Passphrase("zmyślone"),
      now: Int64(Date().timeIntervalSince1970))
  }

  @Test("It has the shape of KSeF's, says OpenSSL's command", arguments: DemonstrationCertificate.Key.allCases)
  func shape(key: DemonstrationCertificate.Key) throws {
    let papers = try papers(key)
    let workshop = try Workshop()
    try workshop.write(papers.certificate, to: "certificate.pem")
    try workshop.write(papers.authority, to: "authority.pem")
    let text = try workshop.openssl("x509 -in certificate.pem -noout -text -nameopt utf8,sep_comma_plus")
    for expected in [
      "Version: 3 (0x2)", "organizationIdentifier=VATPL-9999999999", "O=Zmyślona Sp. z o.o.", "(offline)",
      "X509v3 Basic Constraints: critical\n                CA:FALSE",
      "X509v3 Key Usage: critical\n                Non Repudiation\n", "X509v3 Authority Key Identifier",
      "X509v3 Subject Key Identifier", "O=ksef-render,CN=DEMONSTRACJA - NIE KSEF",
      key == .p256 ? "NIST CURVE: P-256" : "Public-Key: (2048 bit)",
    ] {
      #expect(text.contains(expected), Comment(rawValue: expected))
    }
    let subject = try workshop.openssl("x509 -in certificate.pem -noout -subject -nameopt sep_comma_plus")
    #expect(subject.hasPrefix("subject=C=PL,organizationIdentifier=VATPL-9999999999,O="))
    let serial = try workshop.openssl("x509 -in certificate.pem -noout -serial")
    #expect(serial.trimmingCharacters(in: .whitespacesAndNewlines) == "serial=\(papers.serialNumber)")
    #expect(papers.serialNumber.text.hasPrefix("01"))
    #expect(try workshop.openssl("verify -CAfile authority.pem certificate.pem").contains("certificate.pem: OK"))
  }

  @Test("It is found after a note that begins with the digit 0, which is also DER's tag of a sequence")
  func numberBefore() throws {
    let papers = try papers()
    let noted = Array("\(papers.serialNumber)\n".utf8) + papers.certificate
    #expect(try KSeFCertificate(noted, fileName: "noted.crt").serialNumber == papers.serialNumber)
  }

  @Test("Its key file is encrypted as the Ministry's application does it")
  func keyFile() throws {
    let workshop = try Workshop()
    try workshop.write(papers().encryptedKey, to: "locked.pem")
    let text = try workshop.openssl("asn1parse -in locked.pem")
    for expected in ["PBES2", "PBKDF2", "INTEGER           :0186A0", "hmacWithSHA256", "aes-256-cbc"] {
      #expect(text.contains(expected), Comment(rawValue: expected))
    }
    #expect(String(decoding: try workshop.bytes("locked.pem"), as: UTF8.self).contains("BEGIN ENCRYPTED PRIVATE KEY"))
  }

  @Test("Certificate and key open together and sign", arguments: DemonstrationCertificate.Key.allCases)
  func signs(key: DemonstrationCertificate.Key) throws {
    let papers = try papers(key)
    let certificate = try KSeFCertificate(papers.certificate, fileName: "demo.crt")
    let authority = try KSeFCertificate(papers.authority, fileName: "authority.crt")
    #expect(certificate.isDemonstration && authority.isDemonstration)
    #expect(certificate.purpose == .offline && certificate.isIssued(by: authority))
    #expect(certificate.holder.identifier == NIP("9999999999").map(CertificateHolder.Identifier.organisation))
    let privateKey = try SigningKey.open(papers.encryptedKey, fileName: "demo.key") { () throws(Obstacle) in
      Passphrase("zmyślone")
    }
    let credential = try OfflineCredential(
      certificate: certificate, key: privateKey, environment: .test, now: certificate.notBefore)
    let claim = try claim(papers.serialNumber)
    let link = try credential.sign(claim)
    #expect(certificate.publicKey.check(signature: link.signature, over: claim.signedText).isValid)
  }

  @Test("It covers every day from the beginning of 2026 to a year from now")
  func validity() throws {
    let now = Int64(Date().timeIntervalSince1970)
    let certificate = try KSeFCertificate(papers().certificate, fileName: "demo.crt")
    #expect(CalendarDate(iso: "2026-01-02").map(certificate.covers) == true)
    #expect(CalendarDate(iso: "2025-12-30").map(certificate.covers) == false)
    #expect(certificate.covers(instant: now + 360 * 86_400))
    #expect(!certificate.covers(instant: now + 370 * 86_400))
  }

  @Test("A long name is cut to what a certificate may hold, and an empty one is refused")
  func names() throws {
    let long = try papers(organisation: String(repeating: "Ż", count: 100))
    let holder = try KSeFCertificate(long.certificate, fileName: "demo.crt").holder
    #expect(holder.organisation?.count == 64)
    #expect(holder.commonName?.count == 64 && holder.commonName?.hasSuffix("(offline)") == true)
    #expect(try code { _ = try papers(organisation: "") } == "demonstration.failed")
  }
}
