import Certificates
import Foundation
import KSeFIdentifiers
import Testing

private struct CertificateVector: Decodable {
  let file: String
  let sha256: String
  let serialHexOfDerOctets: String
  let serial16: String
  let subject: [[String]]
  let notBefore: Date
  let notAfter: Date
  let publicKey: String
  let keyUsage: [String]?
}

@Suite("Certificates of KSeF's authorities", .enabled(if: Vectors.areHere, "the shared vectors aren't here"))
struct CertificateVectorTests {
  @Test("Every known certificate is read as it is described")
  func everyVector() throws {
    let vectors = try Vectors.decode([CertificateVector].self, from: "certs.json")
    #expect(vectors.count >= 8)
    for vector in vectors {
      let certificate = try KSeFCertificate(Vectors.bytes(vector.file), fileName: vector.file)
      let comment = Comment(rawValue: vector.file)
      #expect(certificate.serialText == vector.serialHexOfDerOctets, comment)
      #expect(
        certificate.serialNumber?.text == (vector.serial16.utf8.count == 16 ? vector.serial16 : nil), comment)
      #expect(certificate.notBefore == Int64(vector.notBefore.timeIntervalSince1970), comment)
      #expect(certificate.notAfter == Int64(vector.notAfter.timeIntervalSince1970), comment)
      #expect(certificate.fingerprint == vector.sha256.hexadecimalBytes, comment)
      #expect(!certificate.isDemonstration, comment)
      switch vector.keyUsage {
      case ["content_commitment"]: #expect(certificate.purpose == .offline, comment)
      case ["digital_signature"]: #expect(certificate.purpose == .authentication, comment)
      default: #expect(certificate.purpose == .other, comment)
      }
      switch vector.publicKey {
      case "EC secp256r1": #expect(certificate.key == .p256, comment)
      case "EC secp384r1": #expect(certificate.key == .other("EC secp384r1"), comment)
      case let rsa:
        let bits = try #require(rsa.split(separator: " ").last.flatMap { Int($0) })
        #expect(certificate.key == .rsa(bits: bits), comment)
      }
      let commonName = vector.subject.first { $0[0] == "CN" }?[1]
      #expect(certificate.holder.commonName == commonName, comment)
      let nip = vector.subject.first { $0[0] == "organizationIdentifier" }?[1].dropFirst("VATPL-".count)
      #expect(certificate.holder.nip?.digits == nip.map(String.init), comment)
    }
  }

  @Test("A person's certificate names the PESEL, not a NIP")
  func person() throws {
    let name = "certs/test-offline-person-01F8D49B7A1DA5D3.pem"
    let holder = try KSeFCertificate(Vectors.bytes(name), fileName: name).holder
    #expect(holder.identifier == .pesel("78062292563"))
    #expect(holder.nip == nil)
    #expect(holder.commonName == "Hampton Sigbehrt Anwald (offline)")
  }

  @Test("The issuer's name is written in reverse, its Polish letters kept")
  func issuer() throws {
    let name = "certs/test-offline-org-0187AF82EAF4874A.pem"
    let certificate = try KSeFCertificate(Vectors.bytes(name), fileName: name)
    #expect(
      certificate.issuerName
        == "CN=TEST CCK KSeF,OU=Krajowa Administracja Skarbowa,O=Ministerstwo Finansów,C=PL")
  }

  @Test("A certificate is known to be issued by its authority, and by no other")
  func chain() throws {
    let authority = try KSeFCertificate(Vectors.bytes("certs/ca-prod-CCK-KSeF.pem"), fileName: "authority")
    let root = try KSeFCertificate(Vectors.bytes("certs/ca-prod-CCK-MF-root.pem"), fileName: "root")
    let leaf = try KSeFCertificate(Vectors.bytes("certs/test-offline-org-0187AF82EAF4874A.pem"), fileName: "leaf")
    #expect(authority.isIssued(by: root))
    #expect(root.isIssued(by: root))
    #expect(!root.isIssued(by: authority))
    #expect(!leaf.isIssued(by: authority))
    #expect(!authority.isIssued(by: leaf))
  }

  @Test("A certificate may come as DER, as bare Base64 in one line or many, or as PEM among other text")
  func containers() throws {
    let name = "certs/test-offline-org-0187AF82EAF4874A.pem"
    let pem = try String(decoding: Vectors.bytes(name), as: UTF8.self)
    let lines = pem.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }
    let der = try #require(Data(base64Encoded: lines.joined()))
    let spellings: [String: [UInt8]] = [
      "DER": [UInt8](der),
      "Base64, one line": Array(lines.joined().utf8),
      "Base64, lines of Windows": Array(lines.joined(separator: "\r\n").utf8),
      "Base64 after a byte-order mark": [0xEF, 0xBB, 0xBF] + Array(lines.joined().utf8),
      "PEM of Windows": Array(pem.replacingOccurrences(of: "\n", with: "\r\n").utf8),
      "PEM after a byte-order mark": [0xEF, 0xBB, 0xBF] + Array(pem.utf8),
      "PEM after bag attributes": Array("Bag Attributes\n    friendlyName: offline\n\(pem)\n".utf8),
      "PEM in one line": Array(
        "-----BEGIN CERTIFICATE-----\(lines.joined())-----END CERTIFICATE-----".utf8),
      "PEM with another label": Array(pem.replacingOccurrences(of: "CERTIFICATE", with: "X509").utf8),
    ]
    for (spelling, bytes) in spellings {
      let certificate = try KSeFCertificate(bytes, fileName: spelling)
      #expect(certificate.serialNumber?.text == "0187AF82EAF4874A", Comment(rawValue: spelling))
    }
  }

  @Test("A bundle gives all its certificates, and as the one certificate the one that is no authority's")
  func bundle() throws {
    let bundle =
      try
      (Vectors.bytes("certs/ca-prod-CCK-MF-root.pem") + Vectors.bytes("certs/ca-prod-CCK-KSeF.pem")
      + Vectors.bytes("certs/test-offline-org-0187AF82EAF4874A.pem"))
    #expect(try KSeFCertificate.all(in: bundle, fileName: "bundle").map(\.isAuthority) == [true, true, false])
    #expect(try KSeFCertificate(bundle, fileName: "bundle").serialText == "0187AF82EAF4874A")
  }

  @Test("A certificate covers each day of which Polish clocks show a moment within its validity")
  func days() throws {
    let name = "certs/test-offline-org-0187AF82EAF4874A.pem"
    let certificate = try KSeFCertificate(Vectors.bytes(name), fileName: name)
    // Valid from 2025-11-13 05:03:44 UTC to 2027-11-13 05:03:44 UTC.
    let expected = [
      "2025-11-12": false, "2025-11-13": true, "2026-07-01": true, "2027-11-13": true, "2027-11-14": false,
    ]
    for (text, isCovered) in expected {
      let day = try #require(CalendarDate(iso: text))
      #expect(certificate.covers(day) == isCovered, Comment(rawValue: text))
    }
    #expect(certificate.covers(instant: certificate.notBefore) && certificate.covers(instant: certificate.notAfter))
    #expect(!certificate.covers(instant: certificate.notBefore - 1))
    #expect(!certificate.covers(instant: certificate.notAfter + 1))
  }

  @Test("A cut certificate is refused")
  func cut() throws {
    let name = "certs/test-offline-org-0187AF82EAF4874A.pem"
    let bytes = try Vectors.bytes(name)
    for length in stride(from: 0, to: bytes.count - 30, by: 7) {
      #expect(try code { _ = try KSeFCertificate(Array(bytes[..<length]), fileName: name) } == "certificate.unreadable")
    }
  }
}
